#define _GNU_SOURCE
#include "confine.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "frames.h"
#include "landlock.h"
#include "limits.h"
#include "places.h"
#include "seccomp.h"

/**
 * Standard input, output and error are the host's pipes, or nothing; never the terminal, and never
 * closed: the next file that is opened would be what the plugin prints to.
 */
static bool leave_the_terminal(void) {
  for (int stream = 0; stream <= 2; stream++) {
    if (fcntl(stream, F_GETFD) >= 0 && !isatty(stream)) continue;
    int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
    if (nothing < 0) return false;
    if (nothing == stream) continue;
    bool moved = dup2(nothing, stream) >= 0;
    close(nothing);
    if (!moved) return false;
  }
  return true;
}

/** Whatever the host had open is closed, but for the socket. */
static bool close_the_rest(void) { return close_range(FRAME_DESCRIPTOR + 1, ~0U, 0) == 0; }

/**
 * Ends with the thread of the host that started it, even in the midst of an endless loop. Where
 * the host went before the request was made, the process that made the socket is no longer the
 * parent.
 */
static bool die_with_the_host(void) {
  if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) return false;
  struct ucred host;
  socklen_t size = sizeof host;
  if (getsockopt(FRAME_DESCRIPTOR, SOL_SOCKET, SO_PEERCRED, &host, &size) != 0) return false;
  errno = ESRCH;
  return getppid() == host.pid;
}

/**
 * What the plugin finds in its environment: that Swift shall start no program to print a backtrace,
 * which takes seconds and pushes what the plugin said out of its log. The block that the process
 * was born with is emptied too: it stays readable otherwise.
 */
static bool clear_environment(char **environment) {
  for (char **variable = environment; *variable != NULL; variable++) {
    explicit_bzero(*variable, strlen(*variable));
  }
  return clearenv() == 0 && setenv("SWIFT_BACKTRACE", "enable=no", 1) == 0;
}

/** No file but those that the plugin needs; as far as Landlock goes, no network and no others. */
static bool close_the_file_system(const struct sources *sources, struct confinement *confinement) {
  int version = landlock_version();
  if (version == 0) return false;
  int rules = landlock_forbid_everything(version);
  if (rules < 0) return false;
  allow_places(rules, sources);
  if (!landlock_enforce(rules)) return false;
  confinement->landlock = version;
  return true;
}

const char *confine(const struct sources *sources, enum sandbox sandbox,
                    struct confinement *confinement) {
  bool is_strict = sandbox == SANDBOX_STRICT;
  *confinement = (struct confinement){0};
  if (!leave_the_terminal() || !close_the_rest()) return "its descriptors";
  // What follows must not outlive the host.
  if (!die_with_the_host()) return "the parent-death signal";
  if (sandbox == SANDBOX_OFF) return clear_environment(environ) ? NULL : "the environment";
  volunteer_when_memory_runs_out();
  if (prctl(PR_SET_DUMPABLE, 0) != 0) return "core dumps";
  // The kernel asks for it before the two steps at the end.
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return "privileges";
  if (!drop_capabilities()) return "privileges";
  if (!limit_resources()) return "resource limits";
  // It reads LD_LIBRARY_PATH, so the environment is cleared after it.
  if (!close_the_file_system(sources, confinement) && is_strict) return "Landlock";
  // Where the host works is none of its business; only a relative path still needs it.
  if (sources->library[0] == '/' && chdir("/") != 0) return "the current folder";
  if (!clear_environment(environ)) return "the environment";
  // Last, because its filter forbids the calls that the steps before it make.
  confinement->seccomp = seccomp_enforce();
  return confinement->seccomp || !is_strict ? NULL : "seccomp";
}
