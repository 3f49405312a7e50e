#include "CMalloc.h"

#include <malloc.h>

void cmalloc_return_unused(void) { malloc_trim(0); }

void cmalloc_share_arena(void) { mallopt(M_ARENA_MAX, 1); }
