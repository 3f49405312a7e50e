#include "CUTF8Proc.h"

#include <utf8proc.h>

ptrdiff_t cutf8proc_fold(
    const uint8_t *text, size_t length, int32_t *scalars, size_t capacity) {
    return utf8proc_decompose(
        text, (utf8proc_ssize_t)length, scalars, (utf8proc_ssize_t)capacity,
        UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD
            | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
}

ptrdiff_t cutf8proc_compose(
    const uint8_t *text, size_t length, int32_t *scalars, size_t capacity) {
    const utf8proc_option_t options = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
    utf8proc_ssize_t count = utf8proc_decompose(
        text, (utf8proc_ssize_t)length, scalars, (utf8proc_ssize_t)capacity, options);
    if (count < 0 || (size_t)count > capacity) { return count; }
    return utf8proc_normalize_utf32(scalars, count, options);
}

int cutf8proc_category(int32_t scalar) { return (int)utf8proc_category(scalar); }
