internal import CinemaCore
internal import CurlHTTP

extension APIFailure {
    /// What an answer that is not a success means, in one sentence.
    init(_ response: HTTPResponse, detail: String?, source: String) {
        let status = response.status
        let told = detail.map { "\(status), \"\($0)\"" } ?? "\(status)"
        let kind: CatalogError.Kind
        let cause: String
        switch status {
        case 401, 403, 511:
            kind = .unauthorized
            cause =
                "it wants to know who asks (\(told)); set or renew its token (token_env in config.toml)"
        case 404:
            kind = .notFound
            cause = "it has no such thing (\(told))"
        case 429, 503:
            kind = .busy
            let wait = Self.wait(response).map { "\($0) seconds" } ?? "a little"
            cause = "it is busy (\(told)); wait \(wait) and ask again"
        case 400, 405, 422:
            kind = .unsupported
            if let detail, detail.contains(text: "at least") {
                cause = "it refuses the text: \(detail)"
            } else {
                cause = "it refuses the question (\(told)); ask something else"
            }
        case 500, 501:
            // It is there, and answers other questions.
            kind = .invalidAnswer
            cause = "the server failed at this question (\(told)); ask something else"
        case 502...:
            kind = .unavailable
            cause = "the server failed (\(told)); try again later"
        default:
            kind = .invalidAnswer
            cause = "the answer makes no sense (\(told)); check the address"
        }
        self.init(CatalogError(kind, source: source, cause: cause), status: status)
    }

    /// Seconds that the answer asks to wait.
    private static func wait(_ response: HTTPResponse) -> Int? {
        guard let text = response.fields["Retry-After"], let seconds = Int(text),
            (0...86_400).contains(seconds)
        else { return nil }
        return seconds
    }
}
