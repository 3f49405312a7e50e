internal import CinemaCore

extension ElasticsearchCatalog {
    /// The rows of people. Where their documents do not name their films,
    /// those are counted in the index of films, in one request for all rows.
    func summaries(
        of hits: [IndexHit], _ knowledge: IndexKnowledge
    ) async throws(SearchFailure) -> [PersonSummary] {
        let people = hits.compactMap(\.entity)
        let unclear = people.filter(\.films.isEmpty)
        let told = try await facts(unclear.map(\.subject), knowledge)
        let facts = Dictionary(zip(unclear.map(\.id), told)) { first, _ in first }
        return people.map { $0.summary(facts[$0.id] ?? nil) }
    }

    /// The same, where the documents tell all that can be known; else nil.
    func summariesAtOnce(
        of hits: [IndexHit], _ knowledge: IndexKnowledge
    ) -> [PersonSummary]? {
        let people = hits.compactMap(\.entity)
        let unclear = PersonFacts(
            layout: knowledge.layout, subjects: people.filter(\.films.isEmpty).map(\.subject))
        return unclear.canBeAsked ? nil : people.map { $0.summary(nil) }
    }
}

extension EntityRecord {
    fileprivate var subject: PersonFacts.Subject { PersonFacts.Subject(id: id, name: name) }

    /// - Parameter facts: What films tell of a person who tells of none.
    fileprivate func summary(_ facts: PersonFacts.Facts?) -> PersonSummary {
        var roles: [Role] = []
        for role in (self.roles + films.flatMap(\.roles)).map({ Role($0) }) + (facts?.roles ?? [])
        where !roles.contains(role) {
            roles.append(role)
        }
        return PersonSummary(
            id: Identifier(id), name: name, films: films.isEmpty ? facts?.films ?? 0 : films.count,
            roles: Role.inBilling(roles), knownFor: facts?.knownFor)
    }
}
