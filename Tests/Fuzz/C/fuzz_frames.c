/*
 * libFuzzer over the runner's frames and its own messages. The bytes are what comes over the
 * socket, and then, as a text, what the loader says of a library that can't be loaded. Built by
 * .ci/fuzz alone.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "frames.h"
#include "status.h"

/** Puts one end of a fresh socket where the runner has it; the other is returned. */
static int fresh_socket(void) {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) abort();
  if (ends[0] == FRAME_DESCRIPTOR) {
    ends[0] = dup(ends[0]);
    close(FRAME_DESCRIPTOR);
  }
  if (ends[1] != FRAME_DESCRIPTOR) {
    dup2(ends[1], FRAME_DESCRIPTOR);
    close(ends[1]);
  }
  return ends[0];
}

static void receive_everything(const uint8_t *bytes, size_t count) {
  int host = fresh_socket();
  if (send(host, bytes, count, MSG_DONTWAIT) != (ssize_t)count) abort();
  shutdown(host, SHUT_WR);
  struct frame frame = {0};
  while (frame_receive(&frame) == FRAME_ARRIVED) {
    // As main.c does with what came: all of it is there to be read.
    volatile uint8_t sum = 0;
    for (size_t index = 0; index < frame.length; index++) {
      sum += frame.bytes[FRAME_HEADER_SIZE + index];
    }
  }
  free(frame.bytes);
  close(host);
}

static void say_everything(const uint8_t *bytes, size_t count) {
  int host = fresh_socket();
  char *text = malloc(count + 1);
  if (text == NULL) abort();
  memcpy(text, bytes, count);
  text[count] = 0;
  status_unloadable(text);
  status_unconfined("Landlock", text);
  free(text);
  close(host);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count) {
  // More than a socket's buffer would wait for a reader, and there is but one thread.
  if (count > 16 * 1024) return 0;
  receive_everything(bytes, count);
  say_everything(bytes, count);
  return 0;
}
