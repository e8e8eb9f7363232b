/*
 * A plugin that does wrong on request: what the tests of PluginHost run against.
 *
 * In handle, the action that it is asked to decide names the wrong: see `misdeeds` in
 * misbehaving.c. At load, the name of its own file does: a copy called lib*crash-at-load*.so
 * crashes in its constructor, and so on: see loading.c.
 *
 * Its id is its file name without "lib" and ".so"; its one exercise has the same id, but "twin"
 * in any file whose name begins "libtwin-". What else it declares its name says too: see
 * declaring.c.
 */
#ifndef MISBEHAVING_PLUGIN_H
#define MISBEHAVING_PLUGIN_H

#include <stdbool.h>
#include <stdint.h>

#include "charrette_exercise.h"

/** Whether the library's own file name contains `word`. */
bool misbehaving_file_is(const char *word);

/** Whether it lies where plugins are once they are installed. */
bool misbehaving_is_installed(void);

/** Has as many threads work for as long as the process lives. */
void misbehaving_start_spinning(int threads);

/** Answers with more changes than a host takes, each well-formed. */
int32_t misbehaving_change_without_end(const charrette_sink *answer);

/** More of the lists in the manifest, each with its comma; empty where there is no more. */
const char *misbehaving_more_actions(void);
const char *misbehaving_more_exercises(void);
const char *misbehaving_contributions(void);

/** The plugin's id; valid for the life of the process. */
const char *misbehaving_id(void);

#endif /* MISBEHAVING_PLUGIN_H */
