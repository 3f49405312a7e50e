import CinemaClient
import CinemaCore

extension GenreSummary: CatalogRow {
    static let kind = CatalogKind.genre

    var key: String { id.text }

    var label: String { name }

    var distinction: String { EnglishText.films(films) }

    static let columns = [
        TableColumn(minimum: 16, showsMatches: true),
        TableColumn(isTrailing: true, minimum: 12),
    ]

    var cells: [String] { [name, EnglishText.films(films)] }

    static let fieldNames = ["id", "name", "films"]

    var fields: [String] { [id.text, name, films > 0 ? String(films) : ""] }

    func write(to json: inout JSONWriter) { json.object { writeMembers(to: &$0) } }

    /// The members of its object, for objects that have more than these.
    func writeMembers(to json: inout JSONWriter) {
        json.member("id", id.text)
        json.member("name", name)
        if films > 0 { json.member("films", films) }
    }

    static func page(
        _ query: FilmQuery, _ request: PageRequest, in catalog: any Catalog
    ) async throws(CatalogError) -> Page<GenreSummary> {
        try await catalog.genres(query, page: request)
    }

    static func rows(_ results: SearchResults) -> [GenreSummary] { results.genres.items }

    static func total(_ statistics: SearchStatistics) -> Count { statistics.genres }

    static func countAsTyped(_ rescue: Rescue) -> Int { rescue.genresAsTyped }
}
