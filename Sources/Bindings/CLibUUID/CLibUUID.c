#include "CLibUUID.h"

#include <uuid/uuid.h>

void clibuuid_generate_named(
    const uint8_t namespace_bytes[16], const uint8_t *name, size_t length, char text[37]) {
    uuid_t identifier;
    uuid_generate_sha1(
        identifier, namespace_bytes, length == 0 ? "" : (const char *)name, length);
    uuid_unparse_lower(identifier, text);
}
