import CRapidJSON

/// A value within a `JSONDocument`.
///
/// A view, not a copy: it names a place in the document, which it keeps alive.
/// The accessors are lenient, because what comes from outside has numbers in
/// quotes and integers with a point; an accessor gives nil for what cannot be
/// read as its type without loss.
struct JSONValue {
    enum Kind: Sendable {
        case null, boolean, number, string, array, object
    }

    private let document: JSONDocument
    private let index: Int
    private let generation: Int

    init(document: JSONDocument, index: Int) {
        self.document = document
        self.index = index
        generation = document.generation
    }

    var kind: Kind {
        switch node.type {
        case crapidjson_false, crapidjson_true: .boolean
        case crapidjson_integer, crapidjson_unsigned, crapidjson_double: .number
        case crapidjson_string: .string
        case crapidjson_array: .array
        case crapidjson_object: .object
        default: .null
        }
    }

    var isNull: Bool { kind == .null }

    /// The number of elements of an array or members of an object, else 0.
    var count: Int {
        let node = node
        switch node.type {
        case crapidjson_array, crapidjson_object: return Int(node.count)
        default: return 0
        }
    }

    /// The node, whose document must not have parsed again.
    var node: crapidjson_node { node(at: index) }

    /// The index of the value that follows this one and all within it.
    var indexPast: Int {
        let node = node
        return node.isContainer ? Int(node.extent) : index + 1
    }

    /// The index of the first value within this one.
    var indexWithin: Int { index + 1 }

    /// Another value of the same document.
    func value(at index: Int) -> JSONValue {
        JSONValue(document: document, index: index)
    }

    private func node(at index: Int) -> crapidjson_node {
        precondition(generation == document.generation, "the JSON document has parsed again")
        return document.nodes[index]
    }

    /// The member of an object; nil if this is no object, or has no such
    /// member, or null there: documents from outside mean the same by both.
    /// `members` tells them apart. Of members with one key the first counts.
    subscript(key: String) -> JSONValue? {
        guard node.type == crapidjson_object else { return nil }
        var key = key
        let found = key.withUTF8 { find($0) }
        return found.flatMap { node(at: $0).type == crapidjson_null ? nil : value(at: $0) }
    }

    private func find(_ key: UnsafeBufferPointer<UInt8>) -> Int? {
        let end = indexPast
        var position = indexWithin
        while position < end {
            let candidate = node(at: position)
            let value = node(at: position + 1)
            if Int(candidate.extent) == key.count, utf8(of: candidate).elementsEqual(key) {
                return position + 1
            }
            position = value.isContainer ? Int(value.extent) : position + 2
        }
        return nil
    }

    /// Where the document keeps a string; empty for any other node.
    private func utf8(of node: crapidjson_node) -> UnsafeBufferPointer<UInt8> {
        guard node.type == crapidjson_string, let text = document.text else {
            return UnsafeBufferPointer(start: nil, count: 0)
        }
        return UnsafeBufferPointer(start: text + Int(node.offset), count: Int(node.extent))
    }

    /// Lends the UTF-8 of a string without copying it; nil for anything else.
    func withUTF8<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
        let node = node
        guard node.type == crapidjson_string else { return nil }
        return withExtendedLifetime(document) { body(utf8(of: node)) }
    }
}

extension crapidjson_node {
    var type: crapidjson_kind { crapidjson_kind(rawValue: kind) }

    var isContainer: Bool { type == crapidjson_array || type == crapidjson_object }
}
