/*
 * The system calls that seccomp.c decides about by their number alone.
 */
#ifndef CALLS_H
#define CALLS_H

#include <stddef.h>
#include <stdint.h>

/** What a plugin that makes a forbidden call wants to be able to do. */
enum power {
  POWER_PROGRAM,
  POWER_PROCESS,
  POWER_NETWORK,
  POWER_OTHERS,
  POWER_IDENTITY,
  POWER_MEMORY,
  POWER_SYSTEM,
};

struct forbidden_call {
  uint32_t number;
  const char *name;
  enum power power;
};

/** What every honest program may do. */
extern const uint32_t allowed_calls[];
extern const size_t allowed_call_count;

/** What no honest plugin does. Some are also reached by seccomp.c's closer looks. */
extern const struct forbidden_call forbidden_calls[];
extern const size_t forbidden_call_count;

/** The word for a power in the runner's status. See status.h. */
const char *power_word(enum power power);

#endif /* CALLS_H */
