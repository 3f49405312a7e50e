import CinemaClient
import CinemaCore

extension PersonSummary: CatalogRow {
    static let kind = CatalogKind.person

    var key: String { id.text }

    var label: String { name }

    var distinction: String {
        let facts = [
            EnglishText.films(films),
            roles.map(\.name).joined(separator: ", "), knownFor ?? "",
        ]
        return facts.filter { !$0.isEmpty }.joined(separator: " · ")
    }

    static let columns = [
        TableColumn(minimum: 16, weight: 3, showsMatches: true),
        TableColumn(isTrailing: true, minimum: 9),
        TableColumn(minimum: 10, weight: 2, isOptional: true),
        TableColumn(minimum: 12, weight: 2, isOptional: true),
    ]

    var cells: [String] {
        [
            name, EnglishText.films(films),
            roles.map(\.name).joined(separator: ", "), knownFor ?? "",
        ]
    }

    static let fieldNames = ["id", "name", "films", "roles", "known for"]

    var fields: [String] {
        [
            id.text, name, films > 0 ? String(films) : "",
            roles.map(\.name).joined(separator: ", "),
            knownFor ?? "",
        ]
    }

    func write(to json: inout JSONWriter) { json.object { writeMembers(to: &$0) } }

    /// The members of its object, for objects that have more than these.
    func writeMembers(to json: inout JSONWriter) {
        json.member("id", id.text)
        json.member("name", name)
        if films > 0 { json.member("films", films) }
        json.roles(roles)
    }

    static func page(
        _ query: FilmQuery, _ request: PageRequest, in catalog: any Catalog
    ) async throws(CatalogError) -> Page<PersonSummary> {
        try await catalog.people(query, page: request)
    }

    static func rows(_ results: SearchResults) -> [PersonSummary] { results.people.items }

    static func total(_ statistics: SearchStatistics) -> Count { statistics.people }

    static func countAsTyped(_ rescue: Rescue) -> Int { rescue.peopleAsTyped }
}
