#ifndef LIMITS_H
#define LIMITS_H

#include <stdbool.h>

/**
 * Bounds what this process may use up, and gives every privilege away that it was born with. Needs
 * no privilege, and nothing can undo it. False where a part could not be done, with errno set.
 */
bool limit_resources(void);

/** Gives up the capabilities that the superuser's processes have, for ever. As above. */
bool drop_capabilities(void);

/**
 * Where memory runs out, the kernel is to end this process before any other, the host above all.
 * To be called before the process is made undumpable: it may not write to its own /proc after that.
 */
void volunteer_when_memory_runs_out(void);

#endif /* LIMITS_H */
