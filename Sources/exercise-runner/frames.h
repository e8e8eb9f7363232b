/*
 * Frames: how the runner and the host tell where a message ends.
 *
 * A frame is 4 bytes of length, little endian, then that many bytes of JSON in UTF-8. The host's
 * half is Frame.swift in the module ExerciseProtocol; the two change together.
 */
#ifndef FRAMES_H
#define FRAMES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** The socket to the host, as the host's spawner put it. */
#define FRAME_DESCRIPTOR 3
#define FRAME_HEADER_SIZE 4
/** The most bytes that one message may have, either way: Frame.limit in Frame.swift. */
#define FRAME_LIMIT ((size_t)64 * 1024 * 1024)

/** One message; the room for its header is in front, so that both leave in one write. */
struct frame {
  /** FRAME_HEADER_SIZE bytes of header and then the message. Owned; NULL while nothing was put. */
  uint8_t *bytes;
  /** Bytes of the message, without the header. */
  size_t length;
  size_t capacity;
  /** More was put than FRAME_LIMIT, or than there is memory for; the rest was dropped. */
  bool overflowed;
};

enum frame_arrival {
  FRAME_ARRIVED,
  /** The host closed its end between two frames: the orderly end. */
  FRAME_END,
  /** A torn frame, one past the limit, a socket that does not work, or no memory. */
  FRAME_BROKEN,
};

/** Empties `frame` and keeps its memory, unless that has become unusually large. */
void frame_clear(struct frame *frame);

/** Adds `length` bytes to the message, or marks it as overflowed. */
void frame_put(struct frame *frame, const void *bytes, size_t length);

/** Adds a text that ends in a zero. */
void frame_put_text(struct frame *frame, const char *text);

/** Waits for the next message and puts it into `frame`, in place of what was there. */
enum frame_arrival frame_receive(struct frame *frame);

/** Sends the message; false where the host cannot be reached any more. */
bool frame_send(struct frame *frame);

#endif /* FRAMES_H */
