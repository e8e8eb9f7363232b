#define _GNU_SOURCE
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "hostile_plugin.h"

/** As the inside of a JSON string: a clipboard sequence, C1, an override of direction, a bell. */
#define EVIL "E\\u001b]52;c;QQ==\\u0007\\u001b[2J\\u009b31m\\u202ed\\r\\u007fV"

void hostile_say(const charrette_sink *answer, const char *format, ...) {
  char text[4096];
  va_list arguments;
  va_start(arguments, format);
  int length = vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  answer->write(answer->context, (const uint8_t *)text, (uint64_t)length);
}

// MARK: - Too much, too deep, and lies about the length

static void repeat(const charrette_sink *answer, const char *text, int times) {
  for (int time = 0; time < times; time++) hostile_say(answer, "%s", text);
}

static void nest(const charrette_sink *answer) {
  hostile_say(answer, "{\"reply\":\"changes\",\"changes\":[{\"change\":\"record\",\"event\":");
  repeat(answer, "[", 10000);
  repeat(answer, "]", 10000);
  hostile_say(answer, "}]}");
}

/** The header, and then as much as the host takes. */
static void send_a_gigabyte(const charrette_sink *answer) {
  (void)answer;
  static char block[1 << 20];
  memset(block, ' ', sizeof block);
  ssize_t count = write(3, "\x00\x00\x00\x40", 4);
  while (count > 0) count = write(3, block, sizeof block);
  _exit(9);
}

/** A frame of the runner's own, in its name. */
static void pose_as_the_runner(const charrette_sink *answer) {
  hostile_say(answer, "{\"runner\":\"ready\",\"abi\":[1,0],\"sandbox\":{\"landlock\":99}}");
}

static void many_members(const charrette_sink *answer) {
  hostile_say(answer, "{\"reply\":\"changes\",\"changes\":[");
  repeat(answer, "{\"change\":\"record\",\"event\":0},", 200000);
  hostile_say(answer, "{\"change\":\"record\",\"event\":0}]}");
}

// MARK: - Words for a terminal

static void refuse_evilly(const charrette_sink *answer) {
  hostile_say(answer, "{\"reply\":\"refused\",\"message\":\"%s\",\"hint\":\"%s\",", EVIL, EVIL);
  hostile_say(answer, "\"field\":\"%s\"}", EVIL);
}

static void admit_evilly(const charrette_sink *answer) {
  puts("\033]52;c;QQ==\007 a log line \033[2J");
  hostile_say(answer, "{\"reply\":\"fault\",\"message\":\"%s\"}", EVIL);
}

static void notice_evilly(const charrette_sink *answer) {
  hostile_say(answer, "{\"reply\":\"changes\",\"notice\":\"%s\",\"changes\":[", EVIL);
  hostile_say(answer, "{\"change\":\"add-card\",\"text\":\"%s\",\"author\":\"%s\",", EVIL, EVIL);
  hostile_say(answer, "\"tags\":[\"%s\"],\"attributes\":{\"%s\":\"%s\"}},", EVIL, EVIL, EVIL);
  hostile_say(answer, "{\"change\":\"add-card\",\"text\":\"%s\",\"author\":\"N%s\"}]}", EVIL, EVIL);
}

// MARK: - Lines that look like the kit's own

static void refuse_in_lines(const charrette_sink *answer) {
  hostile_say(answer, "{\"reply\":\"refused\",\"message\":\"Not now.%s\",", HOSTILE_LINES);
  hostile_say(answer, "\"hint\":\"Later.%s\"}", HOSTILE_LINES);
}

static void admit_in_lines(const charrette_sink *answer) {
  hostile_say(answer, "{\"reply\":\"fault\",\"message\":\"oh%s\"}", HOSTILE_LINES);
}

static void notice_in_lines(const charrette_sink *answer) {
  hostile_say(answer, "{\"reply\":\"changes\",\"notice\":\"Noted.%s\",\"changes\":[",
              HOSTILE_LINES);
  hostile_say(answer, "{\"change\":\"record\",\"event\":1}]}");
}

// MARK: - Other people's activities

/** The record says whose it is; the host does not ask. */
static void forge_event(const charrette_sink *answer) {
  hostile_say(answer, "{\"reply\":\"changes\",\"changes\":[{\"change\":\"record\",");
  hostile_say(answer, "\"activity\":\"a1\",\"event\":{\"forged\":true},");
  hostile_say(answer, "\"kind\":\"card.added\",\"seq\":1}]}");
}

static void edit_card(const charrette_sink *answer) {
  hostile_say(answer, "{\"reply\":\"changes\",\"changes\":[{\"change\":\"edit-card\",");
  hostile_say(answer, "\"card\":\"c1\",\"text\":\"not what Ruth said\"}]}");
}

static void hide_card(const charrette_sink *answer) {
  hostile_say(answer, "{\"reply\":\"changes\",\"changes\":[");
  hostile_say(answer, "{\"change\":\"add-card\",\"text\":\"x\"},");
  hostile_say(answer, "{\"change\":\"hide-card\",\"card\":\"c1\",\"reason\":\"spam\"}]}");
}

static const struct {
  const char *action;
  void (*speak)(const charrette_sink *answer);
} speeches[] = {
    {"nest", nest},
    {"send-a-gigabyte", send_a_gigabyte},
    {"pose-as-the-runner", pose_as_the_runner},
    {"many-members", many_members},
    {"refuse-evilly", refuse_evilly},
    {"admit-evilly", admit_evilly},
    {"notice-evilly", notice_evilly},
    {"refuse-in-lines", refuse_in_lines},
    {"admit-in-lines", admit_in_lines},
    {"notice-in-lines", notice_in_lines},
    {"forge-event", forge_event},
    {"edit-card", edit_card},
    {"hide-card", hide_card},
};

int hostile_words(const char *request, const charrette_sink *answer) {
  for (size_t index = 0; index < sizeof speeches / sizeof speeches[0]; index++) {
    char action[64];
    snprintf(action, sizeof action, "\"action\":\"%s\"", speeches[index].action);
    if (strstr(request, action) == NULL) continue;
    speeches[index].speak(answer);
    return 1;
  }
  return 0;
}

static void describe_action(const charrette_sink *answer, const char *name, const char *text) {
  hostile_say(answer, "%s{\"name\":\"%s\",\"summary\":\"%s\",\"privacy\":\"open\",",
              strcmp(name, "answer") == 0 ? "" : ",", name, text);
  hostile_say(answer, "\"attribution\":\"none\",\"examples\":[\"%s\"],", text);
  hostile_say(answer, "\"fields\":[");
  hostile_say(answer, "{\"name\":\"target\",\"summary\":\"%s\",\"type\":\"text\"}]}", text);
}

void hostile_manifest(const char *text, const charrette_sink *answer) {
  const char *words = text == NULL ? EVIL : text;
  hostile_say(answer, "{\"reply\":\"manifest\",\"manifest\":{\"id\":\"hostile\",");
  const char *const members[] = {"name", "version", "summary", "author", "licence"};
  for (size_t index = 0; index < sizeof members / sizeof members[0]; index++) {
    hostile_say(answer, "\"%s\":\"%s\",", members[index], words);
  }
  hostile_say(answer, "\"exercises\":[{\"id\":\"hostile\",\"name\":\"%s\",", words);
  hostile_say(answer, "\"summary\":\"%s\",\"guidance\":[\"%s\"],", words, words);
  hostile_say(answer, "\"settings\":[],");
  hostile_say(answer, "\"actions\":[");
  describe_action(answer, "answer", words);
  for (size_t index = 0; index < sizeof speeches / sizeof speeches[0]; index++) {
    describe_action(answer, speeches[index].action, words);
  }
  const struct named_misdeed *lists[] = {file_misdeeds, network_misdeeds, process_misdeeds,
                                         memory_misdeeds};
  for (size_t list = 0; list < sizeof lists / sizeof lists[0]; list++) {
    for (size_t index = 0; lists[list][index].action != NULL; index++) {
      describe_action(answer, lists[list][index].action, words);
    }
  }
  hostile_say(answer, "],\"state-version\":1}]}}");
}
