/*
 * libFuzzer over the runner's reader of a stranger's library, which runs before the sandbox is up.
 * Built by .ci/fuzz alone.
 */
#define _GNU_SOURCE
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "run_path.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count) {
  static int file = -1;
  if (file < 0) file = memfd_create("library", 0);
  if (ftruncate(file, 0) != 0 || pwrite(file, bytes, count, 0) != (ssize_t)count) return 0;
  char *path = elf_run_path(file);
  // Every byte of it is looked at.
  if (path != NULL && strlen(path) > 4096) abort();
  free(path);
  return 0;
}
