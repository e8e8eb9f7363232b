/*
 * The probe: the runner as a host of another age would be, for `charrette plugin check`. What it
 * lends the plugin lies in memory that cannot be written, directly before memory that cannot be
 * read, and is gone once it is not lent any more: so who looks past a size, writes what is
 * borrowed or keeps it crashes there and then, which whoever checks it sees.
 *
 * Its first frame tells what came of the entry, and so does the answer to {"probe":"facts"};
 * everything else is asked of the plugin. Read by ProbeFacts.swift in the module PluginCheck; the
 * two change together.
 *
 *   {"runner":"unloadable","message":"..."}       instead of all of it, as in status.h
 *   {"runner":"probed","entry":"refused","asked":[]}        the entry returned NULL
 *   {"runner":"probed","entry":"plugin","size":48,"abi":[1,0],"handles":true,
 *    "extension":"null","asked":["org.example.clock"]}
 *
 * "extension" is what the plugin says of an id that nobody knows: "absent" where it has no such
 * function, "null" as it should be, or "something". "asked" are the ids that it asked the host for,
 * all of which it was refused. An answer {"runner":"changed"}: the plugin's own structure is not
 * as it was.
 */
#ifndef PROBE_H
#define PROBE_H

#include <stdbool.h>

/** Whether there is a probe of this name: "other-major", "zero-major", "small" or "large". */
bool probe_exists(const char *name);

/** Loads `library` as the probe says and serves it; the exit status of the runner. */
int probe(const char *library, const char *name);

#endif /* PROBE_H */
