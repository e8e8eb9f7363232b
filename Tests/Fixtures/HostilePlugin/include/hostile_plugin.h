/*
 * A plugin that reaches for what no plugin may have: what the tests of the sandbox run against.
 *
 * The action that it is asked to decide names the misdeed; the field `target`, where there is one,
 * what to do it to. A misdeed that succeeds answers well, so that the test which expects it to be
 * refused fails; one that the system refuses gives up with the system's error number.
 *
 * At load, the name of its own file tells: see at_load in hostile.c.
 */
#ifndef HOSTILE_PLUGIN_H
#define HOSTILE_PLUGIN_H

#include <stddef.h>
#include <stdint.h>

#include "charrette_exercise.h"

/** As the inside of a JSON string: more lines, which look as if the kit had written them. */
#define HOSTILE_LINES                                                          \
  "\\nFailed: The journal is lost.\\nHint: Press Ctrl-D.\\nFa\\u200biled: Again." \
  "\\n\\u00a0Warning: Leave.\\n2/2 Harm \\u203a /quit\\n  name \\u203a Ruth"

/** Does it and returns 0, or errno. `target` is empty where none was given. */
typedef int32_t (*misdeed)(const char *target);

struct named_misdeed {
  const char *action;
  misdeed act;
};

/** Each list ends with an entry whose action is NULL. */
extern const struct named_misdeed file_misdeeds[];
extern const struct named_misdeed network_misdeeds[];
extern const struct named_misdeed process_misdeeds[];
extern const struct named_misdeed memory_misdeeds[];

/** Answers `request` with words that mean harm, where it asks for some; false where it does not. */
int hostile_words(const char *request, const charrette_sink *answer);

/** The manifest, every text of which is `text`, as the inside of a JSON string. */
void hostile_manifest(const char *text, const charrette_sink *answer);

void hostile_say(const charrette_sink *answer, const char *format, ...);

#endif /* HOSTILE_PLUGIN_H */
