internal import CinemaCore

/// In how many films some people took part, and as what, by their ids.
struct PeopleCounting {
    struct Count: Hashable {
        var films: Int
        var roles: [Role]
    }

    private let fields: [(role: Role, id: String, nested: String?)]

    /// Nil where films do not have the ids of their people by role.
    init?(_ films: FilmFields) {
        fields = films.people.sorted { $0.key.name < $1.key.name }.compactMap { role, names in
            let withID = names.first { $0.id?.exact != nil }
            guard let id = withID?.id, let path = id.exact else { return nil }
            return (role, path, id.nested)
        }
        if fields.isEmpty { return nil }
    }

    func body(_ ids: [String]) -> SearchJSON {
        let people = ids.map { id in
            let roles = fields.map { field in
                SearchJSON.Member(
                    key: field.role.name,
                    value: ["filter": .nested(field.nested, .terms(field.id, [id]))])
            }
            let anyRole = fields.map { SearchJSON.nested($0.nested, .terms($0.id, [id])) }
            return SearchJSON.Member(
                key: id, value: ["filter": .any(anyRole), "aggs": .object(roles)])
        }
        let all = fields.map { SearchJSON.nested($0.nested, .terms($0.id, ids)) }
        // The names of aggregations allow no brackets; ids of people have none.
        let named = people.filter { !$0.key.contains { "[]>".contains($0) } && !$0.key.isEmpty }
        return [
            "query": .any(all), "size": 0, "track_total_hits": false, "aggs": .object(named),
        ]
    }

    func read(_ answer: JSONValue) -> [String: Count] {
        var counts: [String: Count] = [:]
        for (id, bucket) in answer.members(of: "aggregations") {
            let roles = fields.filter { (bucket[$0.role.name]?["doc_count"]?.integer ?? 0) > 0 }
            counts[id] = Count(
                films: Int(clamping: bucket["doc_count"]?.integer ?? 0), roles: roles.map(\.role))
        }
        return counts
    }
}
