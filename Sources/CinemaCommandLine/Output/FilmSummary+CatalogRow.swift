import CinemaClient
import CinemaCore

extension FilmSummary: CatalogRow {
    static let kind = CatalogKind.film

    var key: String { id.text }

    var label: String { title }

    var distinction: String {
        let facts = [
            year.map { String($0) }, rating.map { "★ \($0)" },
            directors.first.map(\.name), genres.first.map(\.name),
        ]
        return facts.compactMap(\.self).joined(separator: " · ")
    }

    static let columns = [
        TableColumn(isTrailing: true, minimum: 4),
        TableColumn(isTrailing: true, minimum: 4),
        TableColumn(minimum: 16, weight: 3, showsMatches: true),
        TableColumn(minimum: 12, weight: 2, isOptional: true, showsMatches: true),
        TableColumn(minimum: 10, weight: 2, isOptional: true),
    ]

    var cells: [String] {
        [
            rating?.description ?? "–", year.map { String($0) } ?? "–", title,
            directors.map(\.name).joined(separator: ", "),
            genres.map(\.name).joined(separator: ", "),
        ]
    }

    static let fieldNames = [
        "id", "title", "year", "rating", "reviews", "type", "runtime", "genres", "directors",
    ]

    var fields: [String] {
        [
            id.text, title, year.map { String($0) } ?? "", rating?.description ?? "",
            reviews.map { String($0) } ?? "", type ?? "", runtime.map { String($0) } ?? "",
            genres.map(\.name).joined(separator: ", "),
            directors.map(\.name).joined(separator: ", "),
        ]
    }

    func write(to json: inout JSONWriter) { json.object { writeMembers(to: &$0) } }

    /// The members of its object, for objects that have more than these.
    func writeMembers(to json: inout JSONWriter) {
        json.member("id", id.text)
        json.member("title", title)
        json.member("year", year)
        json.member("rating", rating?.value)
        json.member("reviews", reviews)
        json.member("type", type)
        json.member("runtime", runtime)
        if !genres.isEmpty {
            json.array("genres") { array in
                for genre in genres { array.reference(id: genre.id.text, name: genre.name) }
            }
        }
        if !directors.isEmpty {
            json.array("directors") { array in
                for person in directors { array.reference(id: person.id.text, name: person.name) }
            }
        }
    }

    static func page(
        _ query: FilmQuery, _ request: PageRequest, in catalog: any Catalog
    ) async throws(CatalogError) -> Page<FilmSummary> {
        try await catalog.films(query, page: request)
    }

    static func rows(_ results: SearchResults) -> [FilmSummary] { results.films.items }

    static func total(_ statistics: SearchStatistics) -> Count { statistics.films }

    static func countAsTyped(_ rescue: Rescue) -> Int { rescue.filmsAsTyped }
}
