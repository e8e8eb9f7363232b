#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <mqueue.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "hostile_plugin.h"

#define MEBIBYTE ((size_t)1024 * 1024)

static int32_t outcome(long result) { return result < 0 ? errno : 0; }

/** Seen from outside, so that no compiler leaves the whole out. */
char *volatile last_block;

/** Every page of it is used. Ends at 16 GiB, in case nothing refuses it. */
static int32_t exhaust_memory(const char *unused) {
  (void)unused;
  for (size_t total = 0; total < 16384; total += 16) {
    char *block = malloc(16 * MEBIBYTE);
    if (block == NULL) return ENOMEM;
    memset(block, 1, 16 * MEBIBYTE);
    last_block = block;
  }
  return 0;
}

static int32_t exhaust_addresses(const char *unused) {
  (void)unused;
  for (int gibibyte = 0; gibibyte < 64; gibibyte++) {
    void *block = mmap(NULL, 1024 * MEBIBYTE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (block == MAP_FAILED) return errno;
  }
  return 0;
}

static int32_t share_memory(const char *unused) {
  (void)unused;
  void *block =
      mmap(NULL, MEBIBYTE, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  return block == MAP_FAILED ? errno : 0;
}

static int32_t share_by_key(const char *unused) {
  (void)unused;
  return outcome(shmget(IPC_PRIVATE, MEBIBYTE, IPC_CREAT | 0600));
}

static int32_t share_by_name(const char *unused) {
  (void)unused;
  return outcome(shm_open("/charrette-hostile", O_RDWR | O_CREAT, 0600));
}

static int32_t signal_by_key(const char *unused) {
  (void)unused;
  return outcome(semget(IPC_PRIVATE, 1, IPC_CREAT | 0600));
}

static int32_t queue_by_name(const char *unused) {
  (void)unused;
  return outcome(mq_open("/charrette-hostile", O_RDWR | O_CREAT, 0600, NULL));
}

static int32_t handle_faults(const char *unused) {
  (void)unused;
  return outcome(syscall(SYS_userfaultfd, 0));
}

static int32_t use_ring(const char *unused) {
  (void)unused;
  char parameters[120] = {0};
  return outcome(syscall(SYS_io_uring_setup, 8, parameters));
}

static int32_t load_filter(const char *unused) {
  (void)unused;
  char attributes[128] = {0};
  return outcome(syscall(SYS_bpf, 0, attributes, sizeof attributes));
}

static int32_t read_keys(const char *unused) {
  (void)unused;
  return outcome(syscall(SYS_keyctl, 0, -3, 0));
}

static int32_t count_events(const char *unused) {
  (void)unused;
  char attributes[128] = {0};
  return outcome(syscall(SYS_perf_event_open, attributes, 0, -1, -1, 0));
}

const struct named_misdeed memory_misdeeds[] = {
    {"exhaust-memory", exhaust_memory},
    {"exhaust-addresses", exhaust_addresses},
    {"share-memory", share_memory},
    {"share-by-key", share_by_key},
    {"share-by-name", share_by_name},
    {"signal-by-key", signal_by_key},
    {"queue-by-name", queue_by_name},
    {"handle-faults", handle_faults},
    {"use-ring", use_ring},
    {"load-filter", load_filter},
    {"read-keys", read_keys},
    {"count-events", count_events},
    {NULL, NULL},
};
