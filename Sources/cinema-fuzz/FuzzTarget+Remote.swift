import CinemaConfiguration
import CurlHTTP

@testable import CinemaClient

// What comes from a server, and what is written about servers.
extension FuzzTarget {
    static func readConfiguration(_ bytes: [UInt8]) {
        let configuration = Configuration(bytes, path: "config.toml", home: "/home/reader")
        for problem in configuration.problems { _ = problem.sentence }
        _ = try? configuration.selection(nil)
        for source in configuration.sources { _ = try? configuration.selection(source.name) }
    }

    /// Addresses as a reader types them, and the fields of an answer.
    static func readAddress(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        if case .remote(let addresses, _)? = try? SourceAddress(text) {
            // Escaped, an address may be longer than what is read.
            for address in addresses where address.utf8.count < 600 {
                precondition((try? SourceAddress(address)) != nil, "not read again: \(address)")
            }
        }
        if let url = try? HTTPURL(text) { _ = url.text }
        _ = HTTPURL.escaped(text, keeping: "/")
        _ = CacheControl(text)
        let response = HTTPResponse(
            status: 429, fields: HTTPFields([.init("Retry-After", text)]))
        _ = response.retryAfter(time: 0)
    }

    /// An OpenAPI document, down to the dialect that it declares.
    static func readDocument(_ bytes: [UInt8]) {
        guard (try? OpenAPIDocument(reading: bytes)) != nil else { return }
        var derivation = DialectDerivation(address: "http://films.example")
        derivation.take(ProbeAnswer(status: 200, body: bytes))
        finish(&derivation) { ProbeAnswer(status: 404) }
    }

    /// Answers of a service to each question of a derivation: the bytes, cut
    /// at each 0xff, one piece an answer, its first byte the status.
    static func readDerivation(_ bytes: [UInt8]) {
        var pieces = bytes.split(separator: 0xff)[...]
        var derivation = DialectDerivation(address: "http://films.example")
        finish(&derivation) {
            guard let piece = pieces.popFirst(), let first = piece.first else {
                return ProbeAnswer(status: 500)
            }
            let statuses = [200, 200, 200, 200, 401, 404, 422, 500]
            return ProbeAnswer(
                status: statuses[Int(first) % statuses.count], body: Array(piece.dropFirst()))
        }
    }

    private static func finish(
        _ derivation: inout DialectDerivation, _ answer: () -> ProbeAnswer
    ) {
        var questions = 0
        while case .get = derivation.next {
            questions += 1
            precondition(questions < 64, "the derivation does not end")
            derivation.take(answer())
        }
        precondition(derivation.probes <= DialectDerivation.maximumProbes)
        if case .done(let dialect) = derivation.next { _ = dialect.words }
    }

    /// Bodies as lists and records of films, people and genres.
    static func readAnswers(_ bytes: [UInt8]) {
        let document = JSONDocument()
        guard let body = try? document.parse(bytes) else { return }
        var normalizer = APINormalizer()
        normalizer.genreNames = ["1": "Drama"]
        let page = normalizer.films(body)
        for film in page?.records ?? [] {
            var reader = ByteReaderOwner(film.packed)
            precondition(reader.film() != nil, "not read again: \(film)")
        }
        _ = (normalizer.people(body), normalizer.genres(body))
        _ = (normalizer.film(body), normalizer.person(body), normalizer.genre(body))
    }

    /// What was written to a file, after the file was damaged.
    static func readStored(_ bytes: [UInt8]) {
        var reader = ByteReaderOwner(bytes)
        _ = reader.film()
        _ = reader.fields()
        let document = JSONDocument(depth: 64)
        guard let value = try? document.parse(bytes), let dialect = APIDialect(reading: value)
        else { return }
        _ = dialect.words
    }
}

/// Reads packed bytes that it owns.
private struct ByteReaderOwner {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func film() -> FilmRecord? {
        bytes.withUnsafeBytes { bytes in
            var reader = ByteReader(bytes)
            return try? FilmRecord(&reader)
        }
    }

    mutating func fields() -> HTTPFields? {
        bytes.withUnsafeBytes { bytes in
            var reader = ByteReader(bytes)
            return try? KeptResponse.fields(&reader)
        }
    }
}
