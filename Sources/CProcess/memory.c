#include "CProcess.h"

#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>

// What every program takes at its start.
enum { page = 4096, start_size = 512 << 10 };

void nn_use_one_heap(void) {
    mallopt(M_ARENA_MAX, 1);
    // After a larger block has been given back, one of this size is cut from the heap, and stays there.
    void *volatile larger = malloc(2 * start_size);
    free(larger);
    char *start = malloc(start_size);
    if (!start) return;
    // What an older system refuses comes page by page.
    madvise((char *)((uintptr_t)start & -(uintptr_t)page), start_size, 23);  // MADV_POPULATE_WRITE
    free(start);
}
