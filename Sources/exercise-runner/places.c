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
#include <sys/stat.h>
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
    // No bundle has hidden files, so nobody was shown one.
    if (entry->d_name[0] == '.' || !is_wanted(entry->d_name)) continue;
    landlock_allow_reading_in_place(rules, dirfd(entries), entry->d_name);
  }
  closedir(entries);
}

/** How much of `entry`, of a run path, stands for the folder of the library; 0 where nothing. */
static size_t origin_length(const char *entry, size_t length) {
  size_t found = strncmp(entry, "$ORIGIN", 7) == 0     ? 7
                 : strncmp(entry, "${ORIGIN}", 9) == 0 ? 9
                                                       : 0;
  return found > length ? 0 : found;
}

/** Whether a path is below `folder`, and not beside it by way of `..`. */
static bool is_below(const char *path, const char *folder) {
  size_t length = strlen(folder);
  return strncmp(path, folder, length) == 0 && (path[length] == 0 || path[length] == '/') &&
         strstr(path + length, "/..") == NULL;
}

/** Whether root alone can change what is in `folder`, or put another in its place. */
static bool is_for_root_alone(const char *folder) {
  char way[PATH_MAX];
  if (realpath(folder, way) == NULL) return false;
  for (;;) {
    struct stat status;
    if (stat(way, &status) != 0 || status.st_uid != 0) return false;
    if ((status.st_mode & (S_IWGRP | S_IWOTH)) != 0) return false;
    char *slash = strrchr(way, '/');
    if (slash == way) return true;
    *slash = 0;
  }
}

/** Whether Swift's runtime is in `folder`, as a system has it. */
static bool is_systems_swift(const char *folder) {
  return ends_with(folder, "/lib/swift/linux") &&
         (is_below(folder, "/usr") || is_below(folder, "/opt")) && is_for_root_alone(folder);
}

/**
 * The libraries in each folder of a list with colons between. In absolute ones: an empty or a
 * relative one is the current folder, which is none of a plugin's business. `$ORIGIN` is `origin`.
 * Where `is_held`, only those below `origin` or the system's own.
 */
static void allow_libraries(int rules, const char *list, const char *origin, bool is_held) {
  while (*list != 0) {
    size_t length = strcspn(list, ":");
    size_t skipped = origin_length(list, length);
    char folder[PATH_MAX];
    int size = snprintf(folder, sizeof folder, "%s%.*s", skipped > 0 ? origin : "",
                        (int)(length - skipped), list + skipped);
    bool is_whole = size > 0 && (size_t)size < sizeof folder && folder[0] == '/';
    if (is_whole && (!is_held || is_below(folder, origin) || is_systems_swift(folder))) {
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

static void allow_run_path(int rules, const char *library, const char *folder, bool is_held) {
  int file = open(library, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (file < 0) return;
  char *path = elf_run_path(file);
  close(file);
  if (path != NULL) allow_libraries(rules, path, folder, is_held);
  free(path);
}

void allow_places(int rules, const struct sources *sources) {
  const char *library = sources->library;
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
  if (more != NULL) allow_libraries(rules, more, folder, false);
  if (sources->runtime != NULL) allow_libraries(rules, sources->runtime, folder, false);
  allow_bundle(rules, library, folder);
  allow_run_path(rules, library, folder, sources->is_installed);
}
