internal import CinemaCore

/// What is behind rows and lists: documents, requests, reasons.
extension ElasticsearchCatalog {
    func inspect(_ subject: InspectionSubject) async throws(CatalogError) -> Inspection {
        try await answer { knowledge throws(SearchFailure) in
            let layout = knowledge.layout
            switch subject {
            case .film(let id):
                return try await document(
                    layout.films.name, layout.films.fields.id, id.text, "film")
            case .person(let id):
                return try await document(
                    layout.people?.name, layout.people?.id, id.text, "person")
            case .genre(let id):
                return try await document(
                    layout.genres?.name, layout.genres?.id, id.text, "genre")
            case .request(let query, let list):
                return try await request(query, list, knowledge)
            case .reason(let id, let query):
                return try await reason(id.text, query, knowledge)
            }
        }
    }

    // MARK: Documents

    private func document(
        _ index: String?, _ field: IndexField?, _ id: String, _ kind: String
    ) async throws(SearchFailure) -> Inspection {
        guard let index else {
            throw SearchFailure(
                CatalogError(
                    .notFound, source: name,
                    cause: "there is no index of its own for a \(kind); it is read out of the films"
                ))
        }
        let body: SearchJSON = [
            "query": Self.clause(field, id), "size": 1, "version": true,
        ]
        let asked = try await asked(.search(index: index, body))
        guard let hit = asked.root["hits"]?.elements(of: "hits").first else {
            throw notFound(kind, id)
        }
        let lines = PrettyJSON.lines(hit)
        let place = hit["_index"]?.string ?? index
        return Inspection(
            title: "\(place)/_doc/\(hit["_id"]?.text ?? id)", lines: lines, copy: lines.text)
    }

    /// The document of an id, which is that of a field or the document's own.
    private static func clause(_ field: IndexField?, _ id: String) -> SearchJSON {
        let own: SearchJSON = ["ids": ["values": [.string(id)]]]
        guard let field, let path = field.sortPath else { return own }
        return .any([.nested(field.nested, .terms(path, [id])), own])
    }

    private func notFound(_ kind: String, _ id: String) -> SearchFailure {
        SearchFailure(
            CatalogError(
                .notFound, source: name, cause: "there is no \(kind) with the id \(id)"))
    }

    // MARK: Requests

    private func request(
        _ query: FilmQuery, _ list: InspectionSubject.List, _ knowledge: IndexKnowledge
    ) async throws(SearchFailure) -> Inspection {
        let title = "The request of the \(list)"
        let films = FilmQuestion(query, knowledge)
        var remarks: [String] = []
        let question: IndexRequest.Search?
        switch list {
        case .films:
            question = films.firstSearch(size: Self.shownRows)
            remarks = films.ignored.map { "left out, as the index does not have it: \($0)" }
        case .people:
            if let people = knowledge.layout.people {
                question = PeopleQuestion(index: people, people: knowledge.people)
                    .result(query.text)?.firstSearch(size: Self.shownRows)
            } else {
                let index = knowledge.layout.films
                question = PeopleCounting(index.fields).body(query.text).map {
                    IndexRequest.Search(index: index.name, body: $0)
                }
                remarks = ["there is no index of people: their names are counted in the films"]
            }
        case .genres: question = nil
        }
        guard let question else {
            return Inspection(title: title, lines: [Inspection.Line(Self.noRequest(list))])
        }
        let body = question.body
        let search = IndexRequest.search(
            index: question.index, body, scoring: question.scoring)
        let asked = try await asked(search)
        var lines = [
            Inspection.Line(
                "POST \(search.message?.target ?? "")"),
            Inspection.Line(Self.facts(asked)),
        ]
        lines += remarks.map { Inspection.Line($0) }
        if let rescued = try await rescue(query, knowledge) {
            lines.append(
                Inspection.Line("next to nothing was found; asked too: \(rescued.shown)"))
        }
        lines += [Inspection.Line("")] + PrettyJSON.lines(body) + [Inspection.Line("")]
        let command = CurlCommand(
            search, body: body, at: asked.answer.node, isKnown: transport.isKnown)
        return Inspection(title: title, lines: lines + (command?.lines ?? []), copy: command?.text)
    }

    /// As many as a page of the screen is made of.
    private static let shownRows = 64

    private static func noRequest(_ list: InspectionSubject.List) -> String {
        list == .genres
            ? "No request made this list: the genres of the index are read once and matched here."
            : "No request of its own made this list: people are read out of the films."
    }

    /// `200, 12 ms at the server of 40 ms, 999 found, 5 of 5 shards`.
    private static func facts(_ asked: ParsedAnswer) -> String {
        let whole = asked.answer.time.inMilliseconds
        var parts: [String] = []
        if let took = asked.root["took"]?.integer {
            parts.append("\(took) ms at the server of \(whole) ms")
        } else {
            parts.append("\(whole) ms")
        }
        if let total = asked.root.totalHits {
            let hasMore = asked.root["hits"]?["total"]?["relation"]?.string == "gte"
            parts.append("\(total)\(hasMore ? "+" : "") found")
        }
        if let shards = asked.root["_shards"], let all = shards["total"]?.integer {
            let answered = all - (shards["failed"]?.integer ?? 0)
            parts.append("\(answered) of \(all) \(all == 1 ? "shard" : "shards") answered")
        }
        if asked.root["timed_out"]?.boolean == true { parts.append("stopped by its time limit") }
        parts.append("by \(CurlCommand.withoutSecret(asked.answer.node))")
        return parts.joined(separator: ", ")
    }

    private func asked(
        _ request: IndexRequest
    ) async throws(SearchFailure) -> ParsedAnswer {
        try ParsedAnswer(try await transport.send(request), source: name)
    }

    // MARK: Reasons

    private func reason(
        _ id: String, _ query: FilmQuery, _ knowledge: IndexKnowledge
    ) async throws(SearchFailure) -> Inspection {
        if let found = try await reason(id, as: query, knowledge) { return found }
        if let rescued = try await rescue(query, knowledge),
            var found = try await reason(id, as: query.reading(rescued.text), knowledge)
        {
            found.lines.insert(
                Inspection.Line("not as typed, but as \(rescued.shown)"), at: 0)
            return found
        }
        return Inspection(
            title: "Why it is here",
            lines: [
                Inspection.Line(
                    "The query as it is now does not find this film; it may have changed meanwhile."
                )
            ])
    }

    private func reason(
        _ id: String, as query: FilmQuery, _ knowledge: IndexKnowledge
    ) async throws(SearchFailure) -> Inspection? {
        let plan = FilmQuestion(query, knowledge)
        let result = plan.result()
        let fields = knowledge.layout.films.fields
        var body = result.body(sort: result.fullSort)
        body["query"] = result.query
        // A filter beside the query leaves its score as it is.
        body["post_filter"] = Self.clause(fields.id, id)
        body["size"] = 1
        body["explain"] = true
        body["track_scores"] = true
        body["highlight"] = Self.highlight(fields)
        let asked = try await asked(
            .search(index: result.index, body, scoring: result.scoring))
        guard let hit = asked.root["hits"]?.elements(of: "hits").first else { return nil }
        let title = hit["_source"]?[fields.title.topKey]?.string ?? id
        return Inspection(
            title: "Why \(title) is here",
            lines: FoundReason(plan: plan, result: result, hit: hit).lines)
    }

    /// Marks the words in titles, names and descriptions.
    private static func highlight(_ fields: FilmFields) -> SearchJSON {
        let paths = ([fields.title] + fields.otherTitles + fields.nameFields)
            .filter(\.isAnalyzed).map(\.path)
        var marked: [SearchJSON.Member] = []
        for path in paths where !marked.contains(where: { $0.key == path }) {
            marked.append(SearchJSON.Member(key: path, value: ["number_of_fragments": 2]))
        }
        return ["pre_tags": ["«"], "post_tags": ["»"], "fields": .object(marked)]
    }
}
