#ifndef CRAPIDJSON_H
#define CRAPIDJSON_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What a node is.
typedef enum crapidjson_kind {
    crapidjson_null,
    crapidjson_false,
    crapidjson_true,
    crapidjson_integer,
    /// An integer that only fits without a sign.
    crapidjson_unsigned,
    crapidjson_double,
    crapidjson_string,
    crapidjson_array,
    crapidjson_object,
} crapidjson_kind;

/// One value of a document. Values stand in the order of the text; the
/// children of an array or object follow it, those of an object as key, value,
/// key, value.
typedef struct crapidjson_node {
    uint32_t kind;
    /// Of an array or object: the index past its last descendant. Of a string:
    /// its length in bytes.
    uint32_t extent;
    union {
        int64_t integer;
        uint64_t unsigned_integer;
        double number;
        /// Where a string begins in the text of the document.
        uint64_t offset;
        /// The number of elements of an array or members of an object.
        uint64_t count;
    };
} crapidjson_node;

/// Why a text is not a document.
typedef enum crapidjson_failure {
    crapidjson_no_failure,
    crapidjson_syntax,
    crapidjson_encoding,
    crapidjson_number_range,
    crapidjson_depth,
    crapidjson_size,
    crapidjson_memory,
} crapidjson_failure;

/// The outcome of a parse; valid until the parser parses again or is freed.
typedef struct crapidjson_result {
    const crapidjson_node *nodes;
    size_t node_count;
    const uint8_t *text;
    crapidjson_failure failure;
    /// Where the text is wrong, in bytes from its beginning.
    size_t failure_offset;
    /// RapidJSON's words, static; null if it has none.
    const char *failure_message;
} crapidjson_result;

/// Buffers that are used again from one document to the next.
typedef struct crapidjson_parser crapidjson_parser;

/// Null when there is no memory.
///
/// Why a shim: RapidJSON is a C++ template, and its document.h does not
/// compile with this clang; its reader does, and these functions let it fill
/// an array that Swift can walk without a call a value. No exception crosses
/// this border: nothing behind it throws.
crapidjson_parser *crapidjson_parser_create(void);

void crapidjson_parser_free(crapidjson_parser *parser);

/// Parses one document of valid UTF-8, at most `depth` arrays and objects deep.
crapidjson_result crapidjson_parse(
    crapidjson_parser *parser, const uint8_t *bytes, size_t length, uint32_t depth);

#ifdef __cplusplus
}
#endif

#endif
