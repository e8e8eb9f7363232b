#define _GNU_SOURCE
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "charrette_exercise.h"
#include "misbehaving_plugin.h"

/** The socket to the host; no honest plugin would know. */
#define SOCKET 3

struct request { const char *text; size_t length; };

/** What was folded since this process began: how the tests see that an activity was reopened. */
static int opened;
static int folded;

static void say(const charrette_sink *answer, const char *format, ...) {
  char text[2048];
  va_list arguments;
  va_start(arguments, format);
  int length = vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  answer->write(answer->context, (const uint8_t *)text, (uint64_t)length);
}

static bool says(struct request request, const char *text) {
  return memmem(request.text, request.length, text, strlen(text)) != NULL;
}

static int count(struct request request, const char *text) {
  int found = 0;
  size_t length = strlen(text);
  while (request.length >= length) {
    const char *next = memmem(request.text, request.length, text, length);
    if (next == NULL) break;
    found++;
    request.length -= (size_t)(next - request.text) + length;
    request.text = next + length;
  }
  return found;
}

// MARK: - Misdeeds: what each action name makes it do. Non-zero: handle returns it.

static int32_t well(const charrette_sink *answer) {
  say(answer, "{\"reply\":\"changes\",\"changes\":[{\"change\":\"record\",\"event\":");
  say(answer, "{\"opened\":%d,\"folded\":%d,\"process\":%d}}]}", opened, folded, getpid());
  return 0;
}

static int32_t refuse(const charrette_sink *answer) {
  say(answer, "{\"reply\":\"refused\",\"message\":\"not today\",\"hint\":\"tomorrow\"}");
  return 0;
}

static int32_t admit_fault(const charrette_sink *answer) {
  say(answer, "{\"reply\":\"fault\",\"message\":\"no such activity\"}");
  return 0;
}

static int32_t write_null(const charrette_sink *answer) {
  (void)answer;
  puts("about to write where nothing is");
  volatile int *volatile nothing = NULL;
  *nothing = 1;
  return 0;
}

static int32_t call_abort(const charrette_sink *answer) {
  (void)answer;
  abort();
}

static int32_t call_exit(const charrette_sink *answer) {
  (void)answer;
  exit(3);
}

static int32_t loop(const charrette_sink *answer) {
  (void)answer;
  for (volatile unsigned turn = 0;; turn++) {
  }
  return 0;
}

static int32_t garbage(const charrette_sink *answer) {
  say(answer, "\x01\x02 not JSON");
  return 0;
}

static int32_t nothing(const charrette_sink *answer) {
  (void)answer;
  return 0;
}

static int32_t wrong_shape(const charrette_sink *answer) {
  say(answer, "{\"reply\":\"changes\",\"changes\":{\"change\":\"none\"}}");
  return 0;
}

static int32_t wrong_kind(const charrette_sink *answer) {
  say(answer, "{\"reply\":\"view\",\"view\":[]}");
  return 0;
}

static int32_t huge(const charrette_sink *answer) {
  static uint8_t block[1 << 20];
  memset(block, ' ', sizeof block);
  for (int megabyte = 0; megabyte < 65; megabyte++) {
    answer->write(answer->context, block, sizeof block);
  }
  return 0;
}

static int32_t print_for_ever(const charrette_sink *answer) {
  (void)answer;
  for (;;) puts("and another line, and another line, and another line, and another line");
  return 0;
}

static int32_t print_then_answer(const charrette_sink *answer) {
  for (int line = 0; line < 20000; line++) printf("line %d\n", line);
  return well(answer);
}

static int32_t give_up(const charrette_sink *answer) {
  (void)answer;
  return 42;
}

static int32_t close_socket(const charrette_sink *answer) {
  close(SOCKET);
  return well(answer);
}

static int32_t close_socket_and_stay(const charrette_sink *answer) {
  (void)answer;
  close(SOCKET);
  for (;;) pause();
  return 0;
}

static int32_t claim_more_than_comes(const charrette_sink *answer) {
  if (!answer || write(SOCKET, "\x00\x10\x00\x00{}", 6) < 0) return 1;
  for (;;) pause();
}

static int32_t claim_too_much(const charrette_sink *answer) {
  return !answer || write(SOCKET, "\xff\xff\xff\xff{}", 6) < 0;
}

static int32_t answer_twice(const charrette_sink *answer) {
  if (!answer || write(SOCKET, "\x10\x00\x00\x00{\"reply\":\"done\"}more", 24) < 0) return 1;
  for (;;) pause();
}

static int32_t nest(const charrette_sink *answer) {
  say(answer, "{\"reply\":");
  for (int depth = 0; depth < 40; depth++) say(answer, "[");
  for (int depth = 0; depth < 40; depth++) say(answer, "]");
  say(answer, "}");
  return 0;
}

static int32_t repeat_name(const charrette_sink *answer) {
  say(answer, "{\"reply\":\"changes\",\"reply\":\"done\"}");
  return 0;
}

static int32_t bad_utf8(const charrette_sink *answer) {
  say(answer, "{\"reply\":\"fault\",\"message\":\"\xff\"}");
  return 0;
}

static int32_t leave_a_child(const charrette_sink *answer) {
  pid_t child = fork();
  while (child == 0) pause();
  say(answer, "{\"reply\":\"changes\",\"changes\":[{\"change\":\"record\",\"event\":%d}]}", child);
  return 0;
}

/** Answers, and goes on working though nothing is asked of it. */
static int32_t start_spinning(const charrette_sink *answer) {
  misbehaving_start_spinning(4);
  return well(answer);
}

static const struct {
  const char *action;
  int32_t (*act)(const charrette_sink *answer);
} misdeeds[] = {
    {"answer", well},
    {"refuse", refuse},
    {"fault", admit_fault},
    {"write-null", write_null},
    {"abort", call_abort},
    {"exit", call_exit},
    {"loop", loop},
    {"garbage", garbage},
    {"nothing", nothing},
    {"wrong-shape", wrong_shape},
    {"wrong-kind", wrong_kind},
    {"huge", huge},
    {"print-for-ever", print_for_ever},
    {"print-then-answer", print_then_answer},
    {"give-up", give_up},
    {"close-socket", close_socket},
    {"close-socket-and-stay", close_socket_and_stay},
    {"claim-more-than-comes", claim_more_than_comes},
    {"claim-too-much", claim_too_much},
    {"answer-twice", answer_twice},
    {"nest", nest},
    {"repeat-name", repeat_name},
    {"bad-utf8", bad_utf8},
    {"leave-a-child", leave_a_child},
    {"spin", start_spinning},
    {"change-without-end", misbehaving_change_without_end},
};

// MARK: - Requests

/** Does what the member of this name in the request says. */
static int32_t act(struct request request, const char *member, const charrette_sink *answer) {
  for (size_t index = 0; index < sizeof misdeeds / sizeof misdeeds[0]; index++) {
    char text[64];
    snprintf(text, sizeof text, "\"%s\":\"%s\"", member, misdeeds[index].action);
    if (says(request, text)) return misdeeds[index].act(answer);
  }
  return -1;
}

static void describe(const charrette_sink *answer) {
  const char *id = misbehaving_id();
  const char *exercise = misbehaving_file_is("libtwin-") ? "twin" : id;
  say(answer, "{\"reply\":\"manifest\",\"manifest\":{\"id\":\"%s\",\"name\":\"Misbehaving\",",
      misbehaving_file_is("bad-id") ? "Bad Id" : misbehaving_file_is("libsame-") ? "same" : id);
  say(answer, "\"version\":\"1.0.0\",\"summary\":\"Does wrong on request\",");
  say(answer, "\"author\":\"Charrette\",\"licence\":\"Apache-2.0\",\"exercises\":[{\"id\":\"%s\",",
      exercise);
  say(answer, "\"name\":\"Misbehave\",\"summary\":\"Does wrong\",\"guidance\":[],");
  say(answer, "\"settings\":[],\"actions\":[");
  for (size_t index = 0; index < sizeof misdeeds / sizeof misdeeds[0]; index++) {
    say(answer, "%s{\"name\":\"%s\",\"summary\":\"Does that\",\"privacy\":\"open\",",
        index == 0 ? "" : ",", misdeeds[index].action);
    say(answer, "\"attribution\":\"none\",\"fields\":[],\"examples\":[]}");
  }
  say(answer, "%s],\"state-version\":1}%s]%s}}", misbehaving_more_actions(),
      misbehaving_more_exercises(), misbehaving_contributions());
}

int32_t misbehaving_handle(void *context, const uint8_t *bytes, uint64_t length,
                           const charrette_sink *answer) {
  (void)context;
  struct request request = {(const char *)bytes, length};
  if (says(request, "{\"call\":\"hello\"")) {
    say(answer, "{\"reply\":\"welcome\",\"version\":%d%s}",
        misbehaving_file_is("newer-messages") ? 2 : 1,
        misbehaving_file_is("contributing")
            ? ",\"extensions\":[\"charrette.report-section/1\",\"charrette.importer/1\"]"
            : "");
    return 0;
  }
  if (says(request, "{\"call\":\"manifest\"")) {
    if (misbehaving_file_is("no-manifest")) abort();
    describe(answer);
    return 0;
  }
  folded += count(request, "{\"recorded\":");
  if (says(request, "{\"call\":\"decide\"")) return act(request, "action", answer);
  // As kits of before did where they could not read an event.
  if (misbehaving_file_is("refuses-questions") && !says(request, "{\"call\":\"open\""))
    return refuse(answer);
  if (misbehaving_file_is("fails-giving") && says(request, "{\"call\":\"give\"")) abort();
  if (misbehaving_file_is("fails-showing") && says(request, "{\"call\":\"view\"")) abort();
  if (says(request, "{\"call\":\"section\"")) return act(request, "section", answer);
  if (says(request, "{\"call\":\"import\"")) return act(request, "importer", answer);
  if (says(request, "{\"call\":\"open\"")) {
    // As after an update that can't read what the version before it saved.
    if (misbehaving_file_is("hang-at-open")) return loop(answer);
    if (misbehaving_file_is("stale-state") && says(request, "\"state\":{")) return refuse(answer);
    if (misbehaving_file_is("faulty-state") && says(request, "\"state\":{"))
      return admit_fault(answer);
    if (misbehaving_file_is("refuses-opening")) return refuse(answer);
    opened++;
    say(answer, "{\"reply\":\"done\"}");
  } else if (says(request, "{\"call\":\"view\"")) {
    say(answer, "{\"reply\":\"view\",\"view\":[{\"block\":\"text\",\"text\":\"all well\"}]}");
  } else if (says(request, "{\"call\":\"give\"")) {
    say(answer, "{\"reply\":\"cards\",\"cards\":[\"c1\"]}");
  } else {
    say(answer, "{\"reply\":\"state\",\"state\":{\"version\":1,\"data\":%d}}", folded);
  }
  return 0;
}
