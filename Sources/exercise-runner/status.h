/*
 * What the runner itself has to say, apart from what the plugin answers: frames with a member
 * "runner". Read by RunnerStatus.swift in the module PluginHost; the two change together.
 *
 *   {"runner":"ready","abi":[1,0],"sandbox":{"landlock":7,"seccomp":true}}
 *                                                       first of all: the plugin's version, and
 *                                                       what confines it. The runner refuses by
 *                                                       itself; this is for the log, since a
 *                                                       plugin could send the same.
 *   {"runner":"unloadable","message":"..."}             instead: then the runner exits with 1
 *   {"runner":"incompatible","host":"1.0","plugin":"2.0"}   instead: then it exits with 1
 *   {"runner":"unconfined","missing":"Landlock","message":"..."}
 *                                                       instead: then it exits with 1
 *   {"runner":"forbidden","call":"execve","power":"program"}
 *                                                       for an answer, or instead: the plugin
 *                                                       tried that, and ends by SIGSYS. The power
 *                                                       is one of those in calls.c
 *   {"runner":"gave-up","code":3}                       for an answer: handle returned 3
 *   {"runner":"flooded","limit":67108864}               for an answer: it was longer than that
 */
#ifndef STATUS_H
#define STATUS_H

#include <stdbool.h>
#include <stdint.h>

#include "confine.h"

/** Each sends one frame and is false where the host cannot be reached any more. */
bool status_ready(uint32_t abi_major, uint32_t abi_minor, const struct confinement *confinement);
/** `message` may be any bytes: what is not UTF-8 becomes question marks. */
bool status_unloadable(const char *message);
/** Both are plain ASCII without quotation marks. */
bool status_incompatible(const char *host, const char *plugin);
/** Which part of the sandbox could not be put up, and the system's words for why. */
bool status_unconfined(const char *missing, const char *message);
/** Both plain ASCII. May be called in a signal handler, and never waits. */
void status_forbidden(const char *call, const char *power);
bool status_gave_up(int32_t code);
bool status_flooded(void);

#endif /* STATUS_H */
