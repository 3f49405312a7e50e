#ifndef CZLIB_H
#define CZLIB_H

#include <zlib.h>

/// Prepares `stream` to inflate gzip members (zlib.h: inflateInit2 with
/// windowBits 15 + 16). Returns Z_OK or a zlib error.
///
/// Why a shim: inflateInit2 is a macro that passes the version and the size
/// of the structure, and Swift does not import it. The stream must stay where
/// it is in memory until inflateEnd: zlib keeps a pointer back to it.
int czlib_gunzip_begin(z_stream *stream);

#endif
