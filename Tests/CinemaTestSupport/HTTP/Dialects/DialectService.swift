import CinemaCore
public import CurlHTTP
import Foundation
import Synchronization

/// A cinema service in one dialect over the films of the tests: a function
/// from requests to answers, with a count of what it was asked.
public final class DialectService: Sendable {
    public let dialect: ServiceDialect
    public let corpus: ServiceCorpus
    private let log = Mutex<[String]>([])
    private let fault = Mutex<(@Sendable (String) -> HTTPResponse?)?>(nil)

    public init(_ dialect: ServiceDialect, _ corpus: ServiceCorpus) {
        self.dialect = dialect
        self.corpus = corpus
    }

    /// The targets that were asked for, in order.
    public var requests: [String] { log.withLock { $0 } }

    public func forgetRequests() { log.withLock { $0 = [] } }

    /// Answers in place of the service where `fault` gives an answer.
    public func fail(_ body: (@Sendable (String) -> HTTPResponse?)?) {
        fault.withLock { $0 = body }
    }

    /// A client that asks this service, without a network.
    public func client(token: String? = nil) -> HTTPClient {
        HTTPClient { request throws(HTTPError) in
            if Task.isCancelled { throw .cancelled }
            var request = request
            if let token { request.fields.append("Authorization", "Bearer \(token)") }
            return self.answer(request)
        }
    }

    public func answer(_ request: HTTPRequest) -> HTTPResponse {
        let target = Self.target(request.url)
        log.withLock { $0.append(target) }
        if let answer = fault.withLock({ $0 })?(target) { return answer }
        if let token = dialect.token, request.fields["Authorization"] != "Bearer \(token)" {
            return Self.response(401, .string("Not authenticated"))
        }
        return answer(ServiceQuestion(target))
    }

    private func answer(_ question: ServiceQuestion) -> HTTPResponse {
        if dialect.hasDocument, question.path == "/api/openapi.json" {
            return Self.response(200, document)
        }
        guard let (role, value) = route(question) else {
            if let (role, _) = route(question.withOtherSlash) {
                var answer = Self.response(307, .null)
                answer.fields.append("Location", dialect.paths[role] ?? "")
                return answer
            }
            return Self.notFound
        }
        switch role {
        case "films": return films(corpus.films, question, isSearch: false)
        case "filmSearch":
            guard let text = value ?? dialect.textName.flatMap({ question.items[$0] }) else {
                return Self.invalid("field required")
            }
            if let least = dialect.leastLetters, text.count < least {
                return Self.invalid("ensure this value has at least \(least) characters")
            }
            return films(corpus.search(text), question, isSearch: true)
        case "film":
            guard let film = corpus.film(value ?? "") else { return Self.notFound }
            if dialect.failsAtUnrated, film.tenths == nil { return Self.failed }
            return Self.response(200, dialect.film(film))
        case "genres": return page(corpus.genres, question, dialect.genreRow)
        case "genre":
            guard let genre = corpus.genres.first(where: { $0.id == value }) else {
                return Self.notFound
            }
            return Self.response(200, dialect.genreRow(genre))
        case "people": return page(corpus.people, question, dialect.personRow)
        case "personSearch":
            let text = value ?? dialect.textName.flatMap { question.items[$0] } ?? ""
            return page(corpus.searchPeople(text), question, dialect.personRow)
        default: return person(role, value ?? "")
        }
    }

    private func person(_ role: String, _ id: String) -> HTTPResponse {
        guard let person = corpus.people.first(where: { $0.id == id }) else {
            return Self.notFound
        }
        let films = corpus.films(of: id)
        if role == "person" { return Self.response(200, dialect.person(person, films)) }
        // What an index gives by itself: ten rows, no paging.
        return rows(Array(films.prefix(10)), total: films.count, page: 1, size: 10)
    }

    private func films(
        _ films: [ServiceFilm], _ question: ServiceQuestion, isSearch: Bool
    ) -> HTTPResponse {
        var films = films
        if let genre = question.items[dialect.genreName] {
            switch dialect.genre {
            case .identifier:
                guard corpus.genres.contains(where: { $0.id == genre }) else {
                    return Self.notFound
                }
                films = films.filter { $0.genres.contains { $0.id == genre } }
            case .name: films = films.filter { $0.genres.contains { $0.name == genre } }
            case .none: break
            }
        }
        if !isSearch {
            switch question.items[dialect.sortName] {
            case nil: films.sort { $0.id < $1.id }
            case dialect.sortValue(descending: true): break
            case dialect.sortValue(descending: false):
                let rated = films.filter { $0.tenths != nil }
                films = rated.reversed() + films.filter { $0.tenths == nil }
            default: return Self.invalid("unexpected value")
            }
        }
        return window(films, question) { films, total, page, size in
            rows(films, total: total, page: page, size: size)
        }
    }

    private func rows(
        _ films: [ServiceFilm], total: Int, page: Int, size: Int
    ) -> HTTPResponse {
        if dialect.failsAtUnrated, films.contains(where: { $0.tenths == nil }) {
            return Self.failed
        }
        return list(films.map(dialect.filmRow), total, page, size)
    }

    private func page<Row>(
        _ all: [Row], _ question: ServiceQuestion, _ row: (Row) -> ServiceJSON
    ) -> HTTPResponse {
        window(all, question) { rows, total, page, size in
            list(rows.map(row), total, page, size)
        }
    }

    private func window<Row>(
        _ all: [Row], _ question: ServiceQuestion,
        _ answer: ([Row], Int, Int, Int) -> HTTPResponse
    ) -> HTTPResponse {
        let size =
            dialect.sizeName.flatMap { question.items[$0] }.map { Int($0) ?? 0 }
            ?? dialect.size
        var page = question.items[dialect.pageName].map { Int($0) ?? -1 } ?? dialect.firstPage
        guard size > 0, size <= dialect.mostRows ?? .max, page >= dialect.firstPage else {
            return Self.invalid("ensure this value is in its range")
        }
        if dialect.paging.isClamped {
            page = min(page, max(1, (all.count + size - 1) / size) - 1 + dialect.firstPage)
        }
        let index = page - dialect.firstPage
        let offset = dialect.paging.isOffset ? index : index * size
        return answer(Array(all.dropFirst(offset).prefix(size)), all.count, page, size)
    }

    private func list(
        _ rows: [ServiceJSON], _ total: Int, _ page: Int, _ size: Int
    ) -> HTTPResponse {
        guard rows.isEmpty else { return Self.response(200, dialect.list(rows, total, page, size)) }
        switch dialect.empty {
        case .notFound: return Self.notFound
        case .list: return Self.response(200, dialect.list(rows, total, page, size))
        case .null: return Self.response(200, .null)
        }
    }

    /// The route of a path, and what stands for its variable.
    private func route(_ question: ServiceQuestion) -> (String, String?)? {
        for (role, path) in dialect.paths where path == question.path {
            return (role, dialect.idName.flatMap { question.items[$0] })
        }
        for (role, path) in dialect.paths {
            let template = path.split(separator: "/", omittingEmptySubsequences: false)
            guard template.count == question.segments.count else { continue }
            var value: String?
            let matches = zip(template, question.segments).allSatisfy { part, segment in
                guard part.hasPrefix("{") else { return part == segment }
                value = segment
                return !segment.isEmpty
            }
            if matches, let value { return (role, value) }
        }
        return nil
    }

    private static func target(_ url: String) -> String {
        guard let scheme = url.range(of: "://") else { return url }
        let rest = url[scheme.upperBound...]
        return rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? "/"
    }

    public static func response(_ status: Int, _ body: ServiceJSON) -> HTTPResponse {
        HTTPResponse(
            status: status,
            fields: HTTPFields([HTTPFields.Field("Content-Type", "application/json")]),
            body: Array(body.text.utf8))
    }

    static let notFound = response(404, ["detail": "not found"])
    static let failed = HTTPResponse(
        status: 500, fields: HTTPFields([HTTPFields.Field("Content-Type", "text/plain")]),
        body: Array("Internal Server Error".utf8))

    static func invalid(_ message: String) -> HTTPResponse {
        response(
            422,
            ["detail": [["loc": ["query", "x"], "msg": .string(message), "type": "value_error"]]])
    }
}

extension ServiceDialect.Paging {
    var isClamped: Bool { if case .clamped = self { true } else { false } }
    var isOffset: Bool { if case .offset = self { true } else { false } }
}
