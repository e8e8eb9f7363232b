#ifndef CONFINE_H
#define CONFINE_H

#include <stdbool.h>

#include "places.h"

/** How much must be in force before a plugin is loaded. */
enum sandbox {
  /** All of it, or the plugin is not loaded: for strangers' plugins. */
  SANDBOX_STRICT,
  /** What this kernel has: for plugins that came with the kit. */
  SANDBOX_LENIENT,
  /** No Landlock, no seccomp and no limits: for a debugger. */
  SANDBOX_OFF,
};

/** What is in force. */
struct confinement {
  /** The kernel's version of Landlock; 0: it is not in force. */
  int landlock;
  bool seccomp;
};

/**
 * Takes away from this process, for ever, what a plugin has no business with. Called once by the
 * runner, while it has a single thread and before the library of `sources` is loaded: its
 * constructors already run inside.
 *
 * NULL once it is done, and `confinement` then says what is in force; else which part could not be
 * done, with errno set: the plugin must then not be loaded.
 */
const char *confine(const struct sources *sources, enum sandbox sandbox,
                    struct confinement *confinement);

#endif /* CONFINE_H */
