internal import CinemaCore

/// What is asked of an index once, before queries are made for it: the means
/// of ratings and reviews, all genres, the values of fields of few.
struct KnowledgeQuestion {
    let layout: IndexLayout

    private var fields: FilmFields { layout.films.fields }

    var searches: [IndexRequest.Search] {
        var searches = [IndexRequest.Search(index: layout.films.name, body: filmsBody)]
        if let genres = layout.genres {
            searches.append(
                IndexRequest.Search(
                    index: genres.name, body: ["query": .everything, "size": .integer(2_000)]))
        }
        if let people = layout.people {
            searches.append(
                IndexRequest.Search(
                    index: people.name,
                    body: ["query": .everything, "size": 0, "track_total_hits": true]))
        }
        return searches
    }

    private var filmsBody: SearchJSON {
        var counts: SearchJSON = [:]
        if let rating = fields.rating, rating.isNumber {
            counts["rating"] = ["avg": ["field": .string(rating.path)]]
            if let reviews = fields.reviews, reviews.isNumber {
                counts["reviews"] = [
                    "filter": .exists(rating.path),
                    "aggs": ["mean": ["avg": ["field": .string(reviews.path), "missing": 0]]],
                ]
            }
        }
        if let counting = GenreCounting(fields) {
            counts["genres"] = counting.aggregation(named: layout.genres == nil)
        }
        for path in labelPaths {
            counts["label \(path)"] = ["terms": ["field": .string(path), "size": 1_000]]
        }
        var body: SearchJSON = ["query": .everything, "size": 0, "track_total_hits": true]
        if counts != [:] { body["aggs"] = counts }
        return body
    }

    private var labelPaths: [String] {
        [fields.countries, fields.languages, fields.type].compactMap { field in
            guard let field, field.nested == nil, field.kind != .boolean else { return nil }
            return field.exact
        }
    }

    /// Reads the answers, which are in the order of the searches. Without the
    /// first there is nothing; the others fail for themselves.
    func knowledge(_ answers: SearchAnswers) throws(SearchFailure) -> IndexKnowledge {
        let films = try answers.part(0)
        var knowledge = IndexKnowledge(layout: layout)
        knowledge.films = films.totalHits ?? 0
        let counts = films["aggregations"]
        knowledge.standing.rating = counts?["rating"]?["value"]?.double
        knowledge.standing.reviews = counts?["reviews"]?["mean"]?["value"]?.double
        for path in labelPaths {
            guard let label = counts?["label \(path)"] else { continue }
            let values = label.elements(of: "buckets").compactMap { $0["key"]?.text }
            // Where there are more, a value may mean one that is not here.
            if values.count < 1_000 { knowledge.labels[path] = LabelList(values) }
        }
        var place = 1
        var entries: [GenreList.Entry] = []
        if layout.genres != nil {
            if let genres = try? answers.part(place) { entries = self.entries(genres) }
            place += 1
        }
        knowledge.genres = genres(entries, counts?["genres"])
        if layout.people != nil { knowledge.people = (try? answers.part(place))?.totalHits }
        return knowledge
    }

    private func entries(_ answer: JSONValue) -> [GenreList.Entry] {
        var reader = HitReader(layout)
        return reader.hits(answer).compactMap(\.entity).map {
            GenreList.Entry(id: $0.id, name: $0.name, films: 0)
        }
    }

    /// The genres of the index of genres with the counts of the films', and
    /// those that only films have.
    private func genres(_ listed: [GenreList.Entry], _ counts: JSONValue?) -> GenreList {
        guard let counts, let counting = GenreCounting(fields) else { return GenreList(listed) }
        let names = GenreList(listed).names
        var entries = listed
        var places = Dictionary(entries.indices.map { (entries[$0].id, $0) }) { first, _ in first }
        for counted in counting.read(counts, names) {
            if let place = places[counted.id] {
                entries[place].films += counted.films
            } else {
                places[counted.id] = entries.count
                entries.append(counted)
            }
        }
        return GenreList(entries)
    }
}
