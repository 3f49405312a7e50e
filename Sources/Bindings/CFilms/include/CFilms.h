#ifndef CFILMS_H
#define CFILMS_H

#include <stddef.h>
#include <stdint.h>

/// The first byte of films.ndjson.gz, which is part of the program
/// (PROVENANCE.md); it lives as long as the process.
///
/// Why a shim: `#embed` is C, and Swift imports an array of this size as a
/// tuple of millions of elements.
const uint8_t *cfilms_bytes(void);

/// The length of films.ndjson.gz in bytes.
size_t cfilms_length(void);

#endif
