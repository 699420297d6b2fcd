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
    memset(&action, 0, sizeof action);
    action.sa_handler = interrupt;
    // Reads of standard input have to notice: no SA_RESTART.
    sigaction(SIGINT, &action, NULL);
    signal(SIGPIPE, SIG_IGN);
}

volatile uint32_t *nn_interrupts(void) { return &unanswered; }
