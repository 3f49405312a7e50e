#ifndef CSQLITE_H
#define CSQLITE_H

#include <sqlite3.h>
#include <stdint.h>

/// Binds a copy of UTF-8 text (sqlite3_bind_text64 with SQLITE_TRANSIENT).
///
/// Why a shim: SQLITE_TRANSIENT is -1 cast to a function pointer, which Swift
/// cannot express. A null `text` of no length is the empty text, not NULL.
int csqlite_bind_text(sqlite3_stmt *statement, int index, const uint8_t *text, uint64_t length);

/// Binds a copy of bytes (sqlite3_bind_blob64 with SQLITE_TRANSIENT).
///
/// Why a shim: as above, and because Swift's empty buffers have no address,
/// which SQLite would take for NULL instead of an empty blob.
int csqlite_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, uint64_t length);

/// Switches an option of a connection on or off (sqlite3_db_config).
///
/// Why a shim: sqlite3_db_config is variadic, so Swift cannot call it.
int csqlite_set_option(sqlite3 *database, int option, int on);

// The extended result codes are macro expressions, which Swift does not import.
static const int csqlite_busy_snapshot = SQLITE_BUSY_SNAPSHOT;
static const int csqlite_cantopen_isdir = SQLITE_CANTOPEN_ISDIR;
static const int csqlite_constraint_check = SQLITE_CONSTRAINT_CHECK;
static const int csqlite_constraint_foreignkey = SQLITE_CONSTRAINT_FOREIGNKEY;
static const int csqlite_constraint_notnull = SQLITE_CONSTRAINT_NOTNULL;
static const int csqlite_constraint_primarykey = SQLITE_CONSTRAINT_PRIMARYKEY;
static const int csqlite_constraint_unique = SQLITE_CONSTRAINT_UNIQUE;
static const int csqlite_corrupt_vtab = SQLITE_CORRUPT_VTAB;
static const int csqlite_ioerr_read = SQLITE_IOERR_READ;
static const int csqlite_ioerr_short_read = SQLITE_IOERR_SHORT_READ;
static const int csqlite_ioerr_write = SQLITE_IOERR_WRITE;
static const int csqlite_readonly_dbmoved = SQLITE_READONLY_DBMOVED;
static const int csqlite_readonly_directory = SQLITE_READONLY_DIRECTORY;

#endif
