#define _GNU_SOURCE
#include "confine.h"

#include <errno.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "frames.h"

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

bool confine(const char *library) {
  (void)library;
  const struct rlimit none = {0, 0};
  // The order matters. The parent-death signal first: what follows must not outlive the host.
  if (!die_with_the_host()) return false;
  if (prctl(PR_SET_DUMPABLE, 0) != 0) return false;
  if (setrlimit(RLIMIT_CORE, &none) != 0) return false;
  // No-new-privileges last of these: the kernel asks for it before the two steps still to come.
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return false;
  // Here come, in this order:
  // 1. the other resource limits (they need no privilege, and Landlock does not undo them);
  // 2. Landlock: read the folder of `library` and the runtime's libraries, nothing else;
  // 3. seccomp, last, because its filter forbids the calls that the steps before it make.
  return true;
}
