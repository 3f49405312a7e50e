#include "CUTF8Proc.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

ptrdiff_t cutf8proc_fold(
    const uint8_t *text, size_t length, int32_t *scalars, size_t capacity) {
    return utf8proc_decompose(
        text, (utf8proc_ssize_t)length, scalars, (utf8proc_ssize_t)capacity,
        UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD
            | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
}

ptrdiff_t cutf8proc_nfc(const uint8_t *text, size_t length, uint8_t *buffer, size_t capacity) {
    utf8proc_uint8_t *composed = NULL;
    utf8proc_ssize_t count = utf8proc_map(
        text, (utf8proc_ssize_t)length, &composed, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    if (count >= 0) {
        if ((size_t)count <= capacity) {
            memcpy(buffer, composed, (size_t)count);
        } else {
            count = UTF8PROC_ERROR_OVERFLOW;
        }
    }
    free(composed);
    return count;
}

int cutf8proc_category(int32_t scalar) { return (int)utf8proc_category(scalar); }
