/// A child process on a pseudo-terminal of its own. In C, because between fork and exec nothing
/// but async-signal-safe calls may run, which Swift cannot promise.
#ifndef CHARRETTE_CPSEUDOTERMINAL_H
#define CHARRETTE_CPSEUDOTERMINAL_H

#include <sys/types.h>

struct pseudo_terminal {
  pid_t process;
  int master;    /* close-on-exec, non-blocking; the caller's to close */
  int exit_poll; /* a pidfd, readable when the process has ended; the caller's to close */
};

/// Starts `path` as leader of a new session whose terminal has the given size. `arguments` and
/// `environment` end in NULL. All signals are unblocked and at their defaults, and no descriptor
/// but the three standard ones is open. Returns 0, or an errno value; where exec fails the child
/// exits with status 127.
int pseudo_terminal_spawn(
  const char *path, char *const arguments[], char *const environment[],
  unsigned short columns, unsigned short rows, struct pseudo_terminal *result);

/// Changes the size; the kernel sends SIGWINCH to the foreground process group.
int pseudo_terminal_resize(int master, unsigned short columns, unsigned short rows);

#endif
