#include <stddef.h>
#include <stdio.h>

#include "misbehaving_plugin.h"

/** Whether it shows now what it did not show when it was looked at. */
static bool has_grown(void) {
  return misbehaving_file_is("growing") && misbehaving_is_installed();
}

static const struct {
  const char *word;
  /** As the inside of a JSON string. */
  const char *action;
} names[] = {
    {"taken-action", "next"}, {"similar-action", "Next"},       {"empty-action", ""},
    {"parted-action", "go on"}, {"odd-action", "\\u200bnext"},
};

const char *misbehaving_more_actions(void) {
  static char text[256];
  for (size_t index = 0; index < sizeof names / sizeof names[0]; index++) {
    if (!misbehaving_file_is(names[index].word)) continue;
    snprintf(text, sizeof text,
             ",{\"name\":\"%s\",\"summary\":\"Shadows\",\"privacy\":\"open\","
             "\"attribution\":\"none\",\"fields\":[],\"examples\":[]}",
             names[index].action);
  }
  return text;
}

const char *misbehaving_more_exercises(void) {
  if (!has_grown()) return "";
  return ",{\"id\":\"unshown\",\"name\":\"Unshown\",\"summary\":\"\",\"guidance\":[],"
         "\"settings\":[],\"actions\":[],\"state-version\":1}";
}

const char *misbehaving_contributions(void) {
  if (!has_grown()) return "";
  return ",\"contributes\":{\"importers\":[{\"id\":\"all\",\"name\":\"All\",\"summary\":\"\","
         "\"extensions\":[\"txt\"]}],"
         "\"sections\":[{\"id\":\"more\",\"title\":\"More\",\"summary\":\"\"}]}";
}
