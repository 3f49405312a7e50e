import CinemaClient
public import CinemaCore

/// A catalogue that the conformance suite is run over, with what the tests
/// know of its films.
public struct CatalogFixture: Sendable, CustomStringConvertible {
    public var name: String
    /// Films by their titles and more, to compare answers with.
    public var reference: ReferenceCatalog
    private let opened: Task<any Catalog, any Error>

    public init(
        name: String, reference: ReferenceCatalog,
        open: @escaping @Sendable () async throws -> any Catalog
    ) {
        self.name = name
        self.reference = reference
        opened = Task { try await open() }
    }

    public var description: String { name }

    /// The catalogue, opened once a process.
    public func catalog() async throws -> any Catalog { try await opened.value }

    /// An imported catalogue of generated films.
    public static func imported(count: Int, seed: UInt64) -> CatalogFixture {
        let films = GeneratedFilms.films(count: count, seed: seed)
        return imported("imported \(count)", films)
    }

    /// An imported catalogue of the given films.
    public static func imported(_ name: String, _ films: [ReferenceFilm]) -> CatalogFixture {
        CatalogFixture(name: name, reference: ReferenceCatalog(films)) {
            let directory = try TestDirectory()
            let lines = films.map(\.line).joined(separator: "\n")
            let source = try directory.write(lines, to: "films.ndjson")
            let target = directory.file("films.sqlite")
            _ = try await CatalogImport.run(sources: [source], into: target)
            // The open file outlives its directory.
            return try LocalCatalog.open(path: target)
        }
    }
}
