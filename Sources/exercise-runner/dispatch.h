#ifndef DISPATCH_H
#define DISPATCH_H


/**
 * Stands in the C library's place for the plugin and all that it brings, because Swift's Dispatch
 * must have one file that the sandbox keeps from it.
 *
 * Dispatch looks into /proc/THREAD/stat whether its own threads run or wait, and ends the process
 * where it can't open that (libdispatch, src/event/workqueue.c). To open /proc to a plugin would
 * tell it about all that runs here. An empty file does instead: Dispatch then takes its threads to
 * be waiting, and starts others beside them, at most twice as many as there are processors.
 */
int open(const char *path, int flags, ...);

#endif /* DISPATCH_H */
