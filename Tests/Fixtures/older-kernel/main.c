/*
 * Stands for `exercise-runner` on a kernel that lacks something: takes that away and becomes the
 * real one, which lies beside it as `exercise-runner`. What it takes away its own file name tells:
 * without-landlock, without-seccomp. As without-inotify it stands for `charrette`, which lies
 * beside it, where no watch is left to be had.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <limits.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

/** Lets `number` fail, where its first argument is `argument` or that is negative. */
static int take_away(uint32_t number, int64_t argument, int error) {
  struct sock_filter code[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, 0, argument < 0 ? 1 : 3),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)argument, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (uint32_t)error),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  if (argument < 0) {
    code[2] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (uint32_t)error);
  }
  struct sock_fprog program = {sizeof code / sizeof code[0], code};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return -1;
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0);
}

int main(int count, char **arguments) {
  (void)count;
  char path[PATH_MAX];
  const char *slash = strrchr(arguments[0], '/');
  if (slash == NULL) return 64;
  const char *name = slash + 1;
  int is_host = strcmp(name, "without-inotify") == 0;
  int taken = is_host ? take_away(SYS_inotify_init1, -1, EMFILE)
              : strcmp(name, "without-landlock") == 0
                  ? take_away(444, -1, ENOSYS)
                  : take_away(SYS_prctl, PR_SET_SECCOMP, EINVAL);
  if (taken != 0) return 64;
  snprintf(path, sizeof path, "%.*s/%s", (int)(slash - arguments[0]), arguments[0],
           is_host ? "charrette" : "exercise-runner");
  execv(path, arguments);
  return 64;
}
