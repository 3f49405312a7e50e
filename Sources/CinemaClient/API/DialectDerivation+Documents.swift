// Where the document is, and what to do without one.
extension DialectDerivation {
    static let usualDocuments = [
        "/api/openapi.json", "/openapi.json", "/api/v1/openapi.json", "/api/films/openapi.json",
    ]

    /// Where a document may be: where the configuration says, else beneath the
    /// source's own path, else at the host's root.
    static func documents(prefix: String, configured: String?) -> [String] {
        if let configured {
            let isWhole = configured.hasPrefix("http://") || configured.hasPrefix("https://")
            return [isWhole || configured.hasPrefix("/") ? configured : "/" + configured]
        }
        let own = usualDocuments.map { prefix + $0 }
        return own + usualDocuments.filter { !own.contains($0) }
    }

    mutating func askDocument(_ index: Int) {
        guard documents.indices.contains(index) else { return assume() }
        get(documents[index], as: .document(index))
    }

    mutating func tookDocument(_ answer: ProbeAnswer, _ index: Int) {
        documentStatuses.append(answer.status)
        guard (200..<300).contains(answer.status),
            let document = try? OpenAPIDocument(reading: answer.body)
        else { return askDocument(index + 1) }
        let (own, other) = prefixes(document)
        let declared = DeclaredDialect(document, prefix: own).relative(to: prefix)
        guard declared.routes[.films] != nil || declared.routes[.filmSearch] != nil else {
            foreignDocument = documents[index]
            return askDocument(index + 1)
        }
        alternative = other.map { DeclaredDialect(document, prefix: $0).relative(to: prefix) }
        begin(declared, document: documents[index])
    }

    /// What stands before the documented paths, and what else might: a service
    /// that knows of a path before its own may be asked behind or beside the
    /// proxy that adds it.
    private func prefixes(_ document: OpenAPIDocument) -> (own: String, other: String?) {
        let server = document.serverPath
        if server.isEmpty { return ("", nil) }
        return prefix.hasSuffix(server) ? ("", nil) : (server, "")
    }

    /// Without a document the usual dialect is tried.
    private mutating func assume() {
        isAssumed = true
        begin(.assumed, document: nil)
    }

    mutating func begin(_ declared: DeclaredDialect, document: String?) {
        self.declared = declared
        dialect = APIDialect(
            routes: declared.routes, firstPage: declared.firstPage, stride: declared.stride,
            genreKey: declared.genreKeys.first ?? .none, document: document,
            remarks: declared.remarks)
        styles = declared.styles[.films] ?? []
        style = styles.isEmpty ? nil : styles.removeFirst()
        if document == nil {
            let status = documentStatuses.first { $0 == 401 || $0 == 403 }
            let why = status.map { "the OpenAPI document asks for a token (\($0))" }
            remark(
                "\(why ?? "there is no OpenAPI document"): the usual routes and parameters are assumed"
            )
        }
        askFirstPage()
    }
}

extension DeclaredDialect {
    /// The same with paths that begin where the source's own path ends; routes
    /// elsewhere cannot be reached from there.
    fileprivate func relative(to prefix: String) -> DeclaredDialect {
        guard !prefix.isEmpty, routes.values.contains(where: { $0.path.hasPrefix(prefix + "/") })
        else { return self }
        var dialect = self
        dialect.routes = routes.compactMapValues { route in
            guard route.path.hasPrefix(prefix + "/") else { return nil }
            var route = route
            route.path.removeFirst(prefix.count)
            return route
        }
        return dialect
    }
}
