#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include "hostile_plugin.h"

static int32_t outcome(long result) { return result < 0 ? errno : 0; }

static int32_t fork_bomb(const char *unused) {
  (void)unused;
  for (;;) {
    if (fork() < 0) return errno;
  }
}

static int32_t spawn(const char *unused) {
  (void)unused;
  pid_t child;
  char *const words[] = {"true", NULL};
  return posix_spawn(&child, "/bin/true", NULL, NULL, words, words + 1);
}

static int32_t fork_by_number(const char *unused) {
  (void)unused;
#ifdef SYS_fork
  return outcome(syscall(SYS_fork));
#else
  return outcome(syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0));
#endif
}

static int32_t fork_by_clone3(const char *unused) {
  (void)unused;
  uint64_t arguments[11] = {0};
  arguments[4] = SIGCHLD;
  return outcome(syscall(SYS_clone3, arguments, sizeof arguments));
}

static int32_t run_program(const char *unused) {
  (void)unused;
  char *const words[] = {"true", NULL};
  return outcome(execve("/bin/true", words, words + 1));
}

static int32_t run_from_memory(const char *unused) {
  (void)unused;
  char *const words[] = {"x", NULL};
  int file = (int)syscall(SYS_memfd_create, "x", 0);
  return outcome(fexecve(file, words, words + 1));
}

static int32_t trace_host(const char *unused) {
  (void)unused;
  return outcome(ptrace(PTRACE_ATTACH, getppid(), NULL, NULL));
}

static int32_t kill_host(const char *unused) {
  (void)unused;
  return outcome(kill(getppid(), SIGKILL));
}

static int32_t kill_everybody(const char *unused) {
  (void)unused;
  return outcome(kill(-1, SIGTERM));
}

/** The kernel sends the signal for it, once bytes come for the descriptor. */
static int32_t signal_by_descriptor(const char *unused) {
  (void)unused;
  if (fcntl(3, F_SETSIG, SIGKILL) < 0) return errno;
  return outcome(fcntl(3, F_SETOWN, getppid()));
}

static int32_t read_host_memory(const char *unused) {
  (void)unused;
  char bytes[8];
  struct iovec here = {bytes, sizeof bytes};
  struct iovec there = {(void *)0x400000, sizeof bytes};
  return outcome(process_vm_readv(getppid(), &here, 1, &there, 1, 0));
}

static int32_t hold_host(const char *unused) {
  (void)unused;
  return outcome(syscall(SYS_pidfd_open, getppid(), 0));
}

static int32_t hold_back_host(const char *unused) {
  (void)unused;
  return outcome(setpriority(PRIO_PROCESS, (id_t)getppid(), 19));
}

static int32_t become_root(const char *unused) {
  (void)unused;
  return outcome(setuid(0));
}

static int32_t leave_namespaces(const char *unused) {
  (void)unused;
  return outcome(unshare(CLONE_NEWUSER | CLONE_NEWNS));
}

static int32_t mount_something(const char *unused) {
  (void)unused;
  return outcome(mount("none", "/tmp", "tmpfs", 0, NULL));
}

static int32_t outlive_host(const char *unused) {
  (void)unused;
  return outcome(prctl(PR_SET_PDEATHSIG, 0));
}

static int32_t become_dumpable(const char *unused) {
  (void)unused;
  return outcome(prctl(PR_SET_DUMPABLE, 1));
}

static int32_t raise_limits(const char *unused) {
  (void)unused;
  const struct rlimit more = {RLIM_INFINITY, RLIM_INFINITY};
  return outcome(setrlimit(RLIMIT_DATA, &more));
}

static void ignore(int number) { (void)number; }

/** It seems to be done, and is not. */
static int32_t catch_the_filter(const char *unused) {
  (void)unused;
  signal(SIGSYS, ignore);
  return outcome(kill(getppid(), SIGKILL));
}

/** It can be blocked, but then the kernel ends the process without asking. */
static int32_t block_the_filter(const char *unused) {
  (void)unused;
  sigset_t all;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, NULL);
  return outcome(kill(getppid(), SIGKILL));
}

/** The same calls by another number, or by another door, or as this processor has them. */
static int32_t call_by_another_number(const char *unused) {
  (void)unused;
  return outcome(syscall(0x40000000 | 41, 2, 1, 0));
}

static int32_t call_by_the_old_door(const char *unused) {
  (void)unused;
#ifdef __x86_64__
  long result;
  // Number 20 of the 32-bit table: getpid.
  __asm__ volatile("int $0x80" : "=a"(result) : "a"(20) : "memory");
  return 0;
#else
  raise(SIGSYS);
  return 0;
#endif
}

static void *stay(void *unused) {
  (void)unused;
  for (;;) pause();
  return NULL;
}

static int32_t thread_bomb(const char *unused) {
  (void)unused;
  for (;;) {
    pthread_t thread;
    int problem = pthread_create(&thread, NULL, stay, NULL);
    if (problem != 0) return problem;
  }
}

const struct named_misdeed process_misdeeds[] = {
    {"fork-bomb", fork_bomb},
    {"spawn", spawn},
    {"fork-by-number", fork_by_number},
    {"fork-by-clone3", fork_by_clone3},
    {"run-program", run_program},
    {"run-from-memory", run_from_memory},
    {"trace-host", trace_host},
    {"kill-host", kill_host},
    {"kill-everybody", kill_everybody},
    {"signal-by-descriptor", signal_by_descriptor},
    {"read-host-memory", read_host_memory},
    {"hold-host", hold_host},
    {"hold-back-host", hold_back_host},
    {"become-root", become_root},
    {"leave-namespaces", leave_namespaces},
    {"mount-something", mount_something},
    {"outlive-host", outlive_host},
    {"become-dumpable", become_dumpable},
    {"raise-limits", raise_limits},
    {"catch-the-filter", catch_the_filter},
    {"block-the-filter", block_the_filter},
    {"call-by-another-number", call_by_another_number},
    {"call-by-the-old-door", call_by_the_old_door},
    {"thread-bomb", thread_bomb},
    {NULL, NULL},
};
