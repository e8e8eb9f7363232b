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
  if (rest->end - rest->at < 3 || !strchr(name != NULL ? ",{" : ",[", *rest->at)) return false;
  const char *at = rest->at + 1;  // Behind the bracket, or the comma.
  if (name != NULL) {
    name->at = at + 1;
    at = skip_string(at);
    name->end = at++ - 1;
  }
  *value = (json){at, skip_value(at, rest->end)};
  rest->at = value->end;
  return value->at < value->end;
}

static bool is(json value, const char *text) {
  long length = (long)strlen(text);
  return value.end - value.at == length + 2 && memcmp(value.at + 1, text, (size_t)length) == 0;
}

static json member(json object, const char *wanted) {
  for (json name, value; next(&object, &name, &value);)
    if (is((json){name.at - 1, name.end + 1}, wanted)) return value;
  return (json){object.end, object.end};
}

/// From 1 to 5; 0 for anything else.
static int level_of(json value) {
  return value.end - value.at == 1 && strchr("12345", *value.at) ? *value.at - '0' : 0;
}

enum { LEVELS = 5, ACTIVITIES = 64 };
/// What folding the events of one activity gave: how often each level was named, and at 0 the rest.
static struct { char id[16]; int counts[LEVELS + 1]; } activities[ACTIVITIES];

static int *counts_of(json id, bool opens) {
  size_t length = (size_t)(id.end - id.at);
  if (length == 0 || length >= sizeof activities[0].id) return NULL;
  for (int i = 0; i < ACTIVITIES; i++) {
    char *known = activities[i].id;
    if (opens && known[0] == 0) memcpy(known, id.at, length);
    if (strncmp(known, id.at, length) == 0 && known[length] == 0) return activities[i].counts;
  }
  return NULL;
}

/// Begins with nothing, or where an earlier process was; false where that is another version's.
static bool restore(int *counts, json state) {
  memset(counts, 0, (LEVELS + 1) * sizeof *counts);
  if (state.at == state.end) return true;
  json rest = member(state, "data"), count;
  for (int i = 1; i <= LEVELS && next(&rest, NULL, &count); i++)
    for (; count.at < count.end && *count.at >= '0' && *count.at <= '9'; count.at++)
      if (counts[i] < 1000000) counts[i] = counts[i] * 10 + (*count.at - '0');
  return level_of(member(state, "version")) == 1;
}

/// Only what was recorded counts here; new cards and people are not this exercise's business.
static void fold(int *counts, json events) {
  for (json event; next(&events, NULL, &event);) counts[level_of(member(event, "recorded"))]++;
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

static const char no[] = "{\"reply\":\"%s\",\"message\":\"%s\"}";
static const char recorded[] = "{\"reply\":\"changes\",\"changes\":[{\"change\":\"record\","
  "\"event\":%d}],\"notice\":\"Noted, without a name.\"}";
static const char state_now[] =
  "{\"reply\":\"state\",\"state\":{\"version\":1,\"data\":[%d,%d,%d,%d,%d]}}";

static void write_view(char *answer, const int *counts) {
  answer += sprintf(answer, "{\"reply\":\"view\",\"view\":[{\"block\":\"bars\",\"bars\":[");
  for (int i = LEVELS; i > 0; i--)
    answer += sprintf(answer, "{\"label\":\"%d\",\"value\":%d,\"caption\":\"%d\"}%s", i,
                      counts[i], counts[i], i > 1 ? "," : "]}]}");
}

/// Answers what concerns an activity, once everything that happened in it is folded.
static void answer_on(json request, json call, char *answer) {
  json activity = member(request, "activity"), fields = member(request, "fields");
  bool opens = is(call, "open") && is(member(activity, "exercise"), "energy");
  int *counts = counts_of(opens ? member(activity, "id") : activity, opens);
  if (counts == NULL || (opens && !restore(counts, member(activity, "state")))) {
    sprintf(answer, no, "fault", counts == NULL ? "no such activity" : "not this version");
    return;
  }
  fold(counts, member(opens ? activity : request, "events"));
  int level = is(member(request, "action"), "level") ? level_of(member(fields, "level")) : 0;
  if (is(call, "view")) write_view(answer, counts);
  if (is(call, "give")) strcpy(answer, "{\"reply\":\"cards\"}");
  if (is(call, "decide")) sprintf(answer, no, "refused", "Say a number from 1 to 5.");
  if (is(call, "decide") && level > 0) sprintf(answer, recorded, level);
  if (is(call, "state"))
    sprintf(answer, state_now, counts[1], counts[2], counts[3], counts[4], counts[5]);
}

static int32_t handle(void *context, const uint8_t *text, uint64_t length,
                      const charrette_sink *sink) {
  (void)context;
  char answer[1024] = "{\"reply\":\"done\"}";
  json request = {(const char *)text, (const char *)text + length}, call = member(request, "call");
  if (is(call, "hello")) strcpy(answer, "{\"reply\":\"welcome\",\"version\":1}");
  else if (is(call, "manifest")) strcpy(answer, manifest);
  else answer_on(request, call, answer);
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
