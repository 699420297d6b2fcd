#define _GNU_SOURCE
#include "CEditLine.h"
#include <langinfo.h>
#include <locale.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

// Of terminfo these two suffice; <term.h> would define macros such as `columns` and `lines`.
int setupterm(const char *, int, int *);
char *tigetstr(const char *);

void nn_terminal_use_utf8(void) {
    setlocale(LC_CTYPE, "");
    if (strcmp(nl_langinfo(CODESET), "UTF-8")) setlocale(LC_CTYPE, "C.UTF-8");
}

int nn_terminal_moves_cursor(void) {
    int error;
    const char *term = getenv("TERM");
    if (!term || !*term || !strcmp(term, "dumb") || setupterm(term, 1, &error) != 0) return 0;
    const char *up = tigetstr("cuu");
    return up && up != (char *)-1 && !strncmp(up, "\033[", 2);
}

// MARK: Signals

static struct termios saved;
static int is_saved;
static int wakes[2] = {-1, -1};
static volatile sig_atomic_t resized;

static void on_resize(int signal_number) {
    int error = errno;
    (void)signal_number;
    resized = 1;
    // Another thread may wait for keys: a byte in the pipe wakes it.
    if (write(wakes[1], "", 1) < 0) {}
    errno = error;
}

static volatile sig_atomic_t resumed;

static void on_resume(int signal_number) {
    int error = errno;
    (void)signal_number;
    resumed = 1;
    if (write(wakes[1], "", 1) < 0) {}
    errno = error;
}

void nn_terminal_restore(void) {
    if (!is_saved) return;
    signal(SIGTTOU, SIG_IGN);
    if (tcsetattr(0, TCSANOW, &saved) == 0 && write(1, "\033[?2004l\033[0m\033[?25h\r\n", 20) < 0) {}
}

static void on_end(int signal_number) {
    nn_terminal_restore();
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

void nn_terminal_guard(void) {
    if (is_saved || tcgetattr(0, &saved)) return;
    is_saved = 1;
    if (pipe2(wakes, O_CLOEXEC | O_NONBLOCK) != 0) wakes[0] = wakes[1] = -1;
    // A SIGSEGV may come from a stack that is full.
    stack_t stack = {.ss_sp = malloc(65536), .ss_size = 65536};
    if (stack.ss_sp) sigaltstack(&stack, NULL);
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = on_end;
    action.sa_flags = SA_ONSTACK | SA_NODEFER | (int)SA_RESETHAND;
    int ends[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGABRT, SIGTERM, SIGHUP, SIGQUIT};
    for (unsigned i = 0; i < sizeof ends / sizeof *ends; i++) sigaction(ends[i], &action, NULL);
    memset(&action, 0, sizeof action);
    action.sa_handler = on_resize;
    action.sa_flags = SA_RESTART;
    sigaction(SIGWINCH, &action, NULL);
    action.sa_handler = on_resume;
    sigaction(SIGCONT, &action, NULL);
    // A parent with threads hands its signal mask down.
    sigset_t ours;
    sigemptyset(&ours);
    for (unsigned i = 0; i < sizeof ends / sizeof *ends; i++) sigaddset(&ours, ends[i]);
    sigaddset(&ours, SIGWINCH);
    sigaddset(&ours, SIGTSTP);
    sigprocmask(SIG_UNBLOCK, &ours, NULL);
}

int nn_terminal_resized(void) {
    int was = resized;
    resized = 0;
    return was;
}

void nn_terminal_raise(int signal_number) { kill(getpid(), signal_number); }

void nn_terminal_stop(void) {
    resumed = 0;
    // The whole group, so that a shell script that waits for us stops as well.
    kill(0, SIGTSTP);
    // Another thread may take the signal: this one must not touch the terminal before it is ours again. A group that
    // nobody waits for does not stop at all.
    for (int i = 0; i < 100 && !resumed; i++) {
        struct timespec pause = {0, 5000000};
        nanosleep(&pause, NULL);
    }
    resumed = 0;
}

int nn_terminal_resumed(void) {
    int was = resumed;
    resumed = 0;
    return was;
}

// MARK: Reading

int nn_terminal_wait(int ms) {
    struct pollfd in[2] = {{0, POLLIN, 0}, {wakes[0], POLLIN, 0}};
    if (ms == 0) return poll(in, 1, 0) > 0;
    if (resized || resumed) return -1;
    int got = poll(in, wakes[0] < 0 ? 1 : 2, ms);
    if (got > 0 && in[1].revents) {
        char bytes[64];
        while (read(wakes[0], bytes, sizeof bytes) > 0) {}
        return in[0].revents ? 1 : -1;
    }
    return got < 0 ? -1 : got;
}

int nn_terminal_pending(void) {
    int count = 0;
    return ioctl(0, FIONREAD, &count) == 0 ? count : 0;
}

int nn_terminal_byte(void) {
    unsigned char byte;
    ssize_t count;
    while ((count = read(0, &byte, 1)) < 0 && errno == EINTR) {}
    return count == 1 ? byte : -1;
}

void nn_terminal_size(int *rows, int *columns) {
    struct winsize size;
    *rows = 24;
    *columns = 80;
    if (ioctl(1, TIOCGWINSZ, &size)) return;
    if (size.ws_row > 0) *rows = size.ws_row;
    if (size.ws_col > 1) *columns = size.ws_col;
}

int nn_terminal_width(wchar_t character) { return wcwidth(character); }

// MARK: libedit

EditLine *nn_editor_open(const char *name) {
    FILE *nowhere = fopen("/dev/null", "w");
    if (!nowhere) return NULL;
    EditLine *editor = el_init_fd(name, stdin, nowhere, nowhere, 0, 1, 2);
    if (!editor) return NULL;
    // Its handler would signal the whole process group, the shell that started us included.
    el_set(editor, EL_SIGNAL, 0);
    el_set(editor, EL_EDITOR, "emacs");
    // Keys, not signals; and its edit mode has ICRNL with INLCR, which would swap CR and LF in what is pasted.
    el_set(editor, EL_SETTY, "-d", "-isig", "-icrnl", "-inlcr", "-ixon", NULL);
    return editor;
}

void nn_editor_close(EditLine *editor) { el_end(editor); }
void nn_editor_add(EditLine *editor, const char *name, nn_editor_command command) {
    el_set(editor, EL_ADDFN, name, name, command);
}
void nn_editor_bind(EditLine *editor, const char *keys, const char *name) {
    el_set(editor, EL_BIND, keys, name, NULL);
}
void nn_editor_bind_command_mode(EditLine *editor, const char *keys, const char *name) {
    el_set(editor, EL_BIND, "-a", keys, name, NULL);
}
int nn_editor_source(EditLine *editor, const char *path) { return el_source(editor, path); }
int nn_editor_is_vi(EditLine *editor) {
    const char *name = NULL;
    return el_get(editor, EL_EDITOR, &name) == 0 && name && !strcmp(name, "vi");
}
void nn_editor_set_client(EditLine *editor, void *client) { el_set(editor, EL_CLIENTDATA, client); }
void *nn_editor_client(EditLine *editor) {
    void *client = NULL;
    el_get(editor, EL_CLIENTDATA, &client);
    return client;
}
void nn_editor_set_reader(EditLine *editor, el_rfunc_t reader) { el_wset(editor, EL_GETCFN, reader); }
void nn_editor_set_raw(EditLine *editor, int on) { el_set(editor, EL_PREP_TERM, on); }
void nn_editor_refresh(EditLine *editor) { el_set(editor, EL_REFRESH); }
