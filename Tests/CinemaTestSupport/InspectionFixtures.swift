public import CinemaCore

/// What a search index tells of its rows and lists, made up.
public enum InspectionFixtures {
    public static func inspection(_ subject: InspectionSubject) -> Inspection {
        switch subject {
        case .film(let id): document(id.text)
        case .person(let id): document(id.text)
        case .genre(let id): document(id.text)
        case .request(let query, let list): request(query, list)
        case .reason(let id, let query): reason(id.text, query)
        }
    }

    private static func document(_ id: String) -> Inspection {
        let lines: [(Int, String)] = [
            (0, "{"), (1, "\"id\": \"\(id)\","), (1, "\"genres\": ["), (2, "{"),
            (3, "\"id\": \"g1\","), (3, "\"name\": \"Drama\""), (2, "}"), (1, "],"),
            (
                1,
                "\"description\": \"The aging patriarch of a dynasty hands over to his "
                    + "son, who did not want it, and who will be better at it than all "
                    + "of them.\""
            ), (0, "}"),
        ]
        return Inspection(
            title: "movies/_doc/\(id)", lines: lines.map { Inspection.Line(depth: $0, $1) },
            copy: "{\"id\":\"\(id)\"}")
    }

    private static func request(
        _ query: FilmQuery, _ list: InspectionSubject.List
    ) -> Inspection {
        let lines: [(Int, String)] = [
            (0, "POST /movies/_search, 12 ms of 40 ms"), (0, "{"), (1, "\"query\": {"),
            (2, "\"match\": { \"title\": \"\(query.queryText)\" }"), (1, "}"), (0, "}"), (0, ""),
            (0, "curl -X POST 'http://localhost:9200/movies/_search' \\"),
            (1, "-H 'Authorization: …' -d '{\"query\": {}}'"),
        ]
        return Inspection(
            title: "The request of the \(list)",
            lines: lines.map { Inspection.Line(depth: $0, $1) },
            copy: "curl -X POST 'http://localhost:9200/movies/_search'")
    }

    private static func reason(_ id: String, _ query: FilmQuery) -> Inspection {
        Inspection(
            title: "Why \(id) is found",
            lines: [
                Inspection.Line("score 12.4"),
                Inspection.Line(depth: 1, "title has “\(query.queryText)”: 9.1"),
            ])
    }
}

extension RemoteStub {
    /// A search index, as far as the screen can tell.
    public static func index(_ catalog: any Catalog = StubCatalog()) -> RemoteStub {
        let stub = RemoteStub(catalog)
        stub.set { $0.inspection = { InspectionFixtures.inspection($0) } }
        return stub
    }
}
