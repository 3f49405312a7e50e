#include "CTOML.h"

// toml++ 3.3 breaks its own assertions on some texts ("[[" before a sign that
// no key has), and holds "é" for unreachable where it looks for blanks. Both
// would be undefined here; so assertions throw, in release builds too, and
// what is unreachable is no blank.
namespace {
struct broken_assertion {};
}  // namespace

#undef NDEBUG
#define TOML_ASSERT(condition) \
    do { \
        if (!(condition)) { \
            throw broken_assertion(); \
        } \
    } while (false)
#define TOML_EXCEPTIONS 1
#define TOML_HEADER_ONLY 1
#define TOML_ENABLE_FORMATTERS 0
#define TOML_UNDEF_MACROS 0
// Nested values are bounded while toml++ recurses; what it does not bound,
// dotted keys, is bounded below.
#define TOML_MAX_NESTED_VALUES 16

#include <toml++/impl/forward_declarations.h>
#undef TOML_UNREACHABLE
#define TOML_UNREACHABLE return false
#include <toml++/impl/unicode.h>
#undef TOML_UNREACHABLE
#define TOML_UNREACHABLE throw broken_assertion()
#include <toml++/toml.h>

#include <new>
#include <string>
#include <string_view>
#include <vector>

struct ctoml_document {
    toml::table table;
    std::vector<ctoml_node> nodes;
    ctoml_failure failure = ctoml_no_failure;
    std::string failure_text;
    uint32_t line = 0;
    uint32_t column = 0;
};

namespace {

/// Each dot of a key is a table within a table, and toml++ frees tables by
/// recursion; no line that somebody wrote has so many.
constexpr size_t most_dots = 200;

bool has_too_many_dots(std::string_view text, uint32_t &line) {
    size_t dots = 0;
    line = 1;
    for (char character : text) {
        if (character == '\n') {
            dots = 0;
            ++line;
        } else if (character == '.' && ++dots > most_dots) {
            return true;
        }
    }
    return false;
}

struct Layout {
    ctoml_document &document;
    uint32_t greatest_depth;

    bool add(const toml::key *key, const toml::node &value, uint32_t depth) {
        size_t index = document.nodes.size();
        document.nodes.push_back({});
        ctoml_node &node = document.nodes.back();
        toml::source_position place = value.source().begin;
        if (key != nullptr) {
            node.key = key->str().data();
            node.key_length = key->str().size();
            if (key->source().begin.line > 0) {
                place = key->source().begin;
            }
        }
        node.line = static_cast<uint32_t>(place.line);
        node.column = static_cast<uint32_t>(place.column);
        if (!fill(index, value, depth)) {
            return false;
        }
        document.nodes[index].extent = static_cast<uint32_t>(document.nodes.size());
        return true;
    }

    /// The node is named by its index, because adding others moves it.
    bool fill(size_t index, const toml::node &value, uint32_t depth) {
        ctoml_node &node = document.nodes[index];
        switch (value.type()) {
        case toml::node_type::table:
            node.kind = ctoml_table;
            return add_children(*value.as_table(), depth);
        case toml::node_type::array:
            node.kind = ctoml_array;
            return add_elements(*value.as_array(), depth);
        case toml::node_type::string: {
            const std::string &text = value.as_string()->get();
            node.kind = ctoml_string;
            node.text = text.data();
            node.text_length = text.size();
            return true;
        }
        case toml::node_type::integer:
            node.kind = ctoml_integer;
            node.integer = value.as_integer()->get();
            return true;
        case toml::node_type::floating_point:
            node.kind = ctoml_float;
            node.number = value.as_floating_point()->get();
            return true;
        case toml::node_type::boolean:
            node.kind = ctoml_boolean;
            node.integer = value.as_boolean()->get() ? 1 : 0;
            return true;
        default:
            node.kind = ctoml_time;
            return true;
        }
    }

    bool add_children(const toml::table &table, uint32_t depth) {
        if (depth == greatest_depth) {
            return false;
        }
        for (auto entry = table.cbegin(); entry != table.cend(); ++entry) {
            if (!add(&entry->first, entry->second, depth + 1)) {
                return false;
            }
        }
        return true;
    }

    bool add_elements(const toml::array &array, uint32_t depth) {
        if (depth == greatest_depth) {
            return false;
        }
        for (size_t index = 0; index < array.size(); ++index) {
            if (!add(nullptr, *array.get(index), depth + 1)) {
                return false;
            }
        }
        return true;
    }
};

void parse(ctoml_document &document, std::string_view text, uint32_t depth) {
    if (has_too_many_dots(text, document.line)) {
        document.failure = ctoml_depth;
        return;
    }
    document.line = 0;
    document.table = toml::parse(text);
    Layout layout{document, depth};
    if (!layout.add(nullptr, document.table, 0)) {
        document.failure = ctoml_depth;
    }
}

}  // namespace

ctoml_document *ctoml_parse(const char *bytes, size_t length, uint32_t depth) {
    ctoml_document *document = new (std::nothrow) ctoml_document;
    if (document == nullptr) {
        return nullptr;
    }
    try {
        parse(*document, std::string_view(length > 0 ? bytes : "", length), depth);
    } catch (const toml::parse_error &error) {
        document->failure = ctoml_syntax;
        document->failure_text = error.what();
        document->line = static_cast<uint32_t>(error.source().begin.line);
        document->column = static_cast<uint32_t>(error.source().begin.column);
    } catch (const broken_assertion &) {
        document->failure = ctoml_syntax;
        document->failure_text = "a key is missing, or has signs that no key can have";
    } catch (...) {
        document->failure = ctoml_memory;
    }
    return document;
}

void ctoml_free(ctoml_document *document) { delete document; }

const ctoml_node *ctoml_nodes(const ctoml_document *document, size_t *count) {
    *count = document->failure == ctoml_no_failure ? document->nodes.size() : 0;
    return document->nodes.data();
}

ctoml_failure ctoml_failure_of(const ctoml_document *document) { return document->failure; }

const char *ctoml_failure_text(
    const ctoml_document *document, uint32_t *line, uint32_t *column) {
    *line = document->line;
    *column = document->column;
    return document->failure_text.c_str();
}
