#ifndef CUTF8PROC_H
#define CUTF8PROC_H

#include <stddef.h>
#include <stdint.h>

/// Folds UTF-8 text for matching: compatibility decomposition, case folding,
/// marks and ignorable code points removed (utf8proc.h: utf8proc_decompose,
/// utf8proc_reencode).
///
/// Why a shim: utf8proc_map allocates its result; this writes into the
/// caller's buffer of 32-bit scalars, so that indexing makes no allocation.
/// Returns the number of scalars, which may exceed `capacity` (call again with
/// room for that many), or a negative utf8proc error for invalid UTF-8.
ptrdiff_t cutf8proc_fold(
    const uint8_t *text, size_t length, int32_t *scalars, size_t capacity);

/// Composes UTF-8 text canonically (normal form C): texts that differ only in
/// how their accents are written become the same.
///
/// Why a shim: as above, and with the same result.
ptrdiff_t cutf8proc_compose(
    const uint8_t *text, size_t length, int32_t *scalars, size_t capacity);

/// The general category of a scalar, as utf8proc_category_t (0 unassigned).
int cutf8proc_category(int32_t scalar);

#endif
