/*
 * exercise-runner [--sandbox=strict|lenient|off] [--probe=NAME] [--installed] [--runtime=FOLDER]
 * LIBRARY: loads one plugin and answers the host's requests with it. Strict where nothing is said;
 * see confine.h. With a probe it does so as a host of another age would: see probe.h. `--installed`
 * and `--runtime` say where libraries may come from: see places.h.
 *
 * Started by the host (RunnerProcess.swift in the module PluginHost) with a connected stream socket
 * on descriptor 3, standard input from /dev/null, and standard output and error on a pipe of the
 * host's. Plain C, so that the plugin brings the only runtime. Frames are those of frames.h, the
 * runner's own messages those of status.h, the contract with the plugin that of
 * charrette_exercise.h.
 *
 * Exits with 0 once the host closed the socket, 1 where the plugin could not be loaded, 2 where the
 * socket broke, 64 where it was called wrongly.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "charrette_exercise.h"
#include "confine.h"
#include "frames.h"
#include "probe.h"
#include "status.h"

enum exit_status { EXIT_ORDERLY = 0, EXIT_NOT_LOADED = 1, EXIT_SOCKET = 2, EXIT_USAGE = 64 };

/** What charrette_plugin had in version 1.0; later versions only add behind it. */
#define PLUGIN_SIZE_1_0 \
  (offsetof(charrette_plugin, close) + sizeof(((charrette_plugin *)0)->close))
/** As far as the version numbers. */
#define PLUGIN_SIZE_OF_VERSION \
  (offsetof(charrette_plugin, abi_minor) + sizeof(((charrette_plugin *)0)->abi_minor))

static const void *no_extension(const char *id) {
  (void)id;
  return NULL;
}

static const charrette_host host = {
    .size = sizeof(charrette_host),
    .abi_major = CHARRETTE_ABI_MAJOR,
    .abi_minor = CHARRETTE_ABI_MINOR,
    .extension = no_extension,
};

/** Refuses a plugin whose structure cannot be used, naming both sides' values. */
static bool is_compatible(const charrette_plugin *plugin) {
  char ours[64];
  char theirs[64];
  if (plugin->size < PLUGIN_SIZE_OF_VERSION) {
    snprintf(ours, sizeof ours, "%zu bytes", PLUGIN_SIZE_1_0);
    snprintf(theirs, sizeof theirs, "%u bytes", plugin->size);
  } else if (plugin->abi_major != CHARRETTE_ABI_MAJOR) {
    snprintf(ours, sizeof ours, "%d.%d", CHARRETTE_ABI_MAJOR, CHARRETTE_ABI_MINOR);
    snprintf(theirs, sizeof theirs, "%u.%u", plugin->abi_major, plugin->abi_minor);
  } else if (plugin->size < PLUGIN_SIZE_1_0) {
    snprintf(ours, sizeof ours, "%d.%d with %zu bytes", CHARRETTE_ABI_MAJOR,
             CHARRETTE_ABI_MINOR, PLUGIN_SIZE_1_0);
    snprintf(theirs, sizeof theirs, "%u.%u with %u bytes", plugin->abi_major,
             plugin->abi_minor, plugin->size);
  } else {
    return true;
  }
  status_incompatible(ours, theirs);
  return false;
}

/** Loads the plugin; NULL after the host was told why not. */
static const charrette_plugin *load(const char *library) {
  void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL);
  if (handle == NULL) {
    status_unloadable(dlerror());
    return NULL;
  }
  // POSIX's way from an object pointer to a function pointer, which C itself does not have.
  const charrette_plugin *(*entry)(const charrette_host *) = NULL;
  *(void **)&entry = dlsym(handle, "charrette_plugin_entry");
  if (entry == NULL) {
    status_unloadable("it does not export charrette_plugin_entry");
    return NULL;
  }
  const charrette_plugin *plugin = entry(&host);
  if (plugin == NULL) {
    char message[96];
    snprintf(message, sizeof message,
             "it refused this host, which has version %d.%d; its log may say why",
             CHARRETTE_ABI_MAJOR, CHARRETTE_ABI_MINOR);
    status_unloadable(message);
    return NULL;
  }
  if (!is_compatible(plugin)) return NULL;
  if (plugin->handle == NULL) {
    status_unloadable("it has no function `handle`");
    return NULL;
  }
  return plugin;
}

static void put_answer(void *context, const uint8_t *bytes, uint64_t length) {
  frame_put(context, bytes, length);
}

/** Answers requests until the host is gone. */
static enum exit_status serve(const charrette_plugin *plugin) {
  struct frame request = {0};
  struct frame answer = {0};
  const charrette_sink sink = {.size = sizeof sink, .context = &answer, .write = put_answer};
  for (;;) {
    enum frame_arrival arrival = frame_receive(&request);
    if (arrival == FRAME_END) return EXIT_ORDERLY;
    if (arrival == FRAME_BROKEN) return EXIT_SOCKET;
    frame_clear(&answer);
    int32_t code = plugin->handle(plugin->context, request.bytes + FRAME_HEADER_SIZE,
                                  request.length, &sink);
    bool sent = code != 0           ? status_gave_up(code)
                : answer.overflowed ? status_flooded()
                                    : frame_send(&answer);
    if (!sent) return EXIT_SOCKET;
  }
}

/** What the runner was asked for. */
struct options {
  enum sandbox sandbox;
  struct sources sources;
  /** NULL: none. */
  const char *probe;
};

/** Reads an option; false where it is none of ours. */
static bool read_option(const char *option, struct options *options) {
  if (strcmp(option, "--sandbox=strict") == 0) {
    options->sandbox = SANDBOX_STRICT;
  } else if (strcmp(option, "--sandbox=lenient") == 0) {
    options->sandbox = SANDBOX_LENIENT;
  } else if (strcmp(option, "--sandbox=off") == 0) {
    options->sandbox = SANDBOX_OFF;
  } else if (strcmp(option, "--installed") == 0) {
    options->sources.is_installed = true;
  } else if (strncmp(option, "--runtime=", 10) == 0) {
    options->sources.runtime = option + 10;
  } else if (strncmp(option, "--probe=", 8) == 0) {
    options->probe = option + 8;
    return probe_exists(options->probe);
  } else {
    return false;
  }
  return true;
}

int main(int count, char **arguments) {
  const char *library = count > 1 ? arguments[count - 1] : "";
  struct options options = {.sandbox = SANDBOX_STRICT, .sources = {.library = library}};
  bool is_clear = strchr(library, '/') != NULL;
  for (int index = 1; index < count - 1; index++) {
    is_clear = is_clear && read_option(arguments[index], &options);
  }
  if (!is_clear) {
    fputs("exercise-runner is started by charrette, with the path of one plugin.\n", stderr);
    return EXIT_USAGE;
  }
  struct confinement confinement;
  const char *missing = confine(&options.sources, options.sandbox, &confinement);
  if (missing != NULL) {
    status_unconfined(missing, strerror(errno));
    return EXIT_NOT_LOADED;
  }
  // A pipe is buffered by the block: then a plugin's last words would be lost when it crashes.
  setvbuf(stdout, NULL, _IOLBF, 0);
  if (options.probe != NULL) return probe(library, options.probe);
  const charrette_plugin *plugin = load(library);
  if (plugin == NULL) return EXIT_NOT_LOADED;
  if (!status_ready(plugin->abi_major, plugin->abi_minor, &confinement)) return EXIT_SOCKET;
  enum exit_status status = serve(plugin);
  if (status == EXIT_ORDERLY && plugin->close != NULL) plugin->close(plugin->context);
  return status;
}
