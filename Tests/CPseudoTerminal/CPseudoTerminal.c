#define _GNU_SOURCE
#include "CPseudoTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/pidfd.h>
#include <sys/wait.h>
#include <unistd.h>

static void become(const char *path, char *const arguments[], char *const environment[]) {
  for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  close_range(3, ~0U, 0);
  execve(path, arguments, environment);
  _exit(127);
}

int pseudo_terminal_spawn(
  const char *path, char *const arguments[], char *const environment[],
  unsigned short columns, unsigned short rows, struct pseudo_terminal *result) {
  struct winsize size = {.ws_row = rows, .ws_col = columns};
  int master = -1;
  pid_t process = forkpty(&master, NULL, NULL, &size);
  if (process < 0) return errno;
  if (process == 0) become(path, arguments, environment);

  int exit_poll = pidfd_open(process, 0);
  if (exit_poll < 0 || fcntl(master, F_SETFD, FD_CLOEXEC) < 0 ||
      fcntl(master, F_SETFL, O_NONBLOCK) < 0) {
    int failure = errno;
    close(master);
    if (exit_poll >= 0) close(exit_poll);
    kill(process, SIGKILL);
    waitpid(process, NULL, 0);
    return failure;
  }
  *result = (struct pseudo_terminal){process, master, exit_poll};
  return 0;
}

int pseudo_terminal_resize(int master, unsigned short columns, unsigned short rows) {
  struct winsize size = {.ws_row = rows, .ws_col = columns};
  return ioctl(master, TIOCSWINSZ, &size) < 0 ? errno : 0;
}
