internal import CinemaCore

extension ElasticsearchCatalog {
    /// The most films of a person that are told.
    static let mostFilmsOfPerson = 5_000

    func film(_ id: Identifier<Film>) async throws(CatalogError) -> Film {
        try await answer { knowledge throws(SearchFailure) in
            try await filmRecord(id.text, knowledge).film(knowledge.genres.names)
        }
    }

    func filmRecord(
        _ id: String, _ knowledge: IndexKnowledge
    ) async throws(SearchFailure) -> FilmRecord {
        let films = knowledge.layout.films
        let hits = try await documents(id, films.fields.id, films.name, knowledge)
        let own = hits.first { $0.film?.id == id } ?? hits.first { $0.film != nil }
        if let film = own?.film { return film }
        guard let problem = hits.lazy.flatMap(\.problems).first else {
            throw missing("film", id)
        }
        throw SearchFailure(
            CatalogError(
                .invalidAnswer, source: name, cause: "the film makes no sense (\(problem))"))
    }

    /// The documents of an id; none where there is no such.
    func documents(
        _ id: String, _ field: IndexField?, _ index: String, _ knowledge: IndexKnowledge
    ) async throws(SearchFailure) -> [IndexHit] {
        guard !id.isEmpty, id.utf8.count <= FilmRecordReader.longestID else { return [] }
        let root = try await found(.search(index: index, DocumentQuestion.body(id, field)))
        var reader = HitReader(knowledge.layout, genres: knowledge.genres.names)
        return reader.hits(root)
    }

    func found(_ request: IndexRequest) async throws(SearchFailure) -> JSONValue {
        if Task.isCancelled { throw SearchFailure(.cancelled(source: name)) }
        let root = try ParsedAnswer(try await transport.send(request), source: name).root
        if let took = root["took"]?.integer {
            RequestContext.current?.noteTook(milliseconds: Int(clamping: took))
        }
        return root
    }

    func missing(_ thing: String, _ id: String) -> SearchFailure {
        let shown = ErrorDetail.line(String(id.prefix(64))) ?? "\"\""
        return SearchFailure(
            CatalogError(
                .notFound, source: name, cause: "there is no \(thing) with the id \(shown)"))
    }
}

// Genres.
extension ElasticsearchCatalog {
    func genre(_ id: Identifier<Genre>) async throws(CatalogError) -> Genre {
        let (entry, description) = try await answer { knowledge throws(SearchFailure) in
            guard let entry = knowledge.genres.meant(by: id.text).first else {
                throw missing("genre", id.text)
            }
            return (entry, try await genreText(entry, knowledge))
        }
        let query = FilmQuery(filters: [Filter(.genre([entry.id]))])
        let best = try await films(query, page: PageRequest(count: 20))
        let counts = try await statistics(query)
        return Genre(
            summary: GenreSummary(
                id: Identifier(entry.id), name: entry.name, films: counts.films.value),
            description: description, facets: counts.facets, best: best.items)
    }

    /// What the index of genres says of one.
    private func genreText(
        _ entry: GenreList.Entry, _ knowledge: IndexKnowledge
    ) async throws(SearchFailure) -> String? {
        guard let genres = knowledge.layout.genres, genres.description != nil else { return nil }
        let hits = try await documents(entry.id, genres.id, genres.name, knowledge)
        return hits.compactMap(\.entity).first { $0.id == entry.id }?.description
    }
}
