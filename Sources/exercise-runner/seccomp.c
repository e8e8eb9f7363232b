#define _GNU_SOURCE
#include "seccomp.h"

#include <asm/ioctls.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/prctl.h>
#include <linux/sched.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "calls.h"
#include "frames.h"
#include "status.h"

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#ifdef ARCHITECTURE

#define ALLOW SECCOMP_RET_ALLOW
/** What a program has to be ready for on any system. */
#define REFUSE (SECCOMP_RET_ERRNO | EPERM)
/** As if it had been done. */
#define PRETEND SECCOMP_RET_ERRNO
/** As if this kernel were older. */
#define UNKNOWN (SECCOMP_RET_ERRNO | ENOSYS)
/** Ends the process; the handler below says why. The power travels as the signal's si_errno. */
#define END(power) (SECCOMP_RET_TRAP | (uint32_t)(power))

/** Every bit of clone's that makes anything other than a thread of this process. */
#define NO_THREAD                                                                             \
  (CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID | \
   CLONE_NEWNET | CLONE_VFORK | CLONE_PTRACE | CLONE_PIDFD)

/** Linux's include/uapi/linux/prctl.h: naming a mapping, which allocators do. */
#define PRCTL_SET_VMA 0x53564d41

struct filter {
  struct sock_filter code[1024];
  size_t count;
};

static void put(struct filter *filter, struct sock_filter instruction) {
  filter->code[filter->count++] = instruction;
}

/** Decides: nothing after this is looked at. */
static void end_with(struct filter *filter, uint32_t verdict) {
  put(filter, (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, verdict));
}

static void load(struct filter *filter, size_t offset) {
  put(filter, (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (uint32_t)offset));
}

/** The low half of an argument; all that the kernel looks at where it wants an int. */
static void load_argument(struct filter *filter, size_t index) {
  load(filter, offsetof(struct seccomp_data, args) + 8 * index);
}

/** `verdict` where what was loaded is `value`; else on with what follows. */
static void if_equal(struct filter *filter, uint32_t value, uint32_t verdict) {
  put(filter, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 0, 1));
  end_with(filter, verdict);
}

static void if_not_equal(struct filter *filter, uint32_t value, uint32_t verdict) {
  put(filter, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 1, 0));
  end_with(filter, verdict);
}

/** `verdict` where an argument, a pointer, is not NULL. Both processors are little-endian. */
static void if_pointer(struct filter *filter, size_t argument, uint32_t verdict) {
  load_argument(filter, argument);
  if_not_equal(filter, 0, verdict);
  load(filter, offsetof(struct seccomp_data, args) + 8 * argument + 4);
  if_not_equal(filter, 0, verdict);
}

static void if_any_bit(struct filter *filter, uint32_t bits, uint32_t verdict) {
  put(filter, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, bits, 0, 1));
  end_with(filter, verdict);
}

static void if_no_bit(struct filter *filter, uint32_t bits, uint32_t verdict) {
  put(filter, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, bits, 1, 0));
  end_with(filter, verdict);
}

/** Begins what is said of one call, all of which must decide; see `end_call`. */
static size_t begin_call(struct filter *filter, uint32_t number) {
  load(filter, offsetof(struct seccomp_data, nr));
  size_t start = filter->count;
  put(filter, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, 0, 0));
  return start;
}

static void end_call(struct filter *filter, size_t start, uint32_t otherwise) {
  end_with(filter, otherwise);
  filter->code[start].jf = (uint8_t)(filter->count - start - 1);
}

/** `number` is allowed where its argument is one of `values`. */
static void allow_with(struct filter *filter, uint32_t number, size_t argument,
                       const uint32_t *values, size_t count, uint32_t otherwise) {
  size_t start = begin_call(filter, number);
  load_argument(filter, argument);
  for (size_t index = 0; index < count; index++) if_equal(filter, values[index], ALLOW);
  end_call(filter, start, otherwise);
}

#define ALLOW_WITH(filter, number, argument, otherwise, ...)                              \
  do {                                                                                    \
    const uint32_t values[] = {__VA_ARGS__};                                              \
    allow_with(filter, number, argument, values, sizeof values / sizeof values[0], otherwise); \
  } while (0)

/** Threads, and a signal to itself, as abort(3) sends it. */
static void look_at_processes(struct filter *filter) {
  size_t clone = begin_call(filter, __NR_clone);
  load_argument(filter, 0);
  if_no_bit(filter, CLONE_THREAD, END(POWER_PROCESS));
  if_any_bit(filter, NO_THREAD, END(POWER_PROCESS));
  end_call(filter, clone, ALLOW);
  // Its arguments are in memory, where no filter can look. The C library falls back to clone.
  end_call(filter, begin_call(filter, __NR_clone3), UNKNOWN);

  uint32_t own = (uint32_t)getpid();
  ALLOW_WITH(filter, __NR_kill, 0, END(POWER_OTHERS), own);
  ALLOW_WITH(filter, __NR_tgkill, 0, END(POWER_OTHERS), own);
  // What forbidden calls end with can be neither caught nor ignored. Some languages' runtimes set a
  // handler for every signal there is, and end where one is refused.
  size_t action = begin_call(filter, __NR_rt_sigaction);
  load_argument(filter, 0);
  if_equal(filter, SIGSYS, PRETEND);
  end_call(filter, action, ALLOW);

  // To ask for the limits, and not to set them.
  size_t limits = begin_call(filter, __NR_prlimit64);
  if_pointer(filter, 2, REFUSE);
  end_call(filter, limits, ALLOW);
  ALLOW_WITH(filter, __NR_prctl, 0, REFUSE, PR_SET_NAME, PR_GET_NAME, PRCTL_SET_VMA);
}

/** Swift's Dispatch asks for a thread's priority, and writes to the system's log where it fails. */
static void look_at_priority(struct filter *filter) {
  size_t priority = begin_call(filter, __NR_setpriority);
  load_argument(filter, 0);
  if_not_equal(filter, PRIO_PROCESS, REFUSE);
  load_argument(filter, 1);
  if_not_equal(filter, 0, REFUSE);
  end_call(filter, priority, PRETEND);
}

/**
 * What reaches the host's socket, and nobody else: the calls that frames.c and status.c make, with
 * the flags that they make them with. Urgent bytes, errors that are read like bytes and the like
 * are corners of the kernel in which nobody here has anything to do.
 */
static void look_at_frames(struct filter *filter) {
  size_t send = begin_call(filter, __NR_sendto);
  load_argument(filter, 0);
  if_not_equal(filter, FRAME_DESCRIPTOR, END(POWER_NETWORK));
  load_argument(filter, 3);
  if_any_bit(filter, ~(uint32_t)(MSG_NOSIGNAL | MSG_DONTWAIT), END(POWER_NETWORK));
  if_pointer(filter, 4, END(POWER_NETWORK));
  end_call(filter, send, ALLOW);

  size_t receive = begin_call(filter, __NR_recvfrom);
  load_argument(filter, 0);
  if_not_equal(filter, FRAME_DESCRIPTOR, END(POWER_NETWORK));
  load_argument(filter, 3);
  if_not_equal(filter, 0, END(POWER_NETWORK));
  if_pointer(filter, 4, END(POWER_NETWORK));
  end_call(filter, receive, ALLOW);
}

/** No other socket, and of a descriptor nothing that reaches beyond this process. */
static void look_at_descriptors(struct filter *filter) {
  // The C library itself looks for the system's log and for the cache of user names, by sockets of
  // this kind: to end an honest plugin for that would be rude.
  size_t socket = begin_call(filter, __NR_socket);
  load_argument(filter, 0);
  if_equal(filter, AF_UNIX, REFUSE);
  end_call(filter, socket, END(POWER_NETWORK));

  // A descriptor can be made to send any signal to any process of the same user.
  size_t control = begin_call(filter, __NR_fcntl);
  load_argument(filter, 1);
  if_equal(filter, F_SETOWN, END(POWER_OTHERS));
  if_equal(filter, F_SETOWN_EX, END(POWER_OTHERS));
  if_equal(filter, F_SETSIG, END(POWER_OTHERS));
  const uint32_t harmless[] = {F_DUPFD, F_DUPFD_CLOEXEC, F_GETFD, F_SETFD, F_GETFL, F_SETFL};
  for (size_t index = 0; index < sizeof harmless / sizeof harmless[0]; index++) {
    if_equal(filter, harmless[index], ALLOW);
  }
  end_call(filter, control, REFUSE);
  ALLOW_WITH(filter, __NR_ioctl, 1, REFUSE, TCGETS, TIOCGWINSZ, FIONREAD, FIONBIO, FIOCLEX,
             FIONCLEX);
}

/** Shared memory without a file counts against no limit but that of the address space. */
static void look_at_memory(struct filter *filter) {
  size_t map = begin_call(filter, __NR_mmap);
  load_argument(filter, 3);
  // Private, as most are, or of a file.
  if_no_bit(filter, MAP_SHARED, ALLOW);
  if_any_bit(filter, MAP_ANONYMOUS, END(POWER_MEMORY));
  end_call(filter, map, ALLOW);
}

static void look_at_numbers(struct filter *filter) {
  load(filter, offsetof(struct seccomp_data, nr));
#ifdef __x86_64__
  // The calls of x32 have this bit, and are the same calls again.
  put(filter, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, 0x40000000, 0, 1));
  end_with(filter, UNKNOWN);
#endif
  for (size_t index = 0; index < allowed_call_count; index++) {
    if_equal(filter, allowed_calls[index], ALLOW);
  }
}

static void look_at_forbidden(struct filter *filter) {
  load(filter, offsetof(struct seccomp_data, nr));
  for (size_t index = 0; index < forbidden_call_count; index++) {
    if_equal(filter, forbidden_calls[index].number, END(forbidden_calls[index].power));
  }
}

/**
 * Tells the host which call was not made, and ends the process by the same signal. Only what may
 * be called in a signal handler is called here, and only what the filter allows.
 */
static void tell_and_end(int number, siginfo_t *info, void *context) {
  (void)context;
  const char *name = "?";
  for (size_t index = 0; index < forbidden_call_count; index++) {
    if (forbidden_calls[index].number == (uint32_t)info->si_syscall) {
      name = forbidden_calls[index].name;
    }
  }
  status_forbidden(name, power_word((enum power)info->si_errno));
  // The handler is gone by now (SA_RESETHAND), so this ends the process.
  syscall(SYS_tgkill, getpid(), (pid_t)syscall(SYS_gettid), number);
  _exit(128 + number);
}

bool seccomp_enforce(void) {
  static struct filter filter;
  load(&filter, offsetof(struct seccomp_data, arch));
  if_not_equal(&filter, ARCHITECTURE, SECCOMP_RET_KILL_PROCESS);
  look_at_numbers(&filter);
  look_at_processes(&filter);
  look_at_priority(&filter);
  look_at_frames(&filter);
  look_at_descriptors(&filter);
  look_at_memory(&filter);
  look_at_forbidden(&filter);
  end_with(&filter, REFUSE);

  struct sigaction action = {.sa_sigaction = tell_and_end};
  action.sa_flags = SA_SIGINFO | SA_RESETHAND | SA_NODEFER;
  if (sigaction(SIGSYS, &action, NULL) != 0) return false;
  struct sock_fprog program = {(unsigned short)filter.count, filter.code};
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0;
}

#else

bool seccomp_enforce(void) {
  errno = ENOSYS;
  return false;
}

#endif
