internal import CinemaCore

/// How many films each genre has, as an aggregation over films.
struct GenreCounting {
    let field: NameField
    let path: String

    /// Nil where genres cannot be counted: text alone, or none.
    init?(_ fields: FilmFields) {
        for field in fields.genres {
            if let path = field.id?.exact ?? field.name.exact {
                self.field = field
                self.path = path
                return
            }
        }
        return nil
    }

    /// More genres than any catalogue has.
    private static let most = 2_000

    private var isByID: Bool { field.id?.exact != nil }

    func aggregation(named: Bool) -> SearchJSON {
        var values: SearchJSON = [
            "terms": ["field": .string(path), "size": .integer(Self.most)]
        ]
        var within: SearchJSON = [:]
        if field.name.nested != nil { within["films"] = ["reverse_nested": [:]] }
        if named, isByID {
            if field.name.nested != nil, let name = field.name.exact {
                within["name"] = ["terms": ["field": .string(name), "size": 1]]
            } else {
                within["sample"] = [
                    "top_hits": ["size": 1, "_source": [.string(field.key)]]
                ]
            }
        }
        if within != [:] { values["aggs"] = within }
        guard let nested = field.name.nested else { return values }
        return ["nested": ["path": .string(nested)], "aggs": ["values": values]]
    }

    func read(_ aggregation: JSONValue, _ names: GenreNames) -> [GenreList.Entry] {
        let values = aggregation["values"] ?? aggregation
        return values.elements(of: "buckets").compactMap { bucket in
            guard let key = bucket["key"]?.text else { return nil }
            let count = (bucket["films"] ?? bucket)["doc_count"]?.integer ?? 0
            guard count > 0 else { return nil }
            return entry(key, Int(clamping: count), bucket, names)
        }
    }

    private func entry(
        _ key: String, _ count: Int, _ bucket: JSONValue, _ names: GenreNames
    ) -> GenreList.Entry {
        guard isByID else {
            let known = names.reference(FilmRecord.Name(name: key))
            return GenreList.Entry(id: known.id.text, name: key, films: count)
        }
        let name = names.byID[key] ?? bucket["name"]?.elements(of: "buckets").first?["key"]?.text
        return GenreList.Entry(id: key, name: name ?? sample(key, bucket) ?? key, films: count)
    }

    /// The name beside an id in a film that has both.
    private func sample(_ id: String, _ bucket: JSONValue) -> String? {
        guard let hit = bucket["sample"]?["hits"]?.elements(of: "hits").first,
            let source = hit["_source"], let value = source[field.key]
        else { return nil }
        let objects = value.kind == .array ? Array(value.elements) : [value]
        let (idKey, nameKey) = (field.id?.lastKey ?? "id", field.name.lastKey)
        let own = objects.first { $0[idKey]?.text == id }
        return own?[nameKey]?.text
    }
}

extension IndexField {
    /// The member of an object that has it.
    var lastKey: String { path.split(separator: ".").last.map(String.init) ?? path }
}
