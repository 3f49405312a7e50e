internal import CinemaCore

/// Which films a person took part in, as clauses of an index of films.
struct PersonMembership {
    let fields: FilmFields
    /// Nil where only the name is known.
    let id: String?
    var name: String?

    /// Whether some roles can be looked for by the name alone, and that is
    /// not known.
    var lacksName: Bool {
        name == nil && id != nil
            && fields.people.values.contains { names in !names.contains { $0.id != nil } }
    }

    /// Films in whatever role.
    var anyRole: SearchJSON {
        let roles = fields.people.keys.sorted { $0.name < $1.name }
        var clauses = roles.map { inRole($0) }
        if let persons = fields.persons {
            clauses.append(.nested(persons.name.nested, person(persons)))
        }
        return .any(clauses)
    }

    /// Films in one role, among those that have a field for it.
    func inRole(_ role: Role) -> SearchJSON {
        let names = fields.people[role] ?? []
        // Names beside ids are the same people once more.
        let withID = names.filter { $0.id.map { $0.kind != .unsearchable } ?? false }
        let asked = id == nil || withID.isEmpty ? names : withID
        return .any(asked.map { field in .nested(field.name.nested, person(field)) })
    }

    /// The person, within the objects of a field.
    private func person(_ field: NameField) -> SearchJSON {
        if let id, let own = field.id, own.kind != .unsearchable {
            return DocumentQuestion.term(own, id)
        }
        guard let name, field.name.kind != .unsearchable else { return .nothing }
        let isWhole = name.unicodeScalars.count <= field.name.exactLimit ?? .max
        if let exact = field.name.exact, isWhole { return .terms(exact, [name]) }
        return ["match_phrase": .field(field.name.path, .string(name))]
    }
}
