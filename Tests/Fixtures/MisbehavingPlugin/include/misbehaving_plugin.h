/*
 * A plugin that does wrong on request: what the tests of PluginHost run against.
 *
 * In handle, the action that it is asked to decide names the wrong: see `misdeeds` in
 * misbehaving.c. At load, the name of its own file does: a copy called lib*crash-at-load*.so
 * crashes in its constructor, and so on: see loading.c.
 *
 * Its id is its file name without "lib" and ".so"; its one exercise has the same id, but "twin"
 * in any file whose name begins "libtwin-".
 */
#ifndef MISBEHAVING_PLUGIN_H
#define MISBEHAVING_PLUGIN_H

#include <stdbool.h>

/** Whether the library's own file name contains `word`. */
bool misbehaving_file_is(const char *word);

/** The plugin's id; valid for the life of the process. */
const char *misbehaving_id(void);

#endif /* MISBEHAVING_PLUGIN_H */
