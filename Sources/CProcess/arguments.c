#include "CProcess.h"

// The C library hands its start-up functions what `main` gets; Swift's own way there reads the process's memory map.
static int count = 0;
static char **arguments = 0;

__attribute__((constructor)) static void keep_arguments(int argc, char **argv) {
    count = argc;
    arguments = argv;
}

const char *nn_argument(int index) { return index >= 0 && index < count ? arguments[index] : 0; }
