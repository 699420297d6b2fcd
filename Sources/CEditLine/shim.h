// Swift cannot call variadic C functions or read C's stdin and stdout; these inline functions stand between.
#include <stdio.h>
#include <histedit.h>

/// An editor on the terminal with Emacs's keys, or NULL. Ctrl-C is left to `command`, a function of the editor:
/// libedit's own signal handling would signal the whole process group.
static inline EditLine *nn_editor_open(const char *name, unsigned char (*command)(EditLine *, int)) {
  EditLine *editor = el_init(name, stdin, stdout, stderr);
  if (!editor) return NULL;
  el_set(editor, EL_SIGNAL, 0);
  el_set(editor, EL_EDITOR, "emacs");
  el_set(editor, EL_SETTY, "-d", "-isig", NULL);
  el_set(editor, EL_ADDFN, "nn-interrupt", "Drop the line", command);
  el_set(editor, EL_BIND, "^C", "nn-interrupt", NULL);
  el_set(editor, EL_BIND, "^R", "em-inc-search-prev", NULL);
  return editor;
}

/// Takes keys one by one from here on; libedit itself would do so only after it has shown the prompt, and lose or
/// misread what is typed in between.
static inline void nn_editor_prepare(EditLine *editor) { el_set(editor, EL_PREP_TERM, 1); }

static inline void nn_editor_set_prompt(EditLine *editor, char *(*prompt)(EditLine *)) {
  el_set(editor, EL_PROMPT, prompt);
}

/// The value by which a command ends the line as if the input had ended.
static inline unsigned char nn_editor_end(void) { return CC_EOF; }

/// A history of `count` lines, read from `path` when that can be read, and used by the editor.
static inline History *nn_history_open(EditLine *editor, int count, const char *path) {
  HistEvent event;
  History *past = history_init();
  if (!past) return NULL;
  history(past, &event, H_SETSIZE, count);
  history(past, &event, H_SETUNIQUE, 1);
  if (path) history(past, &event, H_LOAD, path);
  el_set(editor, EL_HIST, history, past);
  return past;
}

static inline void nn_history_enter(History *past, const char *line) {
  HistEvent event;
  history(past, &event, H_ENTER, line);
}

static inline void nn_history_save(History *past, const char *path) {
  HistEvent event;
  history(past, &event, H_SAVE, path);
}
