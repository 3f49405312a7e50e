internal import CinemaCore

/// A way to ask for the order by rating.
struct SortStyle: Equatable, Sendable {
    typealias Item = APIDialect.Item

    var descending: [Item]
    /// Nil where only the best can come first.
    var ascending: [Item]?

    /// The other way round, where the service means the opposite.
    func flipped() -> SortStyle? {
        ascending.map { SortStyle(descending: $0, ascending: descending) }
    }
}

extension SortStyle {
    /// The ways that a route's parameters allow, the likeliest first.
    static func styles(_ operation: OpenAPIDocument.Operation) -> [SortStyle] {
        let meanings = ParameterMeanings(operation.query())
        guard let sort = meanings.sort else { return [] }
        let fields = ratingFields(operation.rowKeys)
        if let direction = meanings.direction {
            let turned = SortSpelling.directions(direction)
            func items(_ field: String, _ value: String?) -> [Item] {
                [Item(name: sort.name, value: field)]
                    + (value.map { [Item(name: direction.name, value: $0)] } ?? [])
            }
            return SortSpelling.fields(sort, among: fields).map { field in
                SortStyle(
                    descending: items(field, turned.descending),
                    ascending: items(field, turned.ascending))
            }
        }
        return SortSpelling.spellings(sort, fields: fields).map { spelling in
            SortStyle(
                descending: [Item(name: sort.name, value: spelling.descending)],
                ascending: spelling.ascending.map { [Item(name: sort.name, value: $0)] })
        }
    }

    /// What the rating may be called, as the rows say, else as nearly all do.
    private static func ratingFields(_ rowKeys: [String]) -> [String] {
        let known = ["imdb_rating", "rating"]
        let told =
            rowKeys.filter(known.contains)
            + rowKeys.filter { $0.contains(text: "rating") && !known.contains($0) }
        return told + known.filter { !told.contains($0) }
    }
}
