#ifndef CWIDTH_H
#define CWIDTH_H

#include <stdint.h>

/// The columns of one scalar by glibc's wcwidth under C.UTF-8: 0, 1 or 2, or
/// -1 for what cannot be printed (wcwidth(3)).
///
/// Why a shim: Swift's Glibc module has no wcwidth, and the answer must not
/// depend on the reader's locale, because ncurses counts the same way only
/// under UTF-8. The locale of the calling thread is left as it was.
int cwidth_columns(uint32_t scalar);

#endif
