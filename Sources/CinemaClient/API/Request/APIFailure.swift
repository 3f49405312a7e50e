internal import CinemaCore
internal import CurlHTTP

/// Why a request brought nothing, with the status to act on.
struct APIFailure: Error {
    var error: CatalogError
    /// Nil where there was no answer.
    var status: Int?
    /// Whether the answer shows that the dialect is not the service's: a list
    /// that is not there, or is none.
    var isMisfit = false

    init(_ error: CatalogError, status: Int? = nil, isMisfit: Bool = false) {
        self.error = error
        self.status = status
        self.isMisfit = isMisfit
    }

    init(_ error: HTTPError, source: String) {
        self.init(CatalogError(error, source: source))
        // A smaller page may be read.
        if error.kind == .tooLarge || error.kind == .malformed || error.kind == .truncated {
            self.error.kind = .invalidAnswer
        }
    }

    /// Whether a part of the list may be what the service fails at, not the
    /// service as a whole.
    var isOfThePage: Bool {
        switch error.kind {
        case .unavailable: status.map { $0 >= 500 } ?? false
        case .invalidAnswer: true
        default: false
        }
    }

    /// Whether the service answered at all.
    var isAnswered: Bool { status != nil }

    /// What it means where the service fails at all that it is for.
    var ofTheService: APIFailure {
        guard let status, status >= 500 else { return self }
        var failure = self
        failure.error.kind = .unavailable
        return failure
    }

    /// Whether there is nothing, rather than something wrong.
    var meansNothing: Bool { error.kind == .notFound }
}

extension CatalogError {
    /// What a failure of the network means to a reader of the catalogue.
    init(_ error: HTTPError, source: String) {
        switch error.kind {
        case .cancelled: self = .cancelled(source: source)
        case .credentials: self.init(.unauthorized, source: source, cause: error.cause)
        default: self.init(.unavailable, source: source, cause: error.cause)
        }
    }
}
