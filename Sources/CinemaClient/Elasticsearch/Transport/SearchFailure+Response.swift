internal import CinemaCore
internal import CurlHTTP

extension SearchFailure {
    /// What an answer that is not a success means, in one sentence.
    ///
    /// - Parameters:
    ///   - isKnown: Whether the request said who asks.
    ///   - index: What was asked for.
    init(_ response: HTTPResponse, index: String?, isKnown: Bool, source: String) {
        let problem = SearchProblem(response.body)
        let told = problem.reason.map { "\(response.status), \"\($0)\"" } ?? "\(response.status)"
        let wording = SearchWording(
            status: response.status, problem: problem, told: told,
            index: problem.index ?? index, wait: response.secondsToWait, isKnown: isKnown,
            isSecure: response.url.hasPrefix("https://"))
        let (kind, cause) = wording.kindAndCause
        self.init(
            CatalogError(kind, source: source, cause: cause), status: response.status,
            type: problem.type)
    }

    /// No answer at all. `error` names neither address nor secrets.
    init(_ error: HTTPError, address: String, source: String) {
        let kind: CatalogError.Kind
        let cause: String
        switch error.kind {
        case .cancelled, .credentials, .offline, .libraryMissing, .shutDown:
            self.init(CatalogError(error, source: source))
            return
        case .tooLarge:
            kind = .invalidAnswer
            cause = "its answer is larger than is read (\(error.cause)); set max_answer higher"
        case .tooManyRedirects:
            kind = .unavailable
            cause = Self.elsewhere(address)
        case .malformed, .truncated, .noAnswer, .send:
            kind = .unavailable
            cause = Self.cause(error, address, hint: address.hasPrefix("http://"))
        case .tls:
            kind = .unavailable
            cause = Self.tlsCause(error, address)
        default:
            kind = .unavailable
            cause = Self.cause(error, address, hint: false)
        }
        self.init(CatalogError(kind, source: source, cause: cause))
    }

    private static func elsewhere(_ address: String) -> String {
        let advice = address.hasPrefix("http://") ? ", perhaps with es+https://" : ""
        return
            "\(address) sends questions elsewhere; write the address of the server itself\(advice)"
    }

    private static func cause(_ error: HTTPError, _ address: String, hint: Bool) -> String {
        let advice = hint ? "; if it speaks TLS, write es+https://" : ""
        return "it cannot be reached: \(error.cause); check the address \(address), and whether"
            + " the server runs\(advice)"
    }

    private static func tlsCause(_ error: HTTPError, _ address: String) -> String {
        let cause = "no secure connection to \(address): \(error.cause)"
        if error.cause.contains(text: "wrong version number") {
            return cause + "; if it speaks no TLS, write es+http://"
        }
        if error.cause.contains(text: "alert") {
            return cause + "; it may want a client_certificate and its client_key"
        }
        return cause + "; give the certificate of who signed it as ca_file"
    }
}

extension HTTPResponse {
    /// Seconds that the server asks to wait, as far as they are worth telling.
    fileprivate var secondsToWait: Int? {
        guard let wait = retryAfter(time: HTTPDate.now)?.inSeconds, wait <= 86_400 else {
            return nil
        }
        return wait
    }
}
