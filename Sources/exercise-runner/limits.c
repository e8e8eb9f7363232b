#define _GNU_SOURCE
#include "limits.h"

#include <fcntl.h>
#include <linux/capability.h>
#include <stddef.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#define MEBIBYTE ((rlim_t)1024 * 1024)

/**
 * A Swift plugin with Foundation maps some 200 MiB and uses 20; each of its threads maps 8 MiB of
 * stack and up to 128 MiB of address space for the allocator. What counts against the machine is
 * the data; the address space is bounded because memory that is shared is no data to the kernel.
 */
static const struct {
  int resource;
  rlim_t most;
} limits[] = {
    {RLIMIT_DATA, 1024 * MEBIBYTE},
    {RLIMIT_AS, 8192 * MEBIBYTE},
    {RLIMIT_STACK, 8 * MEBIBYTE},
    // Seconds of processor time in the whole life of the process. The host ends what does not
    // answer long before; this ends a thread that spins while nobody asks anything.
    {RLIMIT_CPU, 600},
    {RLIMIT_NOFILE, 64},
    {RLIMIT_FSIZE, 0},
    {RLIMIT_CORE, 0},
    {RLIMIT_MEMLOCK, 0},
    {RLIMIT_MSGQUEUE, 0},
    {RLIMIT_RTPRIO, 0},
    // The kernel counts all that the user runs, threads too, so this one has to be high. It is
    // seccomp that forbids processes; the memory above bounds the threads.
    {RLIMIT_NPROC, 16384},
};

bool limit_resources(void) {
  for (size_t index = 0; index < sizeof limits / sizeof limits[0]; index++) {
    struct rlimit limit;
    if (getrlimit(limits[index].resource, &limit) != 0) return false;
    // What is narrower already stays so: raising it back would need a privilege.
    if (limit.rlim_max > limits[index].most) limit.rlim_max = limits[index].most;
    if (limit.rlim_cur > limit.rlim_max) limit.rlim_cur = limit.rlim_max;
    if (setrlimit(limits[index].resource, &limit) != 0) return false;
  }
  return true;
}

bool drop_capabilities(void) {
  struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
  const struct __user_cap_data_struct none[_LINUX_CAPABILITY_U32S_3] = {{0, 0, 0}};
  return syscall(SYS_capset, &header, none) == 0;
}

void volunteer_when_memory_runs_out(void) {
  int file = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
  if (file < 0) return;
  // A kindness to the machine, not a wall: where it fails, the limits still hold.
  ssize_t count = write(file, "1000", 4);
  (void)count;
  close(file);
}
