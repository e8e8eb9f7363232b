#define _GNU_SOURCE
#include "landlock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

// The C library's headers may be older than the kernel: Debian 12's end at version 2. Names and
// numbers are those of the kernel's include/uapi/linux/landlock.h.
enum {
  CREATE_RULESET = 444,
  ADD_RULE = 445,
  RESTRICT_SELF = 446,
  CREATE_RULESET_VERSION = 1,
  RULE_PATH_BENEATH = 1,
};

#define FS_WRITE_FILE (UINT64_C(1) << 1)
#define FS_READ_FILE (UINT64_C(1) << 2)
#define FS_READ_DIR (UINT64_C(1) << 3)
/** Running, reading, writing, making and removing: the thirteen of the first version. */
#define FS_VERSION_1 ((UINT64_C(1) << 13) - 1)
/** Linking and renaming from one folder to another. */
#define FS_REFER (UINT64_C(1) << 13)
#define FS_TRUNCATE (UINT64_C(1) << 14)
#define FS_IOCTL_DEV (UINT64_C(1) << 15)
#define NET_BIND_TCP (UINT64_C(1) << 0)
#define NET_CONNECT_TCP (UINT64_C(1) << 1)
#define SCOPE_ABSTRACT_UNIX_SOCKET (UINT64_C(1) << 0)
#define SCOPE_SIGNAL (UINT64_C(1) << 1)

/** A kernel that does not know the later members takes them while they are zero. */
struct ruleset {
  uint64_t fs;
  /** Since version 4. */
  uint64_t net;
  /** Since version 6. */
  uint64_t scoped;
};

struct path_beneath {
  uint64_t allowed;
  int32_t parent;
} __attribute__((packed));

/** All that this version can forbid. What later ones add is not asked of it. */
static struct ruleset everything(int version) {
  struct ruleset rules = {.fs = FS_VERSION_1};
  if (version >= 2) rules.fs |= FS_REFER;
  if (version >= 3) rules.fs |= FS_TRUNCATE;
  if (version >= 4) rules.net = NET_BIND_TCP | NET_CONNECT_TCP;
  if (version >= 5) rules.fs |= FS_IOCTL_DEV;
  if (version >= 6) rules.scoped = SCOPE_ABSTRACT_UNIX_SOCKET | SCOPE_SIGNAL;
  return rules;
}

int landlock_version(void) {
  long version = syscall(CREATE_RULESET, NULL, 0, CREATE_RULESET_VERSION);
  return version > 0 ? (int)version : 0;
}

int landlock_forbid_everything(int version) {
  struct ruleset rules = everything(version);
  return (int)syscall(CREATE_RULESET, &rules, sizeof rules, 0);
}

static void allow(int rules, int folder, const char *path, int how, uint64_t more) {
  int file = openat(folder, path, O_PATH | O_CLOEXEC | how);
  if (file < 0) return;
  struct stat status;
  if (fstat(file, &status) == 0 && !S_ISLNK(status.st_mode)) {
    struct path_beneath rule = {.allowed = FS_READ_FILE | more, .parent = file};
    // The kernel refuses a right that only a folder can have where there is a file.
    if (S_ISDIR(status.st_mode)) rule.allowed |= FS_READ_DIR;
    syscall(ADD_RULE, rules, RULE_PATH_BENEATH, &rule, 0);
  }
  close(file);
}

void landlock_allow_reading(int rules, int folder, const char *path) {
  allow(rules, folder, path, 0, 0);
}

void landlock_allow_reading_in_place(int rules, int folder, const char *path) {
  allow(rules, folder, path, O_NOFOLLOW, 0);
}

void landlock_allow_writing(int rules, const char *path) {
  allow(rules, AT_FDCWD, path, 0, FS_WRITE_FILE);
}

bool landlock_enforce(int rules) {
  bool done = syscall(RESTRICT_SELF, rules, 0) == 0;
  int problem = errno;
  close(rules);
  errno = problem;
  return done;
}
