#include "CFilms.h"

// `#embed` is of C23; clang takes it in earlier dialects too and warns.
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wc23-extensions"
static const uint8_t films[] = {
#embed "films.ndjson.gz"
};
#pragma clang diagnostic pop

const uint8_t *cfilms_bytes(void) { return films; }

size_t cfilms_length(void) { return sizeof films; }
