#ifndef PLACES_H
#define PLACES_H

#include <stdbool.h>

/** What is to be loaded, and where else libraries may come from. */
struct sources {
  /** The plugin's path. */
  const char *library;
  /**
   * It was shown and recorded when it was installed: what it loads is in its bundle, every file of
   * which the host has held against the record, or is the system's. A run path that leads elsewhere
   * leads nowhere.
   */
  bool is_installed;
  /** Where the host's own Swift runtime is, an absolute path; NULL where it has none. */
  const char *runtime;
};

/**
 * Allows in `rules` (see landlock.h) to read what the plugin needs, and nothing else:
 *
 * - the library itself; beside it other libraries, and the folders of its resources: those that are
 *   called `Resources`, `Templates` or `*.resources`. Not whatever else lies in that folder, which
 *   may be anybody's home;
 * - the folders of the system's libraries and of those that this very process was loaded with;
 * - libraries in the folders of LD_LIBRARY_PATH, which whoever started charrette has set, and in
 *   `runtime`;
 * - libraries in the folders of the plugin's own run path. Of one that is installed, only those
 *   within its bundle, and those of Swift where the system has it: in a `lib/swift/linux` below
 *   /usr or /opt that root alone can change;
 * - time zones, chance, and /dev/null, to which it may write too.
 *
 * Symbolic links that a stranger may have made are not followed, hidden files are passed over.
 */
void allow_places(int rules, const struct sources *sources);

#endif /* PLACES_H */
