import CTOML

/// Reads TOML texts.
enum TOMLDocument {
    /// How many tables and arrays may be within one another.
    static let depth: UInt32 = 8

    /// The entries of a text's outermost table, in the order of the text.
    static func parse(_ bytes: [UInt8]) throws(TOMLError) -> [TOMLEntry] {
        let document = bytes.withUnsafeBytes { bytes in
            ctoml_parse(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, depth)
        }
        guard let document else { throw TOMLError(cause: noMemory, position: start) }
        defer { ctoml_free(document) }
        if let error = error(of: document) { throw error }
        var count = 0
        let nodes = UnsafeBufferPointer(start: ctoml_nodes(document, &count), count: count)
        guard !nodes.isEmpty, case .table(let entries) = value(at: 0, of: nodes).content else {
            return []
        }
        return entries
    }

    private static let start = TOMLPosition(line: 1, column: 1)
    private static let noMemory = "there is not enough memory"

    private static func error(of document: OpaquePointer) -> TOMLError? {
        var line: UInt32 = 0
        var column: UInt32 = 0
        let text = ctoml_failure_text(document, &line, &column).map { String(cString: $0) } ?? ""
        let position = TOMLPosition(line: Int(line), column: Int(column))
        switch ctoml_failure_of(document) {
        case ctoml_no_failure: return nil
        case ctoml_depth:
            return TOMLError(cause: "there are too many tables within tables", position: position)
        case ctoml_memory: return TOMLError(cause: noMemory, position: position)
        default:
            // The words of toml++ are for programmers, but they say what is wrong.
            return TOMLError(cause: "not TOML: \(text.prefix(200))", position: position)
        }
    }

    private static func value(
        at index: Int, of nodes: UnsafeBufferPointer<ctoml_node>
    ) -> TOMLValue {
        let node = nodes[index]
        let content: TOMLValue.Content
        switch ctoml_kind(node.kind) {
        case ctoml_table:
            content = .table(
                children(of: index, nodes).map { child in
                    let node = nodes[child]
                    return TOMLEntry(
                        key: text(node.key, node.key_length), value: value(at: child, of: nodes),
                        position: position(of: node))
                }.sorted(by: stoodBefore))
        case ctoml_array:
            content = .array(children(of: index, nodes).map { value(at: $0, of: nodes) })
        case ctoml_string: content = .string(text(node.text, node.text_length))
        case ctoml_integer: content = .integer(Int(node.integer))
        case ctoml_float: content = .float(node.number)
        case ctoml_boolean: content = .boolean(node.integer != 0)
        default: content = .time
        }
        return TOMLValue(content: content, position: position(of: node))
    }

    private static func children(
        of index: Int, _ nodes: UnsafeBufferPointer<ctoml_node>
    ) -> [Int] {
        var found: [Int] = []
        let end = min(Int(nodes[index].extent), nodes.count)
        var child = index + 1
        while child < end {
            found.append(child)
            // A descendant's extent is behind it, so that this ends.
            child = max(child + 1, Int(nodes[child].extent))
        }
        return found
    }

    private static func stoodBefore(_ left: TOMLEntry, _ right: TOMLEntry) -> Bool {
        (left.position.line, left.position.column) < (right.position.line, right.position.column)
    }

    private static func position(of node: ctoml_node) -> TOMLPosition {
        TOMLPosition(line: max(1, Int(node.line)), column: max(1, Int(node.column)))
    }

    private static func text(_ start: UnsafePointer<CChar>?, _ length: Int) -> String {
        String(decoding: UnsafeRawBufferPointer(start: start, count: length), as: UTF8.self)
    }
}
