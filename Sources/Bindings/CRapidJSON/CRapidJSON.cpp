#include "CRapidJSON.h"

#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

#include <charconv>
#include <cstdlib>
#include <cstring>
#include <new>

namespace {

/// A growing array of plain values that reports a lack of memory, where
/// std::vector would throw.
template <typename Element>
struct Buffer {
    Element *elements = nullptr;
    size_t capacity = 0;

    ~Buffer() { std::free(elements); }

    bool reserve(size_t count) {
        if (count <= capacity) {
            return true;
        }
        size_t wanted = capacity * 2 > count ? capacity * 2 : count;
        void *grown = std::realloc(elements, wanted * sizeof(Element));
        if (grown == nullptr) {
            return false;
        }
        elements = static_cast<Element *>(grown);
        capacity = wanted;
        return true;
    }
};

/// Whether a number that a double cannot hold is too close to zero for it,
/// rather than too great.
bool vanishes(const char *number, const char *end) {
    long magnitude = 0;
    bool is_fraction = false;
    bool is_significant = false;
    const char *position = number;
    for (; position < end && *position != 'e' && *position != 'E'; ++position) {
        if (*position == '.') {
            is_fraction = true;
        } else if (*position >= '0' && *position <= '9') {
            is_significant = is_significant || *position != '0';
            if (is_significant && !is_fraction) {
                ++magnitude;
            } else if (!is_significant && is_fraction) {
                --magnitude;
            }
        }
    }
    if (position == end) {
        return magnitude < 0;
    }
    ++position;
    if (position < end && *position == '+') {
        ++position;
    }
    long exponent = 0;
    if (std::from_chars(position, end, exponent).ec != std::errc()) {
        return *position == '-';
    }
    // Neither can come near to overflowing when the reader has let it pass.
    return exponent < -magnitude;
}

/// Receives what the reader finds and lays it out as nodes. A member function
/// that returns false ends the parse.
struct Recorder {
    Buffer<crapidjson_node> nodes;
    Buffer<uint32_t> open;
    size_t count = 0;
    uint32_t depth = 0;
    uint32_t greatest_depth = 0;
    const char *text = nullptr;
    crapidjson_failure failure = crapidjson_no_failure;

    crapidjson_node *append(crapidjson_kind kind) {
        if (!nodes.reserve(count + 1)) {
            failure = crapidjson_memory;
            return nullptr;
        }
        crapidjson_node *node = &nodes.elements[count++];
        node->kind = kind;
        node->extent = 0;
        node->integer = 0;
        return node;
    }

    bool begin(crapidjson_kind kind) {
        if (depth == greatest_depth) {
            failure = crapidjson_depth;
            return false;
        }
        if (!open.reserve(depth + 1)) {
            failure = crapidjson_memory;
            return false;
        }
        open.elements[depth++] = static_cast<uint32_t>(count);
        return append(kind) != nullptr;
    }

    bool end(uint32_t children) {
        crapidjson_node &node = nodes.elements[open.elements[--depth]];
        node.extent = static_cast<uint32_t>(count);
        node.count = children;
        return true;
    }

    bool Null() { return append(crapidjson_null) != nullptr; }
    bool Bool(bool value) {
        return append(value ? crapidjson_true : crapidjson_false) != nullptr;
    }
    bool Integer(int64_t value) {
        crapidjson_node *node = append(crapidjson_integer);
        if (node == nullptr) {
            return false;
        }
        node->integer = value;
        return true;
    }
    bool Unsigned(uint64_t value) {
        crapidjson_node *node = append(crapidjson_unsigned);
        if (node == nullptr) {
            return false;
        }
        node->unsigned_integer = value;
        return true;
    }
    bool Number(double value) {
        crapidjson_node *node = append(crapidjson_double);
        if (node == nullptr) {
            return false;
        }
        node->number = value;
        return true;
    }
    bool RawNumber(const char *characters, rapidjson::SizeType length, bool) {
        const char *end = characters + length;
        int64_t integer = 0;
        if (is_whole(std::from_chars(characters, end, integer), end)) {
            return Integer(integer);
        }
        uint64_t unsigned_integer = 0;
        if (is_whole(std::from_chars(characters, end, unsigned_integer), end)) {
            return Unsigned(unsigned_integer);
        }
        double number = 0;
        if (is_whole(std::from_chars(characters, end, number), end)) {
            return Number(number);
        }
        if (vanishes(characters, end)) {
            return Number(0);
        }
        failure = crapidjson_number_range;
        return false;
    }
    static bool is_whole(std::from_chars_result result, const char *end) {
        return result.ec == std::errc() && result.ptr == end;
    }
    // Asked for by the reader's template; numbers come as text.
    bool Int(int) { return false; }
    bool Uint(unsigned) { return false; }
    bool Int64(int64_t) { return false; }
    bool Uint64(uint64_t) { return false; }
    bool Double(double) { return false; }
    bool String(const char *characters, rapidjson::SizeType length, bool) {
        crapidjson_node *node = append(crapidjson_string);
        if (node == nullptr) {
            return false;
        }
        node->extent = length;
        node->offset = static_cast<uint64_t>(characters - text);
        return true;
    }
    bool Key(const char *characters, rapidjson::SizeType length, bool copy) {
        return String(characters, length, copy);
    }
    bool StartObject() { return begin(crapidjson_object); }
    bool EndObject(rapidjson::SizeType members) { return end(members); }
    bool StartArray() { return begin(crapidjson_array); }
    bool EndArray(rapidjson::SizeType elements) { return end(elements); }
};

/// The reader steps over up to three bytes of a character cut off by the end,
/// and looks for a null there.
constexpr size_t padding = 8;

/// In place, so that a string is not copied twice; iterative, so that a deep
/// document cannot exhaust the stack of a thread. Numbers as text, because
/// RapidJSON 1.1 reads them either wrong in the last digit or, with
/// kParseFullPrecisionFlag, outside its tables for 0.000… with 300 zeros.
constexpr unsigned flags = rapidjson::kParseInsituFlag | rapidjson::kParseIterativeFlag
    | rapidjson::kParseValidateEncodingFlag | rapidjson::kParseNumbersAsStringsFlag;

crapidjson_failure failure_of(rapidjson::ParseErrorCode code) {
    switch (code) {
    case rapidjson::kParseErrorStringInvalidEncoding:
    case rapidjson::kParseErrorStringUnicodeSurrogateInvalid:
        return crapidjson_encoding;
    case rapidjson::kParseErrorNumberTooBig:
        return crapidjson_number_range;
    default:
        return crapidjson_syntax;
    }
}

}  // namespace

struct crapidjson_parser {
    rapidjson::Reader reader;
    Recorder recorder;
    Buffer<char> text;

    crapidjson_result failed(crapidjson_failure failure, size_t offset, const char *message) {
        return {nullptr, 0, nullptr, failure, offset, message};
    }

    crapidjson_result parse(const uint8_t *bytes, size_t length, uint32_t greatest_depth) {
        // The extents of nodes have 32 bits, and no document has more nodes
        // than bytes.
        if (length >= UINT32_MAX - padding) {
            return failed(crapidjson_size, 0, nullptr);
        }
        if (!text.reserve(length + padding)) {
            return failed(crapidjson_memory, 0, nullptr);
        }
        if (length > 0) {
            std::memcpy(text.elements, bytes, length);
        }
        std::memset(text.elements + length, 0, padding);
        recorder.count = 0;
        recorder.depth = 0;
        recorder.greatest_depth = greatest_depth;
        recorder.text = text.elements;
        recorder.failure = crapidjson_no_failure;
        return read(length);
    }

    crapidjson_result read(size_t length) {
        rapidjson::InsituStringStream stream(text.elements);
        rapidjson::ParseResult outcome = reader.Parse<flags>(stream, recorder);
        if (recorder.failure != crapidjson_no_failure) {
            return failed(recorder.failure, outcome.Offset(), nullptr);
        }
        if (outcome.IsError()) {
            size_t offset = outcome.Offset() < length ? outcome.Offset() : length;
            return failed(
                failure_of(outcome.Code()), offset, rapidjson::GetParseError_En(outcome.Code()));
        }
        // The reader takes a null for the end of the text.
        if (stream.Tell() < length) {
            rapidjson::ParseErrorCode code = rapidjson::kParseErrorDocumentRootNotSingular;
            return failed(
                crapidjson_syntax, stream.Tell(), rapidjson::GetParseError_En(code));
        }
        return {
            recorder.nodes.elements, recorder.count,
            reinterpret_cast<const uint8_t *>(text.elements), crapidjson_no_failure, 0, nullptr};
    }
};

crapidjson_parser *crapidjson_parser_create(void) { return new (std::nothrow) crapidjson_parser; }

void crapidjson_parser_free(crapidjson_parser *parser) { delete parser; }

crapidjson_result crapidjson_parse(
    crapidjson_parser *parser, const uint8_t *bytes, size_t length, uint32_t depth) {
    return parser->parse(bytes, length, depth);
}
