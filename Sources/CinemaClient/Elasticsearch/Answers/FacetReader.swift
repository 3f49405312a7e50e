internal import CinemaCore

/// Reads what a `FacetQuestion` is answered with.
struct FacetReader {
    let knowledge: IndexKnowledge

    /// Nil where there are no counts in the answer.
    func total(_ answer: JSONValue) -> Int? {
        answer["aggregations"]?["all"]?["doc_count"]?.integer.map { Int(clamping: $0) }
    }

    func facets(_ answer: JSONValue) -> FilmFacets {
        guard let counts = answer["aggregations"] else { return FilmFacets() }
        var facets = FilmFacets()
        if let genres = counts["all"]?["genres"],
            let counting = GenreCounting(knowledge.layout.films.fields)
        {
            facets.genres = GenreList(counting.read(genres, knowledge.genres.names)).entries.map {
                FilmFacets.GenreCount(
                    genre: GenreReference(id: Identifier($0.id), name: $0.name), films: $0.films)
            }
        }
        facets.decades = decades(counts["decades"]?["years"])
        for (key, value) in counts["ratings"]?["ratings"]?.members(of: "buckets") ?? [] {
            guard let place = Int(key), facets.ratings.indices.contains(place) else { continue }
            facets.ratings[place] = Int(clamping: value["doc_count"]?.integer ?? 0)
        }
        return facets
    }

    private func decades(_ years: JSONValue?) -> [FilmFacets.DecadeCount] {
        var counts: [Int: Int] = [:]
        for bucket in years?.elements(of: "buckets") ?? [] {
            let text = bucket["key_as_string"]?.text ?? bucket["key"]?.text ?? ""
            // `1977`, `1970.0` and `1977-05-25`.
            guard let year = Int(text.prefix { $0.isNumber }), (1...9999).contains(year),
                let films = bucket["doc_count"]?.integer, films > 0
            else { continue }
            counts[year / 10 * 10, default: 0] += Int(clamping: films)
        }
        return counts.sorted { $0.key < $1.key }.map {
            FilmFacets.DecadeCount(decade: $0.key, films: $0.value)
        }
    }
}
