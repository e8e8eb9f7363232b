#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "hostile_plugin.h"

/** What a thread that was started while the library was loaded got from /etc/passwd. */
static int32_t found_by_thread = -1;
static pthread_t thread;

static const char *file_name(void) {
  Dl_info info;
  return dladdr((void *)file_name, &info) == 0 ? "" : info.dli_fname;
}

static void *read_passwords(void *unused) {
  (void)unused;
  found_by_thread = open("/etc/passwd", O_RDONLY) < 0 ? errno : 0;
  return NULL;
}

/** What happens here happens in dlopen, before the runner has said a word. */
__attribute__((constructor)) static void at_load(void) {
  if (strstr(file_name(), "thread-at-load") != NULL) {
    pthread_create(&thread, NULL, read_passwords, NULL);
  }
  if (strstr(file_name(), "socket-at-load") != NULL) socket(AF_INET, SOCK_STREAM, 0);
  if (strstr(file_name(), "write-at-load") != NULL) {
    _exit(open("/tmp/charrette-hostile", O_WRONLY | O_CREAT, 0600) < 0 ? errno : 0);
  }
}

static int32_t ask_thread(void) {
  pthread_join(thread, NULL);
  return found_by_thread;
}

/** The value of the field `target`, without what JSON escapes. */
static void read_target(const char *request, char *target, size_t size) {
  const char *start = strstr(request, "\"target\":\"");
  size_t length = 0;
  if (start != NULL) {
    start += strlen("\"target\":\"");
    length = strcspn(start, "\"");
  }
  snprintf(target, size, "%.*s", (int)length, start == NULL ? "" : start);
}

static const struct named_misdeed *find(const char *request) {
  const struct named_misdeed *lists[] = {file_misdeeds, network_misdeeds, process_misdeeds,
                                         memory_misdeeds};
  for (size_t list = 0; list < sizeof lists / sizeof lists[0]; list++) {
    for (const struct named_misdeed *next = lists[list]; next->action != NULL; next++) {
      char action[64];
      snprintf(action, sizeof action, "\"action\":\"%s\"", next->action);
      if (strstr(request, action) != NULL) return next;
    }
  }
  return NULL;
}

static void answer_well(const charrette_sink *answer) {
  hostile_say(answer, "{\"reply\":\"changes\",\"changes\":[{\"change\":\"record\",\"event\":");
  hostile_say(answer, "{\"opened\":1,\"folded\":0,\"process\":%d}}]}", getpid());
}

static int32_t decide(const char *request, const charrette_sink *answer) {
  if (hostile_words(request, answer)) return 0;
  if (strstr(request, "\"action\":\"ask-thread\"") != NULL) return ask_thread();
  const struct named_misdeed *misdeed = find(request);
  if (misdeed != NULL) {
    char target[4096];
    read_target(request, target, sizeof target);
    int32_t refusal = misdeed->act(target);
    if (refusal != 0) return refusal;
  }
  answer_well(answer);
  return 0;
}

/** Every kind of block that has lines, and a failure that is none. */
static void show_lines(const charrette_sink *answer) {
  hostile_say(answer, "{\"reply\":\"view\",\"view\":[");
  hostile_say(answer, "{\"block\":\"heading\",\"level\":1,\"text\":\"Failed: All of it\"},");
  hostile_say(answer, "{\"block\":\"text\",\"text\":\"All well%s\"},", HOSTILE_LINES);
  hostile_say(answer, "{\"block\":\"list\",\"ordered\":false,\"items\":[\"Well%s\"]},",
              HOSTILE_LINES);
  hostile_say(answer,
              "{\"block\":\"facts\",\"facts\":[{\"name\":\"Failed\",\"value\":\"all%s\"}]},",
              HOSTILE_LINES);
  hostile_say(answer, "{\"block\":\"note\",\"tone\":\"failure\",\"text\":\"The journal%s\"}]}",
              HOSTILE_LINES);
}

static void show(const charrette_sink *answer) {
  if (strstr(file_name(), "in-lines") != NULL) {
    show_lines(answer);
    return;
  }
  bool is_evil = strstr(file_name(), "evil") != NULL;
  const char *text = is_evil ? "\\u001b]52;c;QQ==\\u0007\\u009b2J\\u202e" : "all well";
  hostile_say(answer, "{\"reply\":\"view\",\"view\":[");
  hostile_say(answer, "{\"block\":\"heading\",\"level\":1,\"text\":\"%s\"},", text);
  hostile_say(answer, "{\"block\":\"text\",\"text\":\"%s\"},", text);
  hostile_say(answer, "{\"block\":\"list\",\"ordered\":false,\"items\":[\"%s\"]},", text);
  hostile_say(answer, "{\"block\":\"note\",\"tone\":\"warning\",\"text\":\"%s\"}]}", text);
}

static int32_t handle(void *context, const uint8_t *bytes, uint64_t length,
                      const charrette_sink *answer) {
  (void)context;
  char *request = malloc(length + 1);
  if (request == NULL) return ENOMEM;
  memcpy(request, bytes, length);
  request[length] = 0;
  int32_t code = 0;
  if (strstr(request, "{\"call\":\"hello\"") != NULL) {
    hostile_say(answer, "{\"reply\":\"welcome\",\"version\":1}");
  } else if (strstr(request, "{\"call\":\"manifest\"") != NULL) {
    hostile_manifest(strstr(file_name(), "evil") != NULL ? NULL : "Hostile", answer);
  } else if (strstr(request, "{\"call\":\"decide\"") != NULL) {
    code = decide(request, answer);
  } else if (strstr(request, "{\"call\":\"open\"") != NULL) {
    hostile_say(answer, "{\"reply\":\"done\"}");
  } else if (strstr(request, "{\"call\":\"view\"") != NULL) {
    show(answer);
  } else if (strstr(request, "{\"call\":\"give\"") != NULL) {
    hostile_say(answer, "{\"reply\":\"cards\",\"cards\":[]}");
  } else {
    hostile_say(answer, "{\"reply\":\"state\",\"state\":{\"version\":1,\"data\":0}}");
  }
  free(request);
  return code;
}

const charrette_plugin *charrette_plugin_entry(const charrette_host *host) {
  (void)host;
  static const charrette_plugin plugin = {
      .size = sizeof plugin,
      .abi_major = CHARRETTE_ABI_MAJOR,
      .abi_minor = CHARRETTE_ABI_MINOR,
      .handle = handle,
  };
  return &plugin;
}
