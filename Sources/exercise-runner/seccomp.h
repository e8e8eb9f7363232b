/*
 * Seccomp: which system calls this process may still make.
 *
 * Landlock does not know UDP, sockets with a path, processes, io_uring, or changes of a file's mode
 * and times; this does. It is a list of what is allowed. What is not on it fails with EPERM, as on
 * any system that forbids it; and what no honest plugin ever tries ends the process, after the host
 * was told what it was.
 */
#ifndef SECCOMP_H
#define SECCOMP_H

#include <stdbool.h>

/**
 * From here on, for ever and for every thread to come. Asks for no-new-privileges before. False
 * where that cannot be done, with errno set: the kernel lacks it, or this is a processor that the
 * list was not made for.
 */
bool seccomp_enforce(void);

#endif /* SECCOMP_H */
