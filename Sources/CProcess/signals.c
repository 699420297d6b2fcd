#include "CProcess.h"
#include <signal.h>
#include <string.h>
#include <time.h>

static volatile uint32_t unanswered = 0;
static volatile time_t first_unanswered = 0;

static time_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec;
}

static void interrupt(int signal_number) {
    if (unanswered == 0) first_unanswered = now();
    unanswered = unanswered + 1;
    if (unanswered > 1 && now() - first_unanswered >= 2) {
        signal(signal_number, SIG_DFL);
        raise(signal_number);
    }
}

void nn_install_signals(void) {
    struct sigaction action;
    signal(SIGPIPE, SIG_IGN);
    // Who runs a command in the background wants it to ignore Ctrl-C.
    if (sigaction(SIGINT, NULL, &action) != 0 || action.sa_handler == SIG_IGN) return;
    memset(&action, 0, sizeof action);
    action.sa_handler = interrupt;
    // Reads of standard input have to notice: no SA_RESTART.
    sigaction(SIGINT, &action, NULL);
    // A parent with threads hands its signal mask down.
    sigset_t ours;
    sigemptyset(&ours);
    sigaddset(&ours, SIGINT);
    sigaddset(&ours, SIGTERM);
    sigprocmask(SIG_UNBLOCK, &ours, NULL);
}

volatile uint32_t *nn_interrupts(void) { return &unanswered; }
