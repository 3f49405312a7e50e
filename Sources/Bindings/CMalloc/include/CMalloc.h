#ifndef CMALLOC_H
#define CMALLOC_H

/// Gives memory that was freed back to the system (malloc_trim(3)).
///
/// Why a shim: Swift's module of glibc leaves <malloc.h> out.
void cmalloc_return_unused(void);

#endif
