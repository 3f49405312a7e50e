#include "CSQLite.h"

#include <stddef.h>

int csqlite_bind_text(sqlite3_stmt *statement, int index, const uint8_t *text, uint64_t length) {
    const char *characters = text == NULL ? "" : (const char *)text;
    return sqlite3_bind_text64(
        statement, index, characters, length, SQLITE_TRANSIENT, SQLITE_UTF8);
}

int csqlite_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, uint64_t length) {
    return sqlite3_bind_blob64(
        statement, index, bytes == NULL ? "" : bytes, length, SQLITE_TRANSIENT);
}

int csqlite_set_option(sqlite3 *database, int option, int on) {
    return sqlite3_db_config(database, option, on, (int *)NULL);
}
