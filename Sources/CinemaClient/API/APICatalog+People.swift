internal import CinemaCore

extension APICatalog {
    /// How many films of a person are looked up one by one, and how many at
    /// the same time.
    static let mostLookUps = 20
    static let lookUpsAtOnce = 4

    func person(_ id: Identifier<Person>) async throws(CatalogError) -> Person {
        try await answer { dialect throws(APIFailure) in
            let id = try await personID(id.text, dialect)
            var person = try await detail("person", .person, id, dialect) { $0.person($1) }
            // Some services find a person by name under the address of an id.
            if !id.contains(" ") { person.id = id }
            let rows = try await filmsOfPerson(person, dialect)
            let entries = try await filmography(person, rows, dialect)
            let films = max(entries.count, Set(person.films.map(\.id) + rows.map(\.identity)).count)
            return Person(
                summary: PersonSummary(
                    id: Identifier(person.id), name: person.name, films: films,
                    roles: Self.roles(person, entries)),
                filmography: entries)
        }
    }

    /// The id; that of the person of the name where only that is known.
    private func personID(_ id: String, _ dialect: APIDialect) async throws(APIFailure) -> String {
        guard let name = NamedPerson.name(id) else { return id }
        let missing = failure(.notFound, "there is no person of the name \(name)")
        guard dialect.routes[.personSearch] != nil else { throw missing }
        let list = APIList(role: .personSearch, text: name)
        let found = try await people(list, upTo: 20, anew: false, dialect)
        let match = NameMatch(name)
        guard let person = found.records.first(where: { match.equals($0.name) }) else {
            throw missing
        }
        return person.id
    }

    /// What the service lists as the person's films; nothing if it cannot.
    private func filmsOfPerson(
        _ person: PersonRecord, _ dialect: APIDialect
    ) async throws(APIFailure) -> [FilmRecord] {
        guard dialect.routes[.filmsOfPerson] != nil else { return [] }
        for id in memory.ids(person.id) {
            do throws(APIFailure) {
                let list = APIList(role: .filmsOfPerson, id: id)
                let films = try await films(list, upTo: 1_000, anew: true, dialect).records
                if !films.isEmpty { return films }
            } catch {
                if error.error.kind == .cancelled { throw error }
            }
        }
        return []
    }

    private func filmography(
        _ person: PersonRecord, _ rows: [FilmRecord], _ dialect: APIDialect
    ) async throws(APIFailure) -> [FilmographyEntry] {
        var films = person.films
        let told = Set(films.map(\.id))
        // With one role in all, that is the role in each.
        let roles = person.roles.count == 1 ? person.roles : []
        for row in rows where !told.contains(row.identity) && !told.contains(row.otherID ?? "") {
            films.append(PersonRecord.FilmEntry(id: row.identity, roles: roles))
        }
        let unclear = films.filter { film in
            film.roles.isEmpty || film.title == nil && memory.film(film.id) == nil
        }
        let lookedUp = try await lookUp(unclear.prefix(Self.mostLookUps).map(\.id), dialect)
        let entries = films.compactMap { film -> FilmographyEntry? in
            let record = lookedUp[film.id]
            guard
                let summary = record?.summary(genreNames) ?? memory.film(film.id)
                    ?? film.title.map({
                        FilmSummary(id: Identifier(film.id), title: $0, rating: film.rating)
                    })
            else { return nil }
            var roles = film.roles
            if roles.isEmpty, let record { roles = record.roles(of: person) }
            if roles.isEmpty { roles = person.roles.isEmpty ? [.unknown] : person.roles }
            return FilmographyEntry(film: summary, roles: Role.inBilling(roles))
        }
        return entries.enumerated().sorted { left, right in
            let years = (left.element.film.year ?? .min, right.element.film.year ?? .min)
            return years.0 == years.1 ? left.offset < right.offset : years.0 > years.1
        }.map(\.element)
    }

    /// Films by id, a few at a time; those that cannot be had are left out.
    private func lookUp(
        _ ids: [String], _ dialect: APIDialect
    ) async throws(APIFailure) -> [String: FilmRecord] {
        var found: [String: FilmRecord] = [:]
        var start = 0
        while start < ids.count {
            if Task.isCancelled { throw APIFailure(.cancelled(source: name)) }
            let some = Array(ids[start..<min(start + Self.lookUpsAtOnce, ids.count)])
            start += some.count
            let films = await withTaskGroup(
                of: FilmRecord?.self, returning: [FilmRecord].self
            ) { group in
                for id in some {
                    group.addTask(executorPreference: thread) { await self.lookUp(id, dialect) }
                }
                var films: [FilmRecord] = []
                for await film in group { if let film { films.append(film) } }
                return films
            }
            for film in films { found[film.identity] = film }
        }
        return found
    }

    private func lookUp(_ id: String, _ dialect: APIDialect) async -> FilmRecord? {
        do throws(APIFailure) {
            return try await filmRecord(id, dialect)
        } catch {
            return nil
        }
    }

    private static func roles(_ person: PersonRecord, _ entries: [FilmographyEntry]) -> [Role] {
        var roles = person.roles
        for role in entries.flatMap(\.roles) where !roles.contains(role) { roles.append(role) }
        return Role.inBilling(roles)
    }
}

extension FilmRecord {
    /// What a person did in the film, by id or by name.
    func roles(of person: PersonRecord) -> [Role] {
        credits.filter { credit in
            credit.person.id.map { $0 == person.id || $0 == person.otherID }
                ?? (credit.person.name == person.name)
        }.map(\.role)
    }
}

extension Role {
    /// The roles in the order of billing, others behind.
    static func inBilling(_ roles: [Role]) -> [Role] {
        billing.filter(roles.contains) + roles.filter { !billing.contains($0) }
    }
}
