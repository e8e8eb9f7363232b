#define _GNU_SOURCE
#include <dlfcn.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "charrette_exercise.h"
#include "misbehaving_plugin.h"

int32_t misbehaving_handle(void *context, const uint8_t *request, uint64_t length,
                           const charrette_sink *answer);

static void say_goodbye(void *context) {
  (void)context;
  puts("closed in order");
}

static const char *path(void) {
  Dl_info info;
  return dladdr((void *)path, &info) == 0 ? "" : info.dli_fname;
}

static const char *file_name(void) {
  const char *slash = strrchr(path(), '/');
  return slash == NULL ? path() : slash + 1;
}

bool misbehaving_is_installed(void) { return strstr(path(), "/bundle-") != NULL; }

static void *spin(void *unused) {
  (void)unused;
  for (volatile unsigned turn = 0;; turn++) {
  }
  return NULL;
}

void misbehaving_start_spinning(int threads) {
  for (int index = 0; index < threads; index++) {
    pthread_t thread;
    pthread_create(&thread, NULL, spin, NULL);
  }
}

bool misbehaving_file_is(const char *word) { return strstr(file_name(), word) != NULL; }

const char *misbehaving_id(void) {
  static char id[256];
  const char *name = file_name();
  snprintf(id, sizeof id, "%s", strncmp(name, "lib", 3) == 0 ? name + 3 : name);
  char *end = strstr(id, ".so");
  if (end != NULL) *end = 0;
  return id;
}

/** What happens here happens in dlopen, before the runner has said a word. */
__attribute__((constructor)) static void at_load(void) {
  if (misbehaving_file_is("crash-at-load")) abort();
  if (misbehaving_file_is("exit-at-once")) _exit(7);
  if (misbehaving_file_is("hang-at-load")) {
    for (;;) pause();
  }
}

const charrette_plugin *charrette_plugin_entry(const charrette_host *host) {
  (void)host;
  static charrette_plugin plugin = {
      .size = sizeof plugin,
      .abi_major = CHARRETTE_ABI_MAJOR,
      .abi_minor = CHARRETTE_ABI_MINOR,
      .handle = misbehaving_handle,
      .close = say_goodbye,
  };
  if (misbehaving_file_is("null-entry")) return NULL;
  if (misbehaving_file_is("wrong-major")) plugin.abi_major = 2;
  if (misbehaving_file_is("tiny-struct")) plugin.size = 8;
  return &plugin;
}

int32_t misbehaving_change_without_end(const charrette_sink *answer) {
  static const char beginning[] = "{\"reply\":\"changes\",\"changes\":[";
  static const char change[] = "{\"change\":\"record\",\"event\":0},";
  static const char end[] = "{\"change\":\"record\",\"event\":0}]}";
  answer->write(answer->context, (const uint8_t *)beginning, sizeof beginning - 1);
  for (int count = 0; count < 300000; count++) {
    answer->write(answer->context, (const uint8_t *)change, sizeof change - 1);
  }
  answer->write(answer->context, (const uint8_t *)end, sizeof end - 1);
  return 0;
}
