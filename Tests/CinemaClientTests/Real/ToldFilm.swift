import CinemaCore

/// What a service tells of a film, in a form in which services can be
/// compared.
struct ToldFilm {
    private(set) var fields: [String: [String]] = [:]

    init(_ film: Film) {
        fields["title"] = [film.title]
        tell("rating", film.summary.rating.map { ["\($0)"] })
        tell("year", film.summary.year.map { ["\($0)"] })
        tell(
            "description",
            film.description.map { [$0.split(separator: " ").joined(separator: " ")] })
        tell("genres", film.summary.genres.map(\.name).sorted())
        for role in [Role.director, .writer, .actor] {
            let people = film.credits.filter { $0.roles.contains(role) }.map(\.person)
            tell("\(role.name)s", people.map(\.name).sorted())
            let ids = people.map(\.id.text).filter { !$0.hasPrefix("name:") }
            tell("ids of \(role.name)s", ids.sorted())
        }
    }

    private mutating func tell(_ field: String, _ value: [String]?) {
        guard let value, !value.isEmpty, value != [""] else { return }
        fields[field] = value
    }

    /// The fields that both tell, and not alike; a service may know fewer genres.
    func differences(from other: ToldFilm) -> [String] {
        fields.keys.sorted().compactMap { field in
            guard let own = fields[field], let others = other.fields[field], own != others
            else { return nil }
            if field == "genres", Set(own).isSubset(of: others) { return nil }
            return "\(field): \(own) is not \(others)"
        }
    }

    /// Takes over what the other tells and this does not.
    mutating func complete(from other: ToldFilm) {
        fields.merge(other.fields) { own, _ in own }
    }
}
