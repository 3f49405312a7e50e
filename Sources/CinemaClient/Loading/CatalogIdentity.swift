/// The identifiers that films, people and genres have across versions of the
/// program and machines: UUIDs of version 5 of what tells them apart.
///
/// A film is named by its IMDb id, with title and year besides where two
/// films share one; without an IMDb id by title, year and first director. A
/// person and a genre are named by their name.
enum CatalogIdentity {
    private static let films = UUIDNamespace("d3a9c1f4-7c52-4b0e-9a61-5f0a8f7b2c11")
    private static let people = UUIDNamespace("0b6e2f7d-1f4a-4c8c-8a53-92d4c6e1a722")
    private static let genres = UUIDNamespace("8f1d5a3e-64b9-4e27-b7c0-3a6f9d2e8433")

    static func film(imdb: String) -> String { identifier(imdb, in: films) }

    static func film(imdb: String?, title: String, year: Int?, director: String?) -> String {
        let parts = [imdb ?? "", title, year.map { String($0) } ?? "", director ?? ""]
        return identifier(parts.joined(separator: "\u{1f}"), in: films)
    }

    static func person(_ name: String) -> String { identifier(name, in: people) }

    static func genre(_ name: String) -> String { identifier(name, in: genres) }

    private static func identifier(_ name: String, in namespace: UUIDNamespace?) -> String {
        namespace?.identifier(for: name) ?? name
    }
}
