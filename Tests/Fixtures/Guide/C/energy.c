// How much energy is in the room, from 1 to 5: an exercise in C, with nothing but its library.
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "charrette_exercise.h"

/// A value within a request; empty (at == end) where there is none. What reads JSON here is enough
/// for this exercise; a larger one takes a JSON library.
typedef struct { const char *at, *end; } json;

static const char *skip_string(const char *at) {
  for (at++; *at != '"'; at++) at += *at == '\\';
  return at + 1;
}

/// The host writes JSON without blanks, and valid: a value ends where its brackets do.
static const char *skip_value(const char *at, const char *end) {
  int depth = 0;
  while (at < end && !(depth == 0 && strchr(",]}", *at))) {
    depth += (*at == '{' || *at == '[') - (*at == '}' || *at == ']');
    at = *at == '"' ? skip_string(at) : at + 1;
  }
  return at;
}

/// Takes the next element of a list, or member of an object, off what is left of it.
static bool next(json *rest, json *name, json *value) {
  if (rest->end - rest->at < 3) return false;
  const char *at = rest->at + 1;  // Behind the bracket, or the comma.
  if (name != NULL) {
    name->at = at + 1;
    at = skip_string(at);
    name->end = at - 1;
    at++;
  }
  *value = (json){at, skip_value(at, rest->end)};
  rest->at = value->end;
  return value->at < value->end;
}

static json member(json object, const char *wanted) {
  json name, value;
  while (next(&object, &name, &value)) {
    size_t length = (size_t)(name.end - name.at);
    if (length == strlen(wanted) && memcmp(name.at, wanted, length) == 0) return value;
  }
  return (json){object.end, object.end};
}

static bool is(json value, const char *text) {
  size_t length = strlen(text);
  return value.end - value.at == (long)length + 2 && memcmp(value.at + 1, text, length) == 0;
}

enum { LEVELS = 5, ACTIVITIES = 64 };

/// What folding the events of one activity gave: how often each level was named.
static struct { char id[16]; int counts[LEVELS]; } activities[ACTIVITIES];

static int *counts_of(json id) {
  size_t length = (size_t)(id.end - id.at);
  if (length >= sizeof activities[0].id) return NULL;
  for (int i = 0; i < ACTIVITIES; i++) {
    if (activities[i].id[0] == 0) memcpy(activities[i].id, id.at, length);
    if (strncmp(activities[i].id, id.at, length) == 0) return activities[i].counts;
  }
  return NULL;
}

/// Begins with nothing, or where an earlier process was.
static void restore(int *counts, json state) {
  memset(counts, 0, LEVELS * sizeof *counts);
  json rest = member(state, "data"), count;
  for (int i = 0; i < LEVELS && next(&rest, NULL, &count); i++) sscanf(count.at, "%d", &counts[i]);
}

/// Only what was recorded counts here; new cards and people are not this exercise's business.
static void fold(int *counts, json events) {
  for (json event; next(&events, NULL, &event);) {
    json level = member(event, "recorded");
    if (level.at < level.end && *level.at >= '1' && *level.at <= '5') counts[*level.at - '1']++;
  }
}

static const char manifest[] =
  "{\"reply\":\"manifest\",\"manifest\":{\"id\":\"energy\",\"name\":\"Energy\","
  "\"version\":\"1.0.0\",\"summary\":\"How much energy is in the room\",\"author\":\"You\","
  "\"licence\":\"CC0-1.0\",\"exercises\":[{\"id\":\"energy\",\"name\":\"Energy\","
  "\"summary\":\"say how much energy you have\",\"line\":\"level\",\"state-version\":1,"
  "\"actions\":[{\"name\":\"level\",\"summary\":\"Say how much energy you have\","
  "\"privacy\":\"anonymous\",\"attribution\":\"none\",\"examples\":[\"level 4\"],"
  "\"fields\":[{\"name\":\"level\",\"summary\":\"From 1, asleep, to 5, wide awake\","
  "\"type\":\"integer\",\"minimum\":1,\"maximum\":5,\"required\":true}]}]}]}}";

static void write_view(char *answer, size_t size, const int *counts) {
  int used = snprintf(answer, size, "{\"reply\":\"view\",\"view\":[{\"block\":\"bars\",\"bars\":[");
  for (int i = LEVELS; i > 0; i--)
    used += snprintf(answer + used, size - (size_t)used,
                     "{\"label\":\"%d\",\"value\":%d,\"caption\":\"%d\"}%s", i, counts[i - 1],
                     counts[i - 1], i > 1 ? "," : "]}]}");
}

/// Answers what concerns an activity, once everything that happened in it is folded.
static bool answer_on(json request, json call, char *answer, size_t size) {
  bool opens = is(call, "open");
  json brief = opens ? member(request, "activity") : request;
  int *counts = counts_of(opens ? member(brief, "id") : member(brief, "activity"));
  if (counts == NULL) return false;
  if (opens) restore(counts, member(brief, "state"));
  fold(counts, member(brief, "events"));
  if (is(call, "view")) write_view(answer, size, counts);
  if (is(call, "give")) strcpy(answer, "{\"reply\":\"cards\"}");
  if (is(call, "decide"))
    sprintf(answer, "{\"reply\":\"changes\",\"changes\":[{\"change\":\"record\",\"event\":%c}],"
            "\"notice\":\"Noted, without a name.\"}",
            *member(member(request, "fields"), "level").at);
  if (is(call, "state"))
    sprintf(answer, "{\"reply\":\"state\",\"state\":{\"version\":1,\"data\":[%d,%d,%d,%d,%d]}}",
            counts[0], counts[1], counts[2], counts[3], counts[4]);
  return true;
}

static int32_t handle(void *context, const uint8_t *bytes, uint64_t length,
                      const charrette_sink *sink) {
  (void)context;
  char answer[1024] = "{\"reply\":\"done\"}";
  json request = {(const char *)bytes, (const char *)bytes + length};
  json call = member(request, "call");
  if (is(call, "hello")) strcpy(answer, "{\"reply\":\"welcome\",\"version\":1}");
  else if (is(call, "manifest")) strcpy(answer, manifest);
  else if (!answer_on(request, call, answer, sizeof answer)) return 1;
  sink->write(sink->context, (const uint8_t *)answer, strlen(answer));
  return 0;
}

static const charrette_plugin plugin = {
  .size = sizeof plugin, .abi_major = CHARRETTE_ABI_MAJOR, .abi_minor = CHARRETTE_ABI_MINOR,
  .handle = handle,
};

const charrette_plugin *charrette_plugin_entry(const charrette_host *host) {
  return host->abi_major == CHARRETTE_ABI_MAJOR ? &plugin : NULL;
}
