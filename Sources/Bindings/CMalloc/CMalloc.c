#include "CMalloc.h"

#include <malloc.h>

void cmalloc_return_unused(void) { malloc_trim(0); }
