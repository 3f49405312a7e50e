internal import CinemaCore

extension ElasticsearchCatalog {
    func person(_ id: Identifier<Person>) async throws(CatalogError) -> Person {
        try await answer { knowledge throws(SearchFailure) in
            let told = try await personRecord(id.text, knowledge)
            let known = told.map { PersonRecord(id: $0.id, name: $0.name) }
            let rows = try await films(of: id.text, told, knowledge)
            guard let person = known ?? Self.person(id.text, in: rows) else {
                throw missing("person", id.text)
            }
            let entries = Self.filmography(person, told, rows, knowledge.genres.names)
            return Person(
                summary: PersonSummary(
                    id: Identifier(person.id), name: person.name,
                    films: max(entries.count, told?.films.count ?? 0),
                    roles: Self.roles(told, entries), knownFor: Self.bestKnown(entries)),
                filmography: entries)
        }
    }

    /// What the index of people tells; nil where there is none, or nobody of
    /// the id.
    private func personRecord(
        _ id: String, _ knowledge: IndexKnowledge
    ) async throws(SearchFailure) -> EntityRecord? {
        guard let people = knowledge.layout.people else { return nil }
        guard let wanted = NamedPerson.name(id) else {
            let hits = try await documents(id, people.id, people.name, knowledge)
            let found = hits.compactMap(\.entity)
            return found.first { $0.id == id } ?? found.first
        }
        var query: SearchJSON = ["match_phrase": .field(people.label.path, .string(wanted))]
        if let exact = people.label.exact { query = .any([.terms(exact, [wanted]), query]) }
        let root = try await found(.search(index: people.name, ["query": query, "size": 20]))
        var reader = HitReader(knowledge.layout)
        let match = NameMatch(wanted)
        return reader.hits(root).compactMap(\.entity).first { match.equals($0.name) }
    }

    /// The films that name the person; where none does, those that the
    /// person's document names.
    private func films(
        of id: String, _ told: EntityRecord?, _ knowledge: IndexKnowledge
    ) async throws(SearchFailure) -> [FilmRecord] {
        let fields = knowledge.layout.films.fields
        let wanted = NamedPerson.name(id)
        var membership = PersonMembership(
            fields: fields, id: told?.id ?? (wanted == nil ? id : nil), name: told?.name ?? wanted)
        if membership.lacksName {
            let some = try await films(membership.anyRole, knowledge, most: 1)
            membership.name = Self.person(id, in: some)?.name
        }
        let rows = try await films(membership.anyRole, knowledge)
        guard rows.isEmpty, let told, !told.films.isEmpty else { return rows }
        let ids = told.films.prefix(1_000).map(\.id)
        var clauses: [SearchJSON] = [["ids": ["values": .array(ids.map { .string($0) })]]]
        if let field = fields.id { clauses += ids.map { DocumentQuestion.term(field, $0) } }
        return try await films(.any(clauses), knowledge)
    }

    private func films(
        _ query: SearchJSON, _ knowledge: IndexKnowledge, most: Int = mostFilmsOfPerson
    ) async throws(SearchFailure) -> [FilmRecord] {
        guard query != .nothing else { return [] }
        let films = knowledge.layout.films
        var sort: [SearchJSON] = []
        if let year = films.fields.year, let path = year.sortPath {
            sort = [.field(path, ["order": "desc", "missing": "_last"])]
        }
        let keys = films.fields.rowKeys + films.fields.peopleKeys
        let plan = ResultPlan(
            index: films.name, query: .all([query]), sort: sort,
            tieBreak: films.fields.id?.exact, source: keys)
        return try await walk(knowledge.layout)
            .rows(plan, offset: 0, count: most).hits.compactMap(\.film)
    }
}

// What the films tell.
extension ElasticsearchCatalog {
    /// Somebody whom only films name.
    private static func person(_ id: String, in films: [FilmRecord]) -> PersonRecord? {
        let wanted = NamedPerson.name(id)
        for film in films {
            for credit in film.credits {
                let isWanted = wanted.map { $0 == credit.person.name } ?? (credit.person.id == id)
                if isWanted { return PersonRecord(id: id, name: credit.person.name) }
            }
        }
        return nil
    }

    /// Newest first, those without a year last.
    private static func filmography(
        _ person: PersonRecord, _ told: EntityRecord?, _ films: [FilmRecord],
        _ genres: GenreNames
    ) -> [FilmographyEntry] {
        let toldRoles = Dictionary((told?.films ?? []).map { ($0.id, $0.roles) }) { first, _ in
            first
        }
        let entries = films.compactMap { film -> FilmographyEntry? in
            var roles: [Role] = []
            for role in film.rolesOfPerson(person) where !roles.contains(role) {
                roles.append(role)
            }
            let inDocument = toldRoles[film.id ?? ""] ?? toldRoles[film.otherID ?? ""]
            if roles.isEmpty {
                // A phrase within another name is somebody else.
                guard let inDocument else { return nil }
                roles = inDocument.map { Role($0) }
            }
            return FilmographyEntry(
                film: film.summary(genres),
                roles: roles.isEmpty ? [.unknown] : Role.inBilling(roles)
            )
        }
        return entries.enumerated().sorted { left, right in
            let years = (left.element.film.year ?? .min, right.element.film.year ?? .min)
            return years.0 == years.1 ? left.offset < right.offset : years.0 > years.1
        }.map(\.element)
    }

    private static func roles(_ told: EntityRecord?, _ entries: [FilmographyEntry]) -> [Role] {
        var roles: [Role] = []
        for role in entries.flatMap(\.roles) + (told?.roles ?? []).map({ Role($0) })
        where !roles.contains(role) {
            roles.append(role)
        }
        return Role.inBilling(roles.count > 1 ? roles.filter { $0 != .unknown } : roles)
    }

    private static func bestKnown(_ entries: [FilmographyEntry]) -> String? {
        entries.map(\.film).max { left, right in
            (left.reviews ?? 0, left.rating?.tenths ?? 0)
                < (right.reviews ?? 0, right.rating?.tenths ?? 0)
        }?.title
    }
}

extension FilmRecord {
    /// What a person did in it: by id where it has one for them, else by name.
    fileprivate func rolesOfPerson(_ person: PersonRecord) -> [Role] {
        credits.filter { credit in
            credit.person.id.map { $0 == person.id } ?? (credit.person.name == person.name)
        }.map(\.role)
    }
}

extension FilmFields {
    /// The members of the document that name people.
    var peopleKeys: [String] {
        var keys = people.sorted { $0.key.name < $1.key.name }.flatMap { $0.value.map(\.key) }
        if let persons { keys.append(persons.key) }
        return keys
    }
}
