#include "status.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/types.h>

#include "frames.h"

static bool send_and_free(struct frame *frame) {
  bool sent = frame_send(frame);
  free(frame->bytes);
  return sent;
}

static bool send_text(const char *text) {
  struct frame frame = {0};
  frame_put_text(&frame, text);
  return send_and_free(&frame);
}

/** How many bytes the well-formed UTF-8 character at `text` has; 0 where there is none. */
static size_t character_length(const uint8_t *text) {
  if (text[0] < 0x80) return 1;
  size_t length = text[0] >= 0xF0 ? 4 : text[0] >= 0xE0 ? 3 : 2;
  if (text[0] < 0xC2 || text[0] > 0xF4) return 0;
  for (size_t index = 1; index < length; index++) {
    if ((text[index] & 0xC0) != 0x80) return 0;
  }
  // Overlong forms, surrogates, and what lies past U+10FFFF: Unicode 15, table 3-7.
  if (text[0] == 0xE0 && text[1] < 0xA0) return 0;
  if (text[0] == 0xED && text[1] > 0x9F) return 0;
  if (text[0] == 0xF0 && text[1] < 0x90) return 0;
  if (text[0] == 0xF4 && text[1] > 0x8F) return 0;
  return length;
}

static void put_json_string(struct frame *frame, const char *text) {
  const uint8_t *next = (const uint8_t *)text;
  frame_put_text(frame, "\"");
  while (*next != 0) {
    size_t length = character_length(next);
    if (length == 0) {
      frame_put_text(frame, "?");
      length = 1;
    } else if (*next < 0x20) {
      char escape[8];
      snprintf(escape, sizeof escape, "\\u%04x", *next);
      frame_put_text(frame, escape);
    } else {
      if (*next == '"' || *next == '\\') frame_put_text(frame, "\\");
      frame_put(frame, next, length);
    }
    next += length;
  }
  frame_put_text(frame, "\"");
}

bool status_ready(uint32_t abi_major, uint32_t abi_minor,
                  const struct confinement *confinement) {
  char text[160];
  snprintf(text, sizeof text,
           "{\"runner\":\"ready\",\"abi\":[%" PRIu32 ",%" PRIu32
           "],\"sandbox\":{\"landlock\":%d,\"seccomp\":%s}}",
           abi_major, abi_minor, confinement->landlock, confinement->seccomp ? "true" : "false");
  return send_text(text);
}

bool status_unloadable(const char *message) {
  struct frame frame = {0};
  frame_put_text(&frame, "{\"runner\":\"unloadable\",\"message\":");
  put_json_string(&frame, message);
  frame_put_text(&frame, "}");
  return send_and_free(&frame);
}

bool status_incompatible(const char *host, const char *plugin) {
  char text[256];
  snprintf(text, sizeof text, "{\"runner\":\"incompatible\",\"host\":\"%s\",\"plugin\":\"%s\"}",
           host, plugin);
  return send_text(text);
}

bool status_unconfined(const char *missing, const char *message) {
  struct frame frame = {0};
  frame_put_text(&frame, "{\"runner\":\"unconfined\",\"missing\":");
  put_json_string(&frame, missing);
  frame_put_text(&frame, ",\"message\":");
  put_json_string(&frame, message);
  frame_put_text(&frame, "}");
  return send_and_free(&frame);
}

void status_forbidden(const char *call, const char *power) {
  const char *const parts[] = {"{\"runner\":\"forbidden\",\"call\":\"", call,
                               "\",\"power\":\"", power, "\"}"};
  // Without the allocator and without printf: the call may have come from the midst of either.
  uint8_t bytes[FRAME_HEADER_SIZE + 200] = {0};
  size_t length = 0;
  for (size_t part = 0; part < sizeof parts / sizeof parts[0]; part++) {
    for (const char *next = parts[part]; *next != 0 && length < 200; next++) {
      bytes[FRAME_HEADER_SIZE + length++] = (uint8_t)*next;
    }
  }
  bytes[0] = (uint8_t)length;
  ssize_t sent = send(FRAME_DESCRIPTOR, bytes, FRAME_HEADER_SIZE + length,
                      MSG_NOSIGNAL | MSG_DONTWAIT);
  (void)sent;
}

bool status_gave_up(int32_t code) {
  char text[64];
  snprintf(text, sizeof text, "{\"runner\":\"gave-up\",\"code\":%" PRId32 "}", code);
  return send_text(text);
}

bool status_flooded(void) {
  char text[64];
  snprintf(text, sizeof text, "{\"runner\":\"flooded\",\"limit\":%zu}", FRAME_LIMIT);
  return send_text(text);
}
