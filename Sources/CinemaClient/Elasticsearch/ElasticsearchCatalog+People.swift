internal import CinemaCore

extension ElasticsearchCatalog {
    /// The rows of people. Where their documents do not name their films,
    /// those are counted in the index of films, in one request for all rows.
    func summaries(
        of hits: [IndexHit], _ knowledge: IndexKnowledge
    ) async throws(SearchFailure) -> [PersonSummary] {
        let people = hits.compactMap(\.entity)
        let unclear = people.filter(\.films.isEmpty).map(\.id)
        let counting = PeopleCounting(knowledge.layout.films.fields)
        var counts: [String: PeopleCounting.Count] = [:]
        if !unclear.isEmpty, let counting {
            let search = IndexRequest.Search(
                index: knowledge.layout.films.name, body: counting.body(unclear))
            counts = counting.read(try await answers([search]).part(0))
        }
        return people.map { person in
            let counted = counts[person.id]
            let told = (person.roles + person.films.flatMap(\.roles)).map { Role($0) }
            var roles: [Role] = []
            for role in told + (counted?.roles ?? []) where !roles.contains(role) {
                roles.append(role)
            }
            return PersonSummary(
                id: Identifier(person.id), name: person.name,
                films: person.films.isEmpty ? counted?.films ?? 0 : person.films.count,
                roles: Role.inBilling(roles))
        }
    }
}
