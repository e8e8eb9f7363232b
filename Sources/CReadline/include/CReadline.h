/// GNU readline for Swift. Its variables are globals, which Swift 6 refuses, so each one that the
/// line editor uses has a function here. One module imports this one, on one thread.
///
/// Never call from Swift: `rl_message` (variadic, imports wrongly), `rl_abort` (longjmps over Swift
/// frames). `free()` every line that readline hands out; hand it only `strdup`ed memory to keep.
#ifndef CHARRETTE_CREADLINE_H
#define CHARRETTE_CREADLINE_H

#include <stdio.h>  /* readline.h uses FILE without including it */

#include <readline/history.h>
#include <readline/readline.h>
#include <stdbool.h>
#include <string.h>
#include <sys/epoll.h>     /* nor is this in Swift's Glibc module */
#include <sys/prctl.h>     /* variadic: not callable from Swift */
#include <sys/signalfd.h>  /* not in Swift's Glibc module */
#include <unistd.h>

// Swift reads these through clang; a compiler that has no such words leaves them out.
#ifdef __clang__
#pragma clang assume_nonnull begin
#else
#define _Nullable
#define _Nonnull
#endif

/// Who is told what readline asks of its application. Readline's own callbacks carry no context, so
/// the shim keeps one listener; `context` comes back as the first argument of each function.
struct readline_listener {
  void *context;
  /// Enter was pressed: `line` is the callee's to free. NULL: end of input.
  void (*accept)(void *context, char *_Nullable line);
  /// The next byte of the terminal, or EOF.
  int (*read)(void *context);
  /// The matches for the line up to the cursor, as `rl_attempted_completion_function` returns
  /// them: malloc'ed, the text to insert first, NULL last; NULL for none.
  char *_Nullable *_Nullable (*_Nonnull complete)(void *context, const char *line);
  /// Show the matches of the last completion.
  void (*display)(void *context);
  /// A paste has begun: read it to its end, and put what is to stand for it into the line.
  void (*paste)(void *context);
};

/// Registers the listener and readline's callbacks for it. Call once, before `rl_initialize`.
void readline_listen(struct readline_listener listener);

/// Has pastes reported to the listener instead of put into the line as they are. Call once, after
/// `rl_initialize`.
void readline_take_pastes(void);

/// Draws the prompt and starts editing a line, with the listener's `accept` as its end.
void readline_begin(const char *prompt);

/// Signals and window size are the application's; file names are never completed.
static inline void readline_configure(const char *name) {
  rl_readline_name = name;
  rl_catch_signals = 0;
  rl_catch_sigwinch = 0;
  rl_change_environment = 0;
  rl_sort_completion_matches = 0;
  rl_ignore_completion_duplicates = 0;
  rl_basic_word_break_characters = "";
  rl_completer_word_break_characters = "";
  rl_completer_quote_characters = NULL;
}

/// Hands what readline has written so far to the terminal.
static inline void readline_flush(void) {
  if (rl_outstream) fflush(rl_outstream);
}

/// As readline calls it: `8.2`.
static inline const char *_Nullable readline_version(void) { return rl_library_version; }

static inline const char *_Nullable readline_line(void) { return rl_line_buffer; }
static inline int readline_point(void) { return rl_point; }
static inline int readline_end(void) { return rl_end; }
static inline void readline_set_point(int point) { rl_point = point; }

/// Overwrites the line that was just accepted; its text stays in no line buffer.
static inline void readline_wipe_line(void) {
  if (rl_line_buffer) explicit_bzero(rl_line_buffer, strlen(rl_line_buffer));
}

/// The character after a completed word; 0 for none. Readline resets it before each completion.
static inline void readline_set_completion_append(int character) {
  rl_completion_append_character = character;
}

/// A search, a numeric argument, a key of several bytes, a completion or a macro is under way, and
/// its display must not be disturbed.
static inline bool readline_is_busy(void) {
  return RL_ISSTATE(
    RL_STATE_METANEXT | RL_STATE_MOREINPUT | RL_STATE_ISEARCH | RL_STATE_NSEARCH |
    RL_STATE_SEARCH | RL_STATE_NUMERICARG | RL_STATE_MACROINPUT | RL_STATE_COMPLETING |
    RL_STATE_VIMOTION | RL_STATE_MULTIKEY | RL_STATE_CHARSEARCH);
}

/// ESC was pressed, or a key of several bytes has not come to its end.
static inline bool readline_is_within_key(void) {
  return RL_ISSTATE(RL_STATE_MULTIKEY) && !RL_ISSTATE(RL_STATE_ISEARCH | RL_STATE_NSEARCH);
}

/// Readline changes the terminal's settings through function pointers that may be replaced.
static inline void readline_prepare_terminal(void) {
  if (rl_prep_term_function) rl_prep_term_function(1);
}

static inline void readline_restore_terminal(void) {
  if (rl_deprep_term_function) rl_deprep_term_function();
}

/// This process is not to be dumped or traced by others of the same user. For the booth.
static inline void process_forbid_dumps(void) { prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }

/// A descriptor that can be read where one of two can; -1 where the system has none to give.
static inline int descriptor_of_either(int one, int two) {
  int set = epoll_create1(EPOLL_CLOEXEC);
  if (set < 0) return -1;
  struct epoll_event event = {.events = EPOLLIN};
  if (epoll_ctl(set, EPOLL_CTL_ADD, one, &event) == 0 &&
      epoll_ctl(set, EPOLL_CTL_ADD, two, &event) == 0) {
    return set;
  }
  close(set);
  return -1;
}

#ifdef __clang__
#pragma clang assume_nonnull end
#endif

#endif
