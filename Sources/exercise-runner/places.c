#define _GNU_SOURCE
#include "places.h"

#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <link.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#include "landlock.h"
#include "run_path.h"

/** What every program may read. Nobody but the system's owner can write to any of them. */
static const char *const system_places[] = {
    "/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/etc/ld.so.cache",
    "/etc/localtime", "/usr/share/zoneinfo", "/dev/null", "/dev/zero", "/dev/random",
    "/dev/urandom",
};

static bool ends_with(const char *text, const char *end) {
  size_t length = strlen(text);
  size_t wanted = strlen(end);
  return length >= wanted && strcmp(text + length - wanted, end) == 0;
}

/** `libfoo.so` and `libfoo.so.1`. */
static bool is_library_name(const char *name) {
  return ends_with(name, ".so") || strstr(name, ".so.") != NULL;
}

static bool is_resource_folder_name(const char *name) {
  return ends_with(name, ".resources") || strcmp(name, "Resources") == 0 ||
         strcmp(name, "Templates") == 0;
}

/** The entries of `folder` that have such a name and are of that kind themselves. */
static void allow_entries(int rules, const char *folder, bool (*is_wanted)(const char *name),
                          unsigned char kind) {
  DIR *entries = opendir(folder);
  if (entries == NULL) return;
  struct dirent *entry;
  while ((entry = readdir(entries)) != NULL) {
    // Some file systems do not tell the kind. A link is not followed in any case.
    if (entry->d_type != kind && entry->d_type != DT_UNKNOWN) continue;
    if (!is_wanted(entry->d_name)) continue;
    landlock_allow_reading_in_place(rules, dirfd(entries), entry->d_name);
  }
  closedir(entries);
}

/**
 * The libraries in each folder of a list with colons between. In absolute ones: an empty or a
 * relative one is the current folder, which is none of a plugin's business. `$ORIGIN` is `origin`.
 */
static void allow_libraries(int rules, const char *list, const char *origin) {
  while (*list != 0) {
    size_t length = strcspn(list, ":");
    size_t skipped = strncmp(list, "$ORIGIN", 7) == 0     ? 7
                     : strncmp(list, "${ORIGIN}", 9) == 0 ? 9
                                                          : 0;
    if (skipped > length) skipped = 0;
    char folder[PATH_MAX];
    int size = snprintf(folder, sizeof folder, "%s%.*s", skipped > 0 ? origin : "",
                        (int)(length - skipped), list + skipped);
    if (size > 0 && (size_t)size < sizeof folder && folder[0] == '/') {
      allow_entries(rules, folder, is_library_name, DT_REG);
    }
    list += length;
    if (*list == ':') list++;
  }
}

/** The folder of a library that this process was loaded with: the C library's, Swift's. */
static int allow_folder_of(struct dl_phdr_info *info, size_t size, void *rules) {
  (void)size;
  char folder[PATH_MAX];
  if (info->dlpi_name == NULL || info->dlpi_name[0] != '/') return 0;
  if (snprintf(folder, sizeof folder, "%s", info->dlpi_name) >= (int)sizeof folder) return 0;
  char *slash = strrchr(folder, '/');
  if (slash == folder) return 0;
  *slash = 0;
  landlock_allow_reading(*(int *)rules, AT_FDCWD, folder);
  return 0;
}

static void allow_bundle(int rules, const char *library, const char *folder) {
  // The host has named it, so here a link is followed.
  landlock_allow_reading(rules, AT_FDCWD, library);
  allow_entries(rules, folder, is_library_name, DT_REG);
  allow_entries(rules, folder, is_resource_folder_name, DT_DIR);
}

static void allow_run_path(int rules, const char *library, const char *folder) {
  int file = open(library, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (file < 0) return;
  char *path = elf_run_path(file);
  close(file);
  if (path != NULL) allow_libraries(rules, path, folder);
  free(path);
}

void allow_places(int rules, const char *library) {
  char folder[PATH_MAX];
  const char *slash = strrchr(library, '/');
  if (slash == NULL || slash - library >= PATH_MAX) return;
  snprintf(folder, sizeof folder, "%.*s", slash == library ? 1 : (int)(slash - library), library);
  for (size_t index = 0; index < sizeof system_places / sizeof system_places[0]; index++) {
    landlock_allow_reading(rules, AT_FDCWD, system_places[index]);
  }
  landlock_allow_writing(rules, "/dev/null");
  dl_iterate_phdr(allow_folder_of, &rules);
  const char *more = getenv("LD_LIBRARY_PATH");
  if (more != NULL) allow_libraries(rules, more, folder);
  allow_bundle(rules, library, folder);
  allow_run_path(rules, library, folder);
}
