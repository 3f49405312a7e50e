import CinemaCore

@testable import CinemaClient

/// Something that reads bytes from outside, under the name that `make fuzz`
/// knows it by. Whatever the bytes are, reading them must end, in time and
/// without a trap.
enum FuzzTarget: String, CaseIterable {
    case query
    case json
    case lines
    case configuration
    case address
    case document
    case derivation
    case answers
    case stored

    func read(_ bytes: [UInt8]) {
        switch self {
        case .query: Self.readQuery(bytes)
        case .json: Self.readJSON(bytes)
        case .lines: Self.readLines(bytes)
        case .configuration: Self.readConfiguration(bytes)
        case .address: Self.readAddress(bytes)
        case .document: Self.readDocument(bytes)
        case .derivation: Self.readDerivation(bytes)
        case .answers: Self.readAnswers(bytes)
        case .stored: Self.readStored(bytes)
        }
    }

    /// Query text, as it is typed and as it is written down again: what was
    /// written has to mean the same.
    private static func readQuery(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        let query = QuerySyntax.parse(text).query
        let written = query.queryText
        let again = QuerySyntax.parse(written).query
        precondition(again.filters == query.filters, "filters of \(written)")
        _ = QuerySyntax.tokens(of: text)
        _ = QuerySyntax.searchText(text)
    }

    private static func readJSON(_ bytes: [UInt8]) {
        let document = JSONDocument(depth: 64)
        guard let value = try? document.parse(bytes) else { return }
        visit(value, depth: 0)
    }

    private static func visit(_ value: JSONValue, depth: Int) {
        _ = (value.text, value.integer, value.double, value.string)
        for element in value.elements { visit(element, depth: depth + 1) }
        for member in value.members { visit(member.value, depth: depth + 1) }
    }

    /// Lines of films, plain or gzip, as an import reads them.
    private static func readLines(_ bytes: [UInt8]) {
        let reader = LineReader(bytes: bytes, name: "fuzz", limit: 64 * 1024)
        let document = JSONDocument()
        var records = FilmRecordReader()
        // Tiny buffers, so that most of it goes through files.
        let loader = CatalogLoader(SortSpace(directory: "/tmp", scale: 0.000_05))
        do throws(LineReaderError) {
            while let line = try reader.next() {
                guard case .text(let text) = line.content,
                    let value = try? document.parse(text), let film = records.film(value)
                else { continue }
                try? loader.add(film)
            }
        } catch {}
        guard let connection = try? Connection.inMemory() else { return }
        do throws(SQLiteError) {
            try loader.load(into: connection, provenance: "fuzz")
        } catch {
            preconditionFailure("films that were read are not loaded: \(error)")
        }
    }
}
