/*
 * Landlock: what of the file system, the network and other processes this process may still reach.
 *
 * Source: Documentation/userspace-api/landlock.rst of the kernel, whose versions ("ABI") each add
 * something to what can be forbidden. Everything that the running kernel knows is forbidden here;
 * then single files and folders are opened for reading again.
 */
#ifndef LANDLOCK_H
#define LANDLOCK_H

#include <stdbool.h>

/** The kernel's version of Landlock; 0 where it has none or it is switched off. */
int landlock_version(void);

/**
 * A set of rules, as a descriptor, that forbids all that `version` can. -1 with errno set where it
 * cannot be made. Nothing is forbidden before `landlock_enforce`.
 */
int landlock_forbid_everything(int version);

/**
 * Allows to read `path` below the folder `folder` (AT_FDCWD: as it stands): a file's bytes, or all
 * that is below a folder. What is not there is passed over. No right is given to write, to make, to
 * remove, or to run anything: mapping a library needs only reading.
 */
void landlock_allow_reading(int rules, int folder, const char *path);

/** The same where `path` is not a symbolic link, which might lead anywhere. */
void landlock_allow_reading_in_place(int rules, int folder, const char *path);

/** Allows to write to the device at `path` too. */
void landlock_allow_writing(int rules, const char *path);

/**
 * From here on, for ever and for every thread to come. Closes `rules`. False where that cannot be
 * done, with errno set.
 */
bool landlock_enforce(int rules);

#endif /* LANDLOCK_H */
