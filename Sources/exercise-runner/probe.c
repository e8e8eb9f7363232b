#define _GNU_SOURCE
#include "probe.h"

#include <dlfcn.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "charrette_exercise.h"
#include "frames.h"
#include "status.h"

/** What stands behind the members that a structure says it has: no pointer, no small number. */
#define FILLER 0xA5
#define FACTS "{\"probe\":\"facts\"}"
#define UNKNOWN_EXTENSION "org.example.no-such-extension"
#define ASKED_LIMIT 64
#define PLUGIN_SIZE_1_0 \
  (offsetof(charrette_plugin, close) + sizeof(((charrette_plugin *)0)->close))

/** A host of another age: its version, and how many bytes it says and has. */
struct shape {
  const char *name;
  uint32_t abi_major;
  uint32_t abi_minor;
  /** What `size` tells; the memory ends at the next multiple of eight. */
  uint32_t size;
};

static const struct shape shapes[] = {
    {"other-major", CHARRETTE_ABI_MAJOR + 1, 0, offsetof(charrette_host, extension)},
    {"zero-major", CHARRETTE_ABI_MAJOR - 1, 0, offsetof(charrette_host, extension)},
    {"small", CHARRETTE_ABI_MAJOR, CHARRETTE_ABI_MINOR, offsetof(charrette_host, extension)},
    {"large", CHARRETTE_ABI_MAJOR, CHARRETTE_ABI_MINOR + 1000, sizeof(charrette_host) + 64},
};

static const struct shape *shape_called(const char *name) {
  for (size_t index = 0; index < sizeof shapes / sizeof shapes[0]; index++) {
    if (strcmp(shapes[index].name, name) == 0) return &shapes[index];
  }
  return NULL;
}

bool probe_exists(const char *name) { return shape_called(name) != NULL; }

// MARK: - What is lent

/** Memory that ends where nothing can be read. */
struct lent {
  uint8_t *pages;
  size_t size;
  uint8_t *bytes;
};

/** Copies `length` bytes to the end of new pages and locks them; false without memory. */
static bool lend(struct lent *lent, const void *bytes, size_t length) {
  size_t page = (size_t)sysconf(_SC_PAGESIZE);
  size_t readable = (length + page) / page * page;
  lent->size = readable + page;
  lent->pages =
      mmap(NULL, lent->size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (lent->pages == MAP_FAILED) return false;
  lent->bytes = lent->pages + readable - length;
  memset(lent->pages, FILLER, readable - length);
  memcpy(lent->bytes, bytes, length);
  return mprotect(lent->pages, readable, PROT_READ) == 0 &&
         mprotect(lent->pages + readable, page, PROT_NONE) == 0;
}

static void take_back(struct lent *lent) { munmap(lent->pages, lent->size); }

/** The ids that the plugin asked for; copies, never freed. */
static const char *asked[ASKED_LIMIT];
static size_t asked_count;

static const void *refuse_extension(const char *id) {
  for (size_t index = 0; index < asked_count; index++) {
    if (strcmp(asked[index], id) == 0) return NULL;
  }
  char *copy = asked_count < ASKED_LIMIT ? strdup(id) : NULL;
  if (copy != NULL) asked[asked_count++] = copy;
  return NULL;
}

static bool lend_host(struct lent *lent, const struct shape *shape) {
  uint8_t image[sizeof(charrette_host) + 64];
  charrette_host host = {.size = shape->size,
                         .abi_major = shape->abi_major,
                         .abi_minor = shape->abi_minor,
                         .extension = refuse_extension};
  memset(image, FILLER, sizeof image);
  memcpy(image, &host, shape->size < sizeof host ? shape->size : sizeof host);
  return lend(lent, image, (shape->size + 7) / 8 * 8);
}

// MARK: - What came of it

/** What is known of the plugin; `plugin` is NULL where it refused this host. */
struct subject {
  const charrette_plugin *plugin;
  charrette_plugin copy;
  bool handles;
  const char *extension;
};

static void look_at(struct subject *subject) {
  const charrette_plugin *plugin = subject->plugin;
  size_t known = plugin->size < sizeof subject->copy ? plugin->size : sizeof subject->copy;
  memcpy(&subject->copy, plugin, known);
  subject->handles = plugin->size >= PLUGIN_SIZE_1_0 && plugin->handle != NULL;
  subject->extension = "absent";
  if (subject->handles && plugin->extension != NULL) {
    subject->extension = plugin->extension(UNKNOWN_EXTENSION) == NULL ? "null" : "something";
  }
}

static bool is_unchanged(const struct subject *subject) {
  size_t size = subject->copy.size < sizeof subject->copy ? subject->copy.size
                                                          : sizeof subject->copy;
  return memcmp(&subject->copy, subject->plugin, size) == 0;
}

static bool send_facts(const struct subject *subject) {
  struct frame frame = {0};
  char text[160];
  frame_put_text(&frame, "{\"runner\":\"probed\",\"entry\":");
  if (subject->plugin == NULL) {
    frame_put_text(&frame, "\"refused\"");
  } else {
    snprintf(text, sizeof text,
             "\"plugin\",\"size\":%u,\"abi\":[%u,%u],\"handles\":%s,\"extension\":\"%s\"",
             subject->copy.size, subject->copy.abi_major, subject->copy.abi_minor,
             subject->handles ? "true" : "false", subject->extension);
    frame_put_text(&frame, text);
  }
  frame_put_text(&frame, ",\"asked\":[");
  for (size_t index = 0; index < asked_count; index++) {
    if (index > 0) frame_put_text(&frame, ",");
    put_json_string(&frame, asked[index]);
  }
  frame_put_text(&frame, "]}");
  bool sent = frame_send(&frame);
  free(frame.bytes);
  return sent;
}

static void put_answer(void *context, const uint8_t *bytes, uint64_t length) {
  frame_put(context, bytes, length);
}

static bool lend_sink(struct lent *lent, struct frame *answer) {
  uint8_t image[sizeof(charrette_sink) + 32];
  charrette_sink sink = {.size = sizeof image, .context = answer, .write = put_answer};
  memset(image, FILLER, sizeof image);
  memcpy(image, &sink, sizeof sink);
  return lend(lent, image, sizeof image);
}

/** Asks the plugin with everything lent to it for this one call. */
static bool ask(const struct subject *subject, const struct frame *request, struct frame *answer) {
  struct lent bytes;
  struct lent sink;
  if (!lend(&bytes, request->bytes + FRAME_HEADER_SIZE, request->length) ||
      !lend_sink(&sink, answer)) {
    return false;
  }
  int32_t code = subject->plugin->handle(subject->plugin->context, bytes.bytes, request->length,
                                         (const charrette_sink *)sink.bytes);
  take_back(&bytes);
  take_back(&sink);
  if (code != 0) return status_gave_up(code);
  if (answer->overflowed) return status_flooded();
  if (is_unchanged(subject)) return frame_send(answer);
  frame_clear(answer);
  frame_put_text(answer, "{\"runner\":\"changed\"}");
  return frame_send(answer);
}

static int serve(const struct subject *subject) {
  struct frame request = {0};
  struct frame answer = {0};
  for (;;) {
    switch (frame_receive(&request)) {
      case FRAME_END: return 0;
      case FRAME_BROKEN: return 2;
      case FRAME_ARRIVED: break;
    }
    frame_clear(&answer);
    bool asks_for_facts = request.length == strlen(FACTS) &&
                          memcmp(request.bytes + FRAME_HEADER_SIZE, FACTS, strlen(FACTS)) == 0;
    bool sent = asks_for_facts || !subject->handles ? send_facts(subject)
                                                    : ask(subject, &request, &answer);
    if (!sent) return 2;
  }
}

int probe(const char *library, const char *name) {
  void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL);
  if (handle == NULL) {
    status_unloadable(dlerror());
    return 1;
  }
  const charrette_plugin *(*entry)(const charrette_host *) = NULL;
  *(void **)&entry = dlsym(handle, "charrette_plugin_entry");
  struct lent host;
  if (entry == NULL || !lend_host(&host, shape_called(name))) {
    status_unloadable(entry == NULL ? "it does not export charrette_plugin_entry"
                                    : "there is no memory to probe it in");
    return 1;
  }
  struct subject subject = {.plugin = entry((const charrette_host *)host.bytes)};
  if (subject.plugin != NULL) look_at(&subject);
  if (!send_facts(&subject)) return 2;
  return subject.plugin == NULL ? 0 : serve(&subject);
}
