#ifndef CMALLOC_H
#define CMALLOC_H

/// Gives memory that was freed back to the system (malloc_trim(3)).
///
/// Why a shim: Swift's module of glibc leaves <malloc.h> out.
void cmalloc_return_unused(void);

/// Lets all threads take memory from one place (mallopt(3), M_ARENA_MAX), so
/// that what one of them frees serves the others. Before there are threads.
void cmalloc_share_arena(void);

#endif
