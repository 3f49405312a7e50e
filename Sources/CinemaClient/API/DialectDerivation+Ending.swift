internal import CinemaCore

// The search, and what is left.
extension DialectDerivation {
    mutating func askSearch() {
        guard let search = dialect.routes[.filmSearch] else {
            remark("there is no search for films")
            return finish()
        }
        let word = Self.word(of: sample?.title, atLeast: search.text?.minimumLength ?? 1)
        var question = APIDialect.Route.Question(page: dialect.firstPage, size: Self.pageSize)
        question.text = word ?? "love"
        let stage = Stage.search(word: word ?? "love", isOfTitle: word != nil)
        if !ask(search.target(question), as: stage) { finish() }
    }

    /// The longest word of a title: any search finds a film by that.
    private static func word(of title: String?, atLeast length: Int) -> String? {
        let words = (title ?? "").split { !$0.isLetter && !$0.isNumber }
        return words.max { $0.count < $1.count }
            .flatMap { $0.count >= max(2, length) && $0.count <= 64 ? String($0) : nil }
    }

    mutating func tookSearch(_ answer: ProbeAnswer, _ word: String, isOfTitle: Bool) {
        switch answer.list {
        case .rows([]) where isOfTitle:
            remark(
                "a search for “\(word)”, a word of a listed title, finds nothing: "
                    + "its first page may be out of reach")
        case .rows: adopt(answer.path, for: .filmSearch)
        case .forbidden: noteForbidden("the search for films", answer)
        case .refused: remark("the search for films is refused (\(answer.status))")
        case .broken: remark("the search for films is not available (\(answer.status))")
        }
        finish()
    }

    /// Nothing was listed under the usual route.
    mutating func tookNoFilms(_ answer: ProbeAnswer) {
        if answer.isForbidden {
            return fail(.unauthorized, APIWording.needsToken(address, answer.status))
        }
        let route = APIDialect.adminPanel.routes[.films] ?? APIDialect.Route(path: "/")
        _ = ask(route.target(APIDialect.Route.Question(page: 1)), as: .adminPanel)
    }

    mutating func tookAdminPanel(_ answer: ProbeAnswer) {
        if AdminPanelList.isOne(answer) {
            dialect = .adminPanel
            return finish()
        }
        if answer.isForbidden {
            return fail(.unauthorized, APIWording.needsToken(address, answer.status))
        }
        if let status = documentStatuses.first(where: { $0 == 401 || $0 == 403 }) {
            return fail(.unauthorized, APIWording.needsToken(address, status))
        }
        if let status = documentStatuses.last, documentStatuses.allSatisfy({ $0 >= 500 }) {
            return fail(.unavailable, APIWording.failing(address, status))
        }
        fail(
            .unsupported,
            foreignDocument.map { APIWording.foreign(address, $0) }
                ?? APIWording.unknown(address, documents: documents))
    }

    /// Takes over the slash at the end that a redirect tells is right.
    mutating func adopt(_ path: String?, for role: APIDialect.Role) {
        guard let path, let route = dialect.routes[role], route.variable == nil else { return }
        let asked = prefix + route.path
        if path == asked + "/" {
            dialect.routes[role]?.path += "/"
        } else if path + "/" == asked {
            dialect.routes[role]?.path.removeLast()
        }
    }
}

/// The list of films of an admin panel, by its envelope.
enum AdminPanelList {
    static func isOne(_ answer: ProbeAnswer) -> Bool {
        guard (200..<300).contains(answer.status), answer.body.count <= ProbeAnswer.maximumBytes
        else { return false }
        let document = JSONDocument(depth: 64)
        guard let root = try? document.parse(answer.body) else { return false }
        return root["results"]?.kind == .array && root["total_pages"]?.integer != nil
            && root["count"]?.integer != nil
    }
}
