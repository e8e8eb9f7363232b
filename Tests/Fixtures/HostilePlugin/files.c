#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "hostile_plugin.h"

static int32_t outcome(long result) { return result < 0 ? errno : 0; }

static int32_t read_file(const char *path) { return outcome(open(path, O_RDONLY)); }
static int32_t list_folder(const char *path) { return opendir(path) == NULL ? errno : 0; }
static int32_t make_file(const char *path) {
  return outcome(open(path, O_WRONLY | O_CREAT, 0644));
}
static int32_t overwrite(const char *path) { return outcome(open(path, O_WRONLY)); }
static int32_t append(const char *path) { return outcome(open(path, O_RDWR | O_APPEND)); }
static int32_t make_folder(const char *path) { return outcome(mkdir(path, 0755)); }
static int32_t remove_file(const char *path) { return outcome(unlink(path)); }
static int32_t rename_file(const char *path) { return outcome(rename(path, "/tmp/stolen")); }
static int32_t cut_off(const char *path) { return outcome(truncate(path, 0)); }
static int32_t change_mode(const char *path) { return outcome(chmod(path, 0777)); }
static int32_t change_owner(const char *path) { return outcome(chown(path, 65534, 65534)); }
static int32_t change_times(const char *path) { return outcome(utimensat(-1, path, NULL, 0)); }
static int32_t link_file(const char *path) { return outcome(symlink("/etc/passwd", path)); }
static int32_t mark(const char *path) {
  return outcome(setxattr(path, "user.mark", "x", 1, 0));
}
static int32_t watch(const char *path) {
  int watcher = inotify_init1(0);
  return watcher < 0 ? errno : outcome(inotify_add_watch(watcher, path, IN_ALL_EVENTS));
}

/** Whatever it was born with besides its streams and its socket. */
static int32_t use_descriptors(const char *unused) {
  (void)unused;
  for (int descriptor = 4; descriptor < 4096; descriptor++) {
    if (fcntl(descriptor, F_GETFD) >= 0) return 0;
  }
  return EBADF;
}

/** Anything at all that the host's environment told. */
static int32_t read_environment(const char *unused) {
  (void)unused;
  for (char **variable = environ; *variable != NULL; variable++) {
    if (strncmp(*variable, "SWIFT_BACKTRACE=", 16) != 0) return 0;
  }
  if (getenv("HOME") != NULL || getenv("PATH") != NULL) return 0;
  // What the process was born with lies above the stack, and here.
  return outcome(open("/proc/self/environ", O_RDONLY));
}

static int32_t load_library(const char *path) {
  if (dlopen(path, RTLD_NOW) != NULL) return 0;
  const char *reason = dlerror();
  return strstr(reason, "Permission denied") != NULL ? EACCES : ENOEXEC;
}

const struct named_misdeed file_misdeeds[] = {
    {"read-file", read_file},
    {"list-folder", list_folder},
    {"make-file", make_file},
    {"overwrite", overwrite},
    {"append", append},
    {"make-folder", make_folder},
    {"remove-file", remove_file},
    {"rename-file", rename_file},
    {"cut-off", cut_off},
    {"change-mode", change_mode},
    {"change-owner", change_owner},
    {"change-times", change_times},
    {"link-file", link_file},
    {"mark", mark},
    {"watch", watch},
    {"use-descriptors", use_descriptors},
    {"read-environment", read_environment},
    {"load-library", load_library},
    {NULL, NULL},
};
