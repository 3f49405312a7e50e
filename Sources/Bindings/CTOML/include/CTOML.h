#ifndef CTOML_H
#define CTOML_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What a node is.
typedef enum ctoml_kind {
    ctoml_table,
    ctoml_array,
    ctoml_string,
    ctoml_integer,
    ctoml_float,
    ctoml_boolean,
    /// A date, a time, or both.
    ctoml_time,
} ctoml_kind;

/// One value of a document. The first is the table of the whole; the children
/// of a table or array follow it, those of a table in the order of their names.
typedef struct ctoml_node {
    uint32_t kind;
    /// The index past the last descendant.
    uint32_t extent;
    /// Where the key stands, or the value where it has no key; from 1, and 0
    /// where toml++ does not tell.
    uint32_t line;
    uint32_t column;
    /// The name in a table; null in an array. Not terminated.
    const char *key;
    size_t key_length;
    /// Of a string; not terminated.
    const char *text;
    size_t text_length;
    /// Of an integer, and of a boolean.
    int64_t integer;
    double number;
} ctoml_node;

/// Why a text is not a document.
typedef enum ctoml_failure {
    ctoml_no_failure,
    ctoml_syntax,
    ctoml_depth,
    ctoml_memory,
} ctoml_failure;

/// A document, or why there is none.
typedef struct ctoml_document ctoml_document;

/// Parses UTF-8 text, at most `depth` tables and arrays deep. Null when there
/// is no memory.
///
/// Why a shim: toml++ is a C++ library of templates. These functions lay its
/// tree out as an array that Swift can walk. No exception crosses this border.
ctoml_document *ctoml_parse(const char *bytes, size_t length, uint32_t depth);

void ctoml_free(ctoml_document *document);

/// The nodes; none where parsing failed. They live as long as the document.
const ctoml_node *ctoml_nodes(const ctoml_document *document, size_t *count);

ctoml_failure ctoml_failure_of(const ctoml_document *document);

/// toml++'s words for a wrong text, and where it is wrong: from 1, and 0 where
/// that is not known.
const char *ctoml_failure_text(
    const ctoml_document *document, uint32_t *line, uint32_t *column);

#ifdef __cplusplus
}
#endif

#endif
