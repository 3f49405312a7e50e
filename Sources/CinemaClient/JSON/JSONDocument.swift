import CRapidJSON

/// Reads JSON texts, one after the other, into buffers that are used again.
///
/// Belongs to one owner. A value lives until the document parses again; using
/// it after that is a mistake in the program and traps.
///
///     let document = JSONDocument()
///     let film = try document.parse(line)
///     let title = film["title"]?.string
final class JSONDocument {
    /// How many arrays and objects may be within one another.
    static let defaultDepth = 512

    /// Nil where there was no memory for it: then no text can be read.
    private let parser: OpaquePointer?
    private let depth: Int

    private(set) var nodes = UnsafeBufferPointer<crapidjson_node>(start: nil, count: 0)
    private(set) var text: UnsafePointer<UInt8>?

    /// Which parse the nodes are of, so that values of an older one are noticed.
    private(set) var generation = 0

    init(depth: Int = defaultDepth) {
        parser = crapidjson_parser_create()
        self.depth = depth
    }

    deinit {
        crapidjson_parser_free(parser)
    }

    /// Reads one value, with nothing but blanks around it. A byte order mark
    /// in front is passed over.
    @discardableResult
    func parse(_ bytes: UnsafeRawBufferPointer) throws(JSONError) -> JSONValue {
        generation += 1
        guard let parser else { throw .noMemory }
        let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let content = UnsafeRawBufferPointer(rebasing: bytes[mark...])
        let result = crapidjson_parse(
            parser, content.baseAddress?.assumingMemoryBound(to: UInt8.self), content.count,
            UInt32(clamping: depth))
        nodes = UnsafeBufferPointer(start: result.nodes, count: result.node_count)
        text = result.text
        guard result.failure == crapidjson_no_failure else {
            throw error(result, in: bytes, mark: mark)
        }
        return JSONValue(document: self, index: 0)
    }

    @discardableResult
    func parse(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
        // A typed error does not pass through `withUnsafeBytes` untouched.
        let outcome = bytes.withUnsafeBytes { bytes in
            Result { () throws(JSONError) in try parse(bytes) }
        }
        return try outcome.get()
    }

    private func error(
        _ result: crapidjson_result, in bytes: UnsafeRawBufferPointer, mark: Int
    ) -> JSONError {
        let offset = min(result.failure_offset + mark, bytes.count)
        let line = bytes[..<offset].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
        let (kind, words): (JSONError.Kind, String) =
            switch result.failure {
            case crapidjson_encoding: (.encoding, "the text is not UTF-8")
            case crapidjson_number_range: (.numberRange, "the number is too great")
            case crapidjson_depth: (.depth, "more than \(depth) levels deep")
            case crapidjson_size: (.size, "the text is too long")
            case crapidjson_memory: (.memory, JSONError.noMemory.message)
            default: (.syntax, result.failure_message.map { String(cString: $0) } ?? "not JSON")
            }
        return JSONError(kind: kind, message: words, offset: offset, line: line)
    }
}

extension JSONError {
    fileprivate static let noMemory = JSONError(
        kind: .memory, message: "there is not enough memory", offset: 0, line: 1)
}
