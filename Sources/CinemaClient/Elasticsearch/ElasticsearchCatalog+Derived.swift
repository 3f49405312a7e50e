internal import CinemaCore

// People and genres where there is no index of them.
extension ElasticsearchCatalog {
    /// The most films that are read where values cannot be counted.
    private static let mostSampled = 1_000

    /// The people whom a text means, out of the films; behind them those whom
    /// another one means.
    func derivedPeople(
        _ text: SearchText, then rescued: SearchText? = nil, page: PageRequest
    ) async throws(SearchFailure) -> Page<PersonSummary> {
        let knowledge = try await knowledge()
        var people = try await gathered(text, knowledge)
        if let rescued { people.append(try await gathered(rescued, knowledge)) }
        let shown = Array(people.entries.dropFirst(page.offset).prefix(page.count))
        let facts = try await facts(shown.map(\.subject), knowledge)
        let items = zip(shown, facts).map { entry, facts in
            PersonSummary(
                id: Identifier(entry.subject.id ?? NamedPerson.id(entry.subject.name)),
                name: entry.subject.name, films: facts?.films ?? entry.films,
                roles: facts?.roles ?? [], knownFor: facts?.knownFor)
        }
        let count = people.entries.count
        var origin = ResultOrigin(place: .server)
        guard people.isComplete else {
            origin.coverage = ResultOrigin.Coverage(read: count, total: .atLeast(count))
            return Page(items: items, offset: page.offset, total: .atLeast(count), origin: origin)
        }
        return Page(items: items, offset: page.offset, total: .exact(count), origin: origin)
    }

    /// What films tell of some people, one by one; nil where they do not.
    func facts(
        _ subjects: [PersonFacts.Subject], _ knowledge: IndexKnowledge
    ) async throws(SearchFailure) -> [PersonFacts.Facts?] {
        let question = PersonFacts(layout: knowledge.layout, subjects: subjects)
        guard !subjects.isEmpty, let body = question.body else {
            return subjects.map { _ in nil }
        }
        let films = knowledge.layout.films.name
        return question.read(try await found(.search(index: films, body)))
    }

    /// Everybody whom a text means, kept so that all pages are of one list.
    private func gathered(
        _ text: SearchText, _ knowledge: IndexKnowledge
    ) async throws(SearchFailure) -> DerivedPeople {
        guard text.literal == nil else { return DerivedPeople() }
        if let known = derived.value(text) { return known }
        var people = try await counted(text, knowledge)
        people.keep(text)
        derived.insert(people, for: text)
        return people
    }

    private func counted(
        _ text: SearchText, _ knowledge: IndexKnowledge
    ) async throws(SearchFailure) -> DerivedPeople {
        let counting = PeopleCounting(knowledge.layout.films.fields)
        var people = DerivedPeople()
        if let body = counting.body(text) {
            let index = knowledge.layout.films.name
            counting.read(try await found(.search(index: index, body)), into: &people)
        }
        if !counting.uncounted.isEmpty {
            try await sample(counting.uncounted, text, &people, knowledge)
        }
        return people
    }

    /// Gathers names that cannot be counted out of the films that have the
    /// words, best rated first.
    private func sample(
        _ fields: [NameField], _ text: SearchText, _ people: inout DerivedPeople,
        _ knowledge: IndexKnowledge
    ) async throws(SearchFailure) {
        let words = text.terms.enumerated().map { place, term in
            SearchJSON.any(
                fields.map { field in
                    let isLast = place == text.terms.count - 1
                    return .nested(
                        field.name.nested,
                        FieldMatch(field: field.name).term(
                            term, isPrefix: isLast && text.endsInPrefix))
                })
        }
        let films = knowledge.layout.films
        let order = FilmSorting(fields: films.fields, standing: knowledge.standing)
        let plan = ResultPlan(
            index: films.name, query: .all(words),
            sort: order.order(FilmSort(.rating, descending: true), isScored: false) ?? [],
            tieBreak: films.fields.id?.exact,
            source: films.fields.rowKeys + films.fields.peopleKeys)
        let rows = try await walk(knowledge.layout)
            .rows(plan, offset: 0, count: Self.mostSampled)
        var counts: [FilmRecord.Name: Int] = [:]
        let keys = Set(fields.map(\.key))
        let roles = Role.billing.filter { role in
            films.fields.people[role]?.contains { keys.contains($0.key) } ?? false
        }
        for film in rows.hits.compactMap(\.film) {
            let named = film.credits.filter { roles.isEmpty || roles.contains($0.role) }
            for person in Set(named.map(\.person)) { counts[person, default: 0] += 1 }
        }
        for (person, films) in counts.sorted(by: { $0.key.name.precedes($1.key.name) }) {
            people.add(id: person.id, name: person.name, films: films)
        }
        if rows.total > rows.hits.count { people.isComplete = false }
    }
}

extension FilmFields {
    /// The fields that name people, role by role.
    var peopleLists: [[NameField]] {
        people.sorted { $0.key.name < $1.key.name }.map(\.value)
            + (persons.map { [[$0]] } ?? [])
    }

    /// Whether everybody can be counted without a look into a document.
    var countsPeopleCheaply: Bool {
        peopleLists.allSatisfy { list in
            list.lazy.compactMap { NameCounting($0) }.first.map { !$0.isDear } ?? false
        }
    }
}

// Genres that cannot be counted.
extension ElasticsearchCatalog {
    /// The genres of the films as they are read, as many as one request
    /// reaches.
    func gatheredGenres(_ layout: IndexLayout) async throws(SearchFailure) -> GenreList {
        let fields = layout.films.fields
        guard let field = fields.genres.first else { return GenreList([]) }
        let plan = ResultPlan(
            index: layout.films.name, query: .everything, sort: [], tieBreak: nil,
            source: [field.key, fields.title.topKey])
        let walk = ResultWalk(transport: transport, layout: layout, name: name, thread: thread)
        let rows = try await walk.rows(plan, offset: 0, count: walk.window)
        var counts: [FilmRecord.Name: Int] = [:]
        for film in rows.hits.compactMap(\.film) {
            for genre in Set(film.genres) { counts[genre, default: 0] += 1 }
        }
        return GenreList(
            counts.map { GenreList.Entry(id: $0.id ?? $0.name, name: $0.name, films: $1) })
    }
}
