internal import CinemaCore

/// In how many films some people took part, as what, and which of these is the
/// best known: one search for all of them.
struct PersonFacts {
    /// A person by id, by name, or by both.
    struct Subject: Hashable {
        var id: String?
        var name: String
    }

    struct Facts: Hashable {
        var films = 0
        var roles: [Role] = []
        var knownFor: String?
    }

    let layout: IndexLayout
    let subjects: [Subject]

    private var fields: FilmFields { layout.films.fields }

    /// Whether films name any of the people.
    var canBeAsked: Bool { subjects.contains { membership($0).anyRole != .nothing } }

    /// Nil where films do not name people.
    var body: SearchJSON? {
        guard canBeAsked else { return nil }
        let all = subjects.map { membership($0) }
        let queries = all.map(\.anyRole)
        let people = all.enumerated().map { place, membership in
            SearchJSON.Member(key: "p\(place)", value: aggregation(membership))
        }
        return [
            "query": .any(queries), "size": 0, "track_total_hits": false,
            "aggs": .object(people),
        ]
    }

    private func membership(_ subject: Subject) -> PersonMembership {
        PersonMembership(fields: fields, id: subject.id, name: subject.name)
    }

    private func aggregation(_ membership: PersonMembership) -> SearchJSON {
        var within = SearchJSON.object(
            Role.billing.map { role in
                SearchJSON.Member(key: role.name, value: ["filter": membership.inRole(role)])
            })
        within["best"] = [
            "top_hits": ["size": 1, "sort": .array(bestFirst), "_source": .array(titleKeys)]
        ]
        return ["filter": membership.anyRole, "aggs": within]
    }

    private var bestFirst: [SearchJSON] {
        let keys = [fields.reviews, fields.rating].compactMap { field -> SearchJSON? in
            guard let field, field.isNumber, let path = field.sortPath else { return nil }
            return .field(path, ["order": "desc", "missing": "_last"])
        }
        return keys.isEmpty ? [["_score": "desc"]] : keys
    }

    /// What a film has to have to be read as one.
    private var titleKeys: [SearchJSON] {
        ([fields.title] + fields.otherTitles).map { .string($0.topKey) }
    }

    /// In the order of the subjects.
    func read(_ answer: JSONValue) -> [Facts] {
        var reader = HitReader(layout)
        let buckets = answer["aggregations"]
        return subjects.indices.map { place in
            guard let bucket = buckets?["p\(place)"] else { return Facts() }
            var facts = Facts(films: Int(clamping: bucket["doc_count"]?.integer ?? 0))
            facts.roles = Role.billing.filter { role in
                (bucket[role.name]?["doc_count"]?.integer ?? 0) > 0
            }
            facts.knownFor = bucket["best"].flatMap { reader.hits($0).first?.film?.title }
            return facts
        }
    }
}
