#include "frames.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

/** Past this a buffer is given back once its message is gone. */
#define KEPT_CAPACITY ((size_t)1024 * 1024)

void frame_clear(struct frame *frame) {
  if (frame->capacity > KEPT_CAPACITY) {
    free(frame->bytes);
    frame->bytes = NULL;
    frame->capacity = 0;
  }
  frame->length = 0;
  frame->overflowed = false;
}

/** Makes room for `length` bytes of message in all. */
static bool reserve(struct frame *frame, size_t length) {
  size_t needed = FRAME_HEADER_SIZE + length;
  if (frame->bytes != NULL && needed <= frame->capacity) return true;
  size_t capacity = frame->capacity < 4096 ? 4096 : frame->capacity;
  while (capacity < needed) capacity *= 2;
  uint8_t *bytes = realloc(frame->bytes, capacity);
  if (bytes == NULL) return false;
  frame->bytes = bytes;
  frame->capacity = capacity;
  return true;
}

void frame_put(struct frame *frame, const void *bytes, size_t length) {
  if (frame->overflowed) return;
  if (length > FRAME_LIMIT - frame->length || !reserve(frame, frame->length + length)) {
    frame->overflowed = true;
    return;
  }
  if (length > 0) memcpy(frame->bytes + FRAME_HEADER_SIZE + frame->length, bytes, length);
  frame->length += length;
}

void frame_put_text(struct frame *frame, const char *text) {
  frame_put(frame, text, strlen(text));
}

/** Receives up to `length` bytes, fewer only at the end of the stream; -1 on an error. */
static ssize_t receive_fully(uint8_t *bytes, size_t length) {
  size_t count = 0;
  while (count < length) {
    ssize_t step = recv(FRAME_DESCRIPTOR, bytes + count, length - count, 0);
    if (step == 0) break;
    if (step > 0) {
      count += (size_t)step;
    } else if (errno != EINTR) {
      return -1;
    }
  }
  return (ssize_t)count;
}

enum frame_arrival frame_receive(struct frame *frame) {
  frame_clear(frame);
  uint8_t header[FRAME_HEADER_SIZE];
  ssize_t count = receive_fully(header, sizeof header);
  if (count == 0) return FRAME_END;
  if (count != sizeof header) return FRAME_BROKEN;
  size_t length = (size_t)header[0] | (size_t)header[1] << 8 | (size_t)header[2] << 16 |
                  (size_t)header[3] << 24;
  if (length > FRAME_LIMIT || !reserve(frame, length)) return FRAME_BROKEN;
  count = receive_fully(frame->bytes + FRAME_HEADER_SIZE, length);
  if (count != (ssize_t)length) return FRAME_BROKEN;
  frame->length = length;
  return FRAME_ARRIVED;
}

bool frame_send(struct frame *frame) {
  if (!reserve(frame, frame->length)) return false;
  for (int index = 0; index < FRAME_HEADER_SIZE; index++) {
    frame->bytes[index] = (uint8_t)(frame->length >> (8 * index));
  }
  size_t total = FRAME_HEADER_SIZE + frame->length;
  for (size_t count = 0; count < total;) {
    ssize_t step =
        send(FRAME_DESCRIPTOR, frame->bytes + count, total - count, MSG_NOSIGNAL);
    if (step >= 0) {
      count += (size_t)step;
    } else if (errno != EINTR) {
      return false;
    }
  }
  return true;
}
