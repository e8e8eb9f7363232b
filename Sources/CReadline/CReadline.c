#include "CReadline.h"

static struct readline_listener listener;

static void accept_line(char *line) { listener.accept(listener.context, line); }

static int read_byte(FILE *stream) {
  (void)stream;
  return listener.read(listener.context);
}

/* Without word breaks the text to complete is all of the line before the cursor. */
static char **complete(const char *text, int start, int end) {
  (void)start;
  (void)end;
  rl_attempted_completion_over = 1; /* or readline would go on to list files */
  return listener.complete(listener.context, text);
}

/* Nothing but the attempt above: `insert-completions` and `menu-complete` use it too. */
static char *no_entry(const char *text, int state) {
  (void)text;
  (void)state;
  return NULL;
}

static void display_matches(char **matches, int count, int longest) {
  (void)matches;
  (void)count;
  (void)longest;
  listener.display(listener.context);
}

static int begin_paste(int count, int key) {
  (void)count;
  (void)key;
  listener.paste(listener.context);
  return 0;
}

/* The end of a paste whose beginning nobody saw: no key. */
static int end_paste(int count, int key) {
  (void)count;
  (void)key;
  return 0;
}

void readline_take_pastes(void) {
  Keymap maps[] = {emacs_standard_keymap, vi_insertion_keymap, vi_movement_keymap};
  for (size_t index = 0; index < sizeof maps / sizeof *maps; index++) {
    rl_bind_keyseq_in_map("\033[200~", begin_paste, maps[index]);
    rl_bind_keyseq_in_map("\033[201~", end_paste, maps[index]);
  }
}

void readline_listen(struct readline_listener new_listener) {
  listener = new_listener;
  rl_getc_function = read_byte;
  rl_attempted_completion_function = complete;
  rl_completion_entry_function = no_entry;
  rl_menu_completion_entry_function = no_entry;
  rl_completion_display_matches_hook = display_matches;
}

void readline_begin(const char *prompt) {
  /* Readline remembers a ^D for ever, and then puts an empty line after each one that is typed. */
  rl_eof_found = 0;
  rl_callback_handler_install(prompt, accept_line);
}
