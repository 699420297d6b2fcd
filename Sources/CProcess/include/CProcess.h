// What a process needs that Swift cannot do, or not safely: a signal handler, the command line, commands of the shell, one
// heap, a profile's end, and a look at the processor before any code runs that was built for a certain one.
#ifndef CPROCESS_H
#define CPROCESS_H

#include <stdint.h>

/// The name of the first instruction set that this binary was built with and the processor lacks, or NULL.
const char *nn_missing_instructions(void);

/// Lets all threads allocate from the process's own heap. The interpreter's thread would get one of its own else, which
/// grows a page at a time: hundreds of calls of the system at every start.
void nn_use_one_heap(void);

/// An argument of the command line, of which the first, 0, is the command's name; NULL behind the last.
const char *nn_argument(int index);

/// Counts each Ctrl-C instead of ending the process. A Ctrl-C that comes two seconds or more after
/// one that nobody has answered ends it. Also ignores SIGPIPE.
void nn_install_signals(void);

/// Where the unanswered presses of Ctrl-C are counted; whoever answers them writes 0.
volatile uint32_t *nn_interrupts(void);

/// Starts a command of the shell, its output on the descriptor `output` unless that is negative; its process, or -1. The
/// signals that this process ignores or handles are the command's own again.
int nn_start_shell(const char *command, int output);

/// Writes down how often each piece of code ran, in a build that counts it (`make profile`); nothing in others. Called at the
/// end, since the process leaves without the exit functions of libraries.
void nn_keep_profile(void);

#endif
