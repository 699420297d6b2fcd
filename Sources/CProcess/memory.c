#include "CProcess.h"

#include <malloc.h>

void nn_use_one_heap(void) { mallopt(M_ARENA_MAX, 1); }
