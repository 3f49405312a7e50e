internal import CinemaCore

extension ElasticsearchCatalog {
    /// The rows of people. Where their documents do not name their films,
    /// those are counted in the index of films, in one request for all rows.
    func summaries(
        of hits: [IndexHit], _ knowledge: IndexKnowledge
    ) async throws(SearchFailure) -> [PersonSummary] {
        let people = hits.compactMap(\.entity)
        let unclear = people.filter(\.films.isEmpty)
        let told = try await facts(
            unclear.map { PersonFacts.Subject(id: $0.id, name: $0.name) }, knowledge)
        let facts = Dictionary(zip(unclear.map(\.id), told)) { first, _ in first }
        return people.map { person in
            let counted = facts[person.id] ?? nil
            let told = (person.roles + person.films.flatMap(\.roles)).map { Role($0) }
            var roles: [Role] = []
            for role in told + (counted?.roles ?? []) where !roles.contains(role) {
                roles.append(role)
            }
            return PersonSummary(
                id: Identifier(person.id), name: person.name,
                films: person.films.isEmpty ? counted?.films ?? 0 : person.films.count,
                roles: Role.inBilling(roles), knownFor: counted?.knownFor)
        }
    }
}
