// What Swift cannot say to libedit itself, or to the terminal: variadic calls, FILE* arguments, signal handlers, termios.
#ifndef CEDITLINE_H
#define CEDITLINE_H

#include <histedit.h>
#include <wchar.h>

typedef unsigned char (*nn_editor_command)(EditLine *_Nonnull, int);

/// Chooses a locale in which libedit decodes UTF-8; to be called before an editor is opened.
void nn_terminal_use_utf8(void);
/// Whether the terminal that TERM names can move its cursor up.
int nn_terminal_moves_cursor(void);
/// Remembers the terminal's state now, and puts it back when a signal ends the process.
void nn_terminal_guard(void);
/// Puts the remembered state back.
void nn_terminal_restore(void);
/// The window's rows and columns; 24 and 80 where the terminal does not tell.
void nn_terminal_size(int *rows, int *columns);
/// Waits `ms` milliseconds for a byte, without limit when negative. 1: there is one; 0: none came; -1: a signal came.
int nn_terminal_wait(int ms);
/// How many bytes can be read at once.
int nn_terminal_pending(void);
/// A byte, or -1 at the end of the input.
int nn_terminal_byte(void);
/// True once after the window's size has changed.
int nn_terminal_resized(void);
/// True once after the process was stopped and goes on.
int nn_terminal_resumed(void);
/// Ends the process by a signal, as if the terminal had sent it.
void nn_terminal_raise(int signal_number);
/// Stops the process group, as Ctrl-Z at the terminal's driver does.
void nn_terminal_stop(void);
/// The columns that a character takes; -1 for one that cannot be shown.
int nn_terminal_width(wchar_t character);

/// An editor that reads keys from standard input and draws nothing; NULL when there is none to be had.
EditLine *nn_editor_open(const char *name);
void nn_editor_close(EditLine *editor);
void nn_editor_add(EditLine *editor, const char *name, nn_editor_command command);
void nn_editor_bind(EditLine *editor, const char *keys, const char *name);
/// The same in vi's command mode.
void nn_editor_bind_command_mode(EditLine *editor, const char *keys, const char *name);
/// Reads a file of libedit's commands, `~/.editrc` without a path; 0 when there is one.
int nn_editor_source(EditLine *editor, const char *path);
/// Whether vi's keys are in force.
int nn_editor_is_vi(EditLine *editor);
void nn_editor_set_client(EditLine *editor, void *client);
void *nn_editor_client(EditLine *editor);
void nn_editor_set_reader(EditLine *editor, el_rfunc_t reader);
/// Takes keys one by one (1), or gives the terminal back (0).
void nn_editor_set_raw(EditLine *editor, int on);
void nn_editor_refresh(EditLine *editor);

#endif
