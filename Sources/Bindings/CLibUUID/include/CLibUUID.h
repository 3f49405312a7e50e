#ifndef CLIBUUID_H
#define CLIBUUID_H

#include <stddef.h>
#include <stdint.h>

/// Writes the version 5 UUID (RFC 4122, SHA-1) of a name within a namespace to
/// `text`: 36 lower-case characters and a null (uuid_generate(3)).
///
/// Why a shim: uuid_t is an array type, which Swift imports as a tuple, and
/// the text form belongs to the same step. `name` may contain nulls.
void clibuuid_generate_named(
    const uint8_t namespace_bytes[16], const uint8_t *name, size_t length, char text[37]);

#endif
