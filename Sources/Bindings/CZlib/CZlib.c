#include "CZlib.h"

#include <string.h>

int czlib_gunzip_begin(z_stream *stream) {
    memset(stream, 0, sizeof *stream);
    return inflateInit2(stream, 15 + 16);
}
