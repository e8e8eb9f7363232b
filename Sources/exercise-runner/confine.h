#ifndef CONFINE_H
#define CONFINE_H

#include <stdbool.h>

/**
 * Takes away from this process, for ever, what a plugin has no business with. Called once by the
 * runner, while it has a single thread and before `library`, the plugin's path, is loaded: its
 * constructors already run inside. False where a part could not be done, with errno set; the
 * plugin must then not be loaded.
 */
bool confine(const char *library);

#endif /* CONFINE_H */
