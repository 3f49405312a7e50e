internal import CinemaCore

extension FilmFields {
    /// One field of names for each role: flat names before those of nested
    /// objects, which cost more.
    var nameFields: [IndexField] {
        let roles =
            Role.billing.compactMap { people[$0] }
            + people.filter { !Role.billing.contains($0.key) }
            .sorted { $0.key.name < $1.key.name }.map(\.value)
        let own = roles.compactMap { names -> IndexField? in
            let searchable = names.map(\.name).filter(\.isSearchable)
            return searchable.first { $0.nested == nil && $0.isAnalyzed } ?? searchable.first
        }
        return own + [persons?.name].compactMap { $0 }.filter(\.isSearchable)
    }
}

extension NameField {
    /// The films that have any of the things, by the ids where there are ids.
    func clause(ids: [String], names: [String]) -> SearchJSON {
        if let id = id?.exact { return .nested(self.id?.nested, .terms(id, ids)) }
        if let exact = name.exact { return .nested(name.nested, .terms(exact, names)) }
        guard name.isAnalyzed else { return .nothing }
        return .nested(
            name.nested,
            .any(
                names.map { name -> SearchJSON in
                    ["match_phrase": .field(self.name.path, ["query": .string(name)])]
                }))
    }
}
