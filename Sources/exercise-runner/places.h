#ifndef PLACES_H
#define PLACES_H

/**
 * Allows in `rules` (see landlock.h) to read what the plugin `library` needs, and nothing else:
 *
 * - the library itself; beside it other libraries, and the folders of its resources: those that are
 *   called `Resources`, `Templates` or `*.resources`. Not whatever else lies in that folder, which
 *   may be anybody's home;
 * - the folders of the system's libraries and of those that this very process was loaded with;
 * - libraries in the folders of LD_LIBRARY_PATH, and of the plugin's own run path;
 * - time zones, chance, and /dev/null, to which it may write too.
 *
 * Symbolic links that a stranger may have made are not followed.
 */
void allow_places(int rules, const char *library);

#endif /* PLACES_H */
