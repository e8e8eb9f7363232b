/*
 * charrette_exercise.h - the whole contract between Charrette and an exercise plugin.
 *
 * A plugin is a dynamic library that exports exactly one function, charrette_plugin_entry.
 * Everything that crosses is JSON in UTF-8; its grammar is that of the module ExerciseProtocol
 * (Message.swift). No Swift type, no allocator and no exception ever crosses, so a plugin may be
 * written in any language that can make a C library, with any version of its runtime.
 *
 * WHERE IT RUNS. Each plugin runs in a process of its own, started by the host (exercise-runner). A
 * crash ends that process and nothing else: the host starts another and folds the same events
 * again. Standard input is empty; what is written to standard output or error is the plugin's log.
 * The process is confined before the library is loaded: it reads the libraries and resources beside
 * its own and those of the system, starts threads, and writes to its log; it has no network, writes
 * no file, starts no process and finds an empty environment. What is forbidden fails, or ends it.
 *
 * THREADS. Every function here is called on the process's main thread, one call at a time. A plugin
 * may start threads; they must not call the host.
 *
 * OWNERSHIP. Bytes passed in are borrowed: valid until the function returns, never to be freed or
 * kept. Bytes passed to charrette_sink.write are copied before it returns.
 *
 * GROWTH. Structures only ever grow at their end. Each begins with its size as its writer knew it;
 * a reader must not look past that size. A change that this cannot express is a new major version.
 *
 * Licence: Apache-2.0, like the kit. A plugin that includes this header may have any licence.
 */
#ifndef CHARRETTE_EXERCISE_H
#define CHARRETTE_EXERCISE_H

#include <stdint.h>

#if defined(__clang__)
#pragma clang assume_nonnull begin
#define CHARRETTE_NULLABLE _Nullable
#define CHARRETTE_NONNULL _Nonnull
#else
#define CHARRETTE_NULLABLE
#define CHARRETTE_NONNULL
#endif

#ifdef __cplusplus
extern "C" {
#endif

/** The version of this contract. Host and plugin must agree on the major version. */
#define CHARRETTE_ABI_MAJOR 1
/** Grows with every addition; a smaller one on the other side means: that addition is not there. */
#define CHARRETTE_ABI_MINOR 0

/** Where a plugin puts the answer to one request. Made by the runner; valid for that one call. */
typedef struct charrette_sink {
  /** sizeof(charrette_sink) as the runner was built. */
  uint32_t size;
  /** The runner's own; hand it back unchanged. */
  void *CHARRETTE_NULLABLE context;
  /**
   * Adds `length` bytes to the answer. May be called more than once; the pieces are joined.
   * Called by the plugin, during charrette_plugin.handle only.
   */
  void (*write)(void *CHARRETTE_NULLABLE context, const uint8_t *bytes, uint64_t length);
} charrette_sink;

/** What the runner offers a plugin. Valid for the life of the process. */
typedef struct charrette_host {
  /** sizeof(charrette_host) as the runner was built. */
  uint32_t size;
  /** CHARRETTE_ABI_MAJOR and CHARRETTE_ABI_MINOR as the runner was built. */
  uint32_t abi_major;
  uint32_t abi_minor;
  /**
   * A further power of the host by its id, or NULL where this host does not have it. There is none
   * in version 1.0. Called by the plugin at any time on the main thread; `id` is borrowed.
   */
  const void *CHARRETTE_NULLABLE (*CHARRETTE_NONNULL extension)(const char *id);
} charrette_host;

/** What a plugin is. Owned by the plugin; must stay valid, unchanged, as long as the process. */
typedef struct charrette_plugin {
  /** sizeof(charrette_plugin) as the plugin was built. */
  uint32_t size;
  /** CHARRETTE_ABI_MAJOR and CHARRETTE_ABI_MINOR as the plugin was built. */
  uint32_t abi_major;
  uint32_t abi_minor;
  /** The plugin's own; handed back in every call. */
  void *CHARRETTE_NULLABLE context;
  /**
   * Answers one request: `request` is one JSON object of `length` bytes, not terminated by a zero;
   * the answer, one JSON object, goes to `answer`. Returns 0, or any other number to say that it
   * could not answer at all, which the host treats as a crash. Called by the runner.
   */
  int32_t (*handle)(void *CHARRETTE_NULLABLE context, const uint8_t *request, uint64_t length,
                    const charrette_sink *answer);
  /**
   * A further power of the plugin by its id, or NULL where it does not have it; may itself be NULL:
   * none. Called by the runner after charrette_plugin_entry returned.
   */
  const void *CHARRETTE_NULLABLE (*CHARRETTE_NULLABLE extension)(const char *id);
  /**
   * The last call before an orderly end of the process; may be NULL. Never called after a crash or
   * a hang. Called by the runner.
   */
  void (*CHARRETTE_NULLABLE close)(void *CHARRETTE_NULLABLE context);
} charrette_plugin;

/**
 * The one symbol that a plugin exports. Called once, first of all, by the runner; `host` stays
 * valid for the life of the process. Returns the plugin, or NULL to refuse this host (say why on
 * standard error).
 */
const charrette_plugin *CHARRETTE_NULLABLE charrette_plugin_entry(const charrette_host *host);

#ifdef __cplusplus
}
#endif

#if defined(__clang__)
#pragma clang assume_nonnull end
#endif

#undef CHARRETTE_NULLABLE
#undef CHARRETTE_NONNULL

#endif /* CHARRETTE_EXERCISE_H */
