#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sandbox_probe.h"

/** 0 where `result` says that it could be done; else errno. Closes what was opened. */
static int opened(int result) {
  if (result < 0) return errno;
  close(result);
  return 0;
}

static int read_files(void) { return opened(open("/etc/passwd", O_RDONLY | O_CLOEXEC)); }

static int list_folders(void) {
  DIR *folder = opendir("/");
  if (folder == NULL) return errno;
  closedir(folder);
  return 0;
}

static int write_files(void) {
  char name[] = "/tmp/charrette-doctor-XXXXXX";
  int file = mkstemp(name);
  if (file < 0) return errno;
  unlink(name);
  return opened(file);
}

static int read_host(void) {
  char name[64];
  snprintf(name, sizeof name, "/proc/%d/mem", getppid());
  return opened(open(name, O_RDONLY | O_CLOEXEC));
}

/** Nothing to run is there; to hear so is to have been allowed to ask. */
static int run_programs(void) {
  char *const nothing[] = {NULL};
  execve("/nowhere/charrette-doctor", nothing, nothing);
  return errno == ENOENT ? 0 : errno;
}

static int start_processes(void) {
  pid_t child = fork();
  if (child < 0) return errno;
  if (child == 0) _exit(0);
  waitpid(child, NULL, 0);
  return 0;
}

static int use_tcp(void) { return opened(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)); }
static int use_udp(void) { return opened(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0)); }
static int use_local(void) { return opened(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)); }

/** The signal that is none: whether one could be sent. */
static int signal_host(void) { return kill(getppid(), 0) < 0 ? errno : 0; }

static int share_memory(void) {
  int memory = shmget(IPC_PRIVATE, 4096, IPC_CREAT | 0600);
  if (memory < 0) return errno;
  shmctl(memory, IPC_RMID, NULL);
  return 0;
}

/** Without parameters: a kernel that would serve it complains of their address. */
static int use_rings(void) {
  int ring = (int)syscall(SYS_io_uring_setup, 1, NULL);
  return ring < 0 && errno == EFAULT ? 0 : opened(ring);
}

static int change_user(void) { return setuid(getuid()) < 0 ? errno : 0; }

/** Two gibibytes to write to, of which none is touched. */
static int take_memory(void) {
  size_t size = (size_t)2 << 30;
  void *block = mmap(NULL, size, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (block == MAP_FAILED) return errno;
  munmap(block, size);
  return 0;
}

static int take_descriptors(void) {
  int taken[256];
  int count = 0;
  int problem = 0;
  while (count < 256 && problem == 0) {
    taken[count] = dup(2);
    if (taken[count] < 0) problem = errno;
    if (problem == 0) count++;
  }
  while (count > 0) close(taken[--count]);
  return problem;
}

static int read_environment(void) {
  for (char **variable = environ; *variable != NULL; variable++) {
    if (strncmp(*variable, "SWIFT_BACKTRACE=", 16) != 0) return 0;
  }
  return ENOENT;
}

static void *nothing(void *argument) { return argument; }

/** The one thing here that a plugin may do. */
static int use_threads(void) {
  pthread_t thread;
  int problem = pthread_create(&thread, NULL, nothing, NULL);
  if (problem == 0) pthread_join(thread, NULL);
  return problem;
}

static const struct {
  const char *power;
  int (*attempt)(void);
} attempts[] = {
    {"read-files", read_files},
    {"list-folders", list_folders},
    {"write-files", write_files},
    {"read-host", read_host},
    {"run-programs", run_programs},
    {"start-processes", start_processes},
    {"use-tcp", use_tcp},
    {"use-udp", use_udp},
    {"use-local", use_local},
    {"signal-host", signal_host},
    {"share-memory", share_memory},
    {"use-rings", use_rings},
    {"change-user", change_user},
    {"take-memory", take_memory},
    {"take-descriptors", take_descriptors},
    {"read-environment", read_environment},
    {"use-threads", use_threads},
};

static void say(const charrette_sink *answer, const char *text) {
  answer->write(answer->context, (const uint8_t *)text, strlen(text));
}

static bool asks_for(const char *request, uint64_t length, const char *text) {
  return memmem(request, length, text, strlen(text)) != NULL;
}

static int32_t handle(void *context, const uint8_t *bytes, uint64_t length,
                      const charrette_sink *answer) {
  (void)context;
  const char *request = (const char *)bytes;
  if (asks_for(request, length, "{\"call\":\"hello\"")) {
    say(answer, "{\"reply\":\"welcome\",\"version\":1}");
    return 0;
  }
  if (asks_for(request, length, "{\"call\":\"open\"")) {
    say(answer, "{\"reply\":\"done\"}");
    return 0;
  }
  for (size_t index = 0; index < sizeof attempts / sizeof attempts[0]; index++) {
    char text[160];
    snprintf(text, sizeof text, "\"action\":\"%s\"", attempts[index].power);
    if (!asks_for(request, length, text)) continue;
    say(answer, "{\"reply\":\"changes\",\"changes\":[{\"change\":\"record\",\"event\":");
    snprintf(text, sizeof text, "{\"errno\":%d}}]}", attempts[index].attempt());
    say(answer, text);
    return 0;
  }
  return 1;
}

const charrette_plugin *charrette_plugin_entry(const charrette_host *host) {
  (void)host;
  static const charrette_plugin plugin = {
      .size = sizeof plugin,
      .abi_major = CHARRETTE_ABI_MAJOR,
      .abi_minor = CHARRETTE_ABI_MINOR,
      .handle = handle,
  };
  return &plugin;
}
