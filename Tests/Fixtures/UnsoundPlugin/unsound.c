/*
 * The guide's own example, spoilt in one thing: what the tests of PluginCheck compile, once with
 * -DBREAKS_CP004 and once with each other. Without any it is as sound as the example.
 */
#define _GNU_SOURCE
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// The C library's headers come first: what is declared from here on is no library's.
#pragma GCC visibility push(hidden)
#define charrette_plugin_entry sound_entry
#include "../Guide/C/energy.c"
#undef charrette_plugin_entry
#pragma GCC visibility pop

const charrette_plugin *charrette_plugin_entry(const charrette_host *host);

/** What the sound plugin answers, before anything is done to it. */
struct answer {
  char text[4096];
  uint64_t length;
};

static void keep(void *context, const uint8_t *bytes, uint64_t length) {
  struct answer *answer = context;
  memcpy(answer->text + answer->length, bytes, length);
  answer->length += length;
  answer->text[answer->length] = 0;
}

// Some ways to spoil it need neither of these. Clang takes `inline` in a file of its own for no
// excuse.
#define MAYBE_UNUSED __attribute__((unused))

/** Puts `new` where `old` stands first, if it does. */
MAYBE_UNUSED static void replace(struct answer *answer, const char *old, const char *new) {
  char *place = strstr(answer->text, old);
  if (place == NULL) return;
  const char *rest = place + strlen(old);
  memmove(place + strlen(new), rest, strlen(rest) + 1);
  memcpy(place, new, strlen(new));
  answer->length = strlen(answer->text);
}

MAYBE_UNUSED static bool contains(const uint8_t *request, uint64_t length, const char *text) {
  return memmem(request, length, text, strlen(text)) != NULL;
}

static const charrette_host *the_host;

static int32_t spoilt(void *context, const uint8_t *request, uint64_t length,
                      const charrette_sink *sink) {
  static struct answer answer;
  const charrette_sink inner = {.size = sizeof inner, .context = &answer, .write = keep};
  answer.length = 0;
  int32_t code = handle(context, request, length, &inner);
#if defined BREAKS_SIZES
  // Takes it for a text with a zero at its end.
  if (strlen((const char *)request) > SIZE_MAX / 2) return 1;
#elif defined BREAKS_CP006
  replace(&answer, "\"privacy\":\"anonymous\"", "\"privacy\":\"discreet\"");
#elif defined BREAKS_CP007
  replace(&answer, "\"summary\":\"From 1, asleep, to 5, wide awake\"", "\"summary\":\"\"");
#elif defined SHADOWS
  replace(&answer, "\"actions\":[",
          "\"actions\":[{\"name\":\"next\",\"summary\":\"Goes on\",\"privacy\":\"anonymous\","
          "\"attribution\":\"none\",\"examples\":[\"next\"]},");
#elif defined BREAKS_DEFAULTS
  replace(&answer, "\"maximum\":5,\"required\":true", "\"maximum\":5,\"default\":9");
#elif defined BREAKS_CP008
  replace(&answer, "level 4", "level plenty");
#elif defined DECLINES_EXAMPLE
  replace(&answer, "{\"reply\":\"changes\"", "{\"reply\":\"refused\",\"message\":\"Not now.\"");
#elif defined BREAKS_CP009
  static int asked;
  char number[64];
  sprintf(number, "Noted, as number %d.", ++asked);
  replace(&answer, "Noted, without a name.", number);
#elif defined BREAKS_CP010
  if (contains(request, length, "\"version\":9223372036854775807"))
    replace(&answer, answer.text, "{\"reply\":\"done\"}");
#elif defined REFUSES_STATES
  // As kits of before did.
  replace(&answer, "\"fault\",\"message\":\"not this", "\"refused\",\"message\":\"not this");
#elif defined BREAKS_CP011
  // Has not thought of a host that knows another version of it.
  if (contains(request, length, "\"action\":\"no-such-action\"")) abort();
#elif defined HANGS
  if (contains(request, length, "\"action\":\"no-such-action\"")) for (;;) pause();
#elif defined LEAKS
  memset(malloc(16384), 1, 16384);
#elif defined BREAKS_CP012
  replace(&answer, "CC0-1.0", "as you like");
#elif defined ASKS_HOST
  if (contains(request, length, "\"call\":\"open\"")) the_host->extension("org.example.clock");
#elif defined DECLARES
  if (contains(request, length, "\"call\":\"open\"")) the_host->extension("org.example.clock");
  replace(&answer, "\"author\"", "\"capabilities\":[\"org.example.clock\"],\"author\"");
#elif defined MISSPELLS
  replace(&answer, "\"author\"", "\"athor\":\"You\",\"author\"");
#endif
  sink->write(sink->context, (const uint8_t *)answer.text, answer.length);
  return code;
}

#if defined BREAKS_CP002
void helper_that_nobody_hid(void) {}
#endif

#if defined BREAKS_CP004
__attribute__((constructor)) static void greet(void) { puts("energy 1.0 is here"); }
#elif defined CRASHES_AT_LOAD
__attribute__((constructor)) static void crash(void) { abort(); }
#elif defined CRASHES_AT_END
__attribute__((destructor)) static void crash(void) { abort(); }
#endif

const charrette_plugin *charrette_plugin_entry(const charrette_host *host) {
  static charrette_plugin spoilt_plugin;
  the_host = host;
#if defined BREAKS_CP005
  if (sound_entry(host) == NULL) puts("another major version, but never mind");
#elif defined LOOKS_BEHIND
  if (host->extension == NULL || sound_entry(host) == NULL) return NULL;
#else
  if (sound_entry(host) == NULL) return NULL;
#endif
  spoilt_plugin = plugin;
  spoilt_plugin.handle = spoilt;
  return &spoilt_plugin;
}
