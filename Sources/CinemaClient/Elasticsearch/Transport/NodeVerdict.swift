internal import CurlHTTP

/// What the end of a request says of the node that was asked.
enum NodeVerdict {
    enum Failure {
        case error(HTTPError)
        case response(HTTPResponse)
    }

    /// It answers, be it with an error about the question.
    case answered(HTTPResponse)
    /// It answers that it, or the cluster, is not ready: worth a wait.
    case busy(HTTPResponse)
    /// It does not answer: another one may.
    case away(Failure)
    /// The request ended for a reason that is not the node's.
    case ended(HTTPError)

    init(_ outcome: Result<HTTPResponse, HTTPError>) {
        switch outcome {
        case .success(let response): self = Self.verdict(response)
        case .failure(let error):
            switch error.kind {
            case .cancelled, .credentials, .offline, .libraryMissing, .shutDown, .tooLarge,
                .invalidURL:
                self = .ended(error)
            case .resolve, .connect, .connectTimeout, .firstByteTimeout, .totalTimeout, .tls,
                .tooManyRedirects, .noAnswer, .truncated, .malformed, .send:
                self = .away(.error(error))
            }
        }
    }

    private static func verdict(_ response: HTTPResponse) -> NodeVerdict {
        switch response.status {
        case 429: return .busy(response)
        case 502, 503, 504:
            // Something in front says that the node is gone; the node itself
            // says that its cluster is not ready, as another node would.
            let asksToWait = response.fields["Retry-After"] != nil
            let isOfServer = SearchProblem(response.body).isOfServer
            return asksToWait || isOfServer ? .busy(response) : .away(.response(response))
        default: return .answered(response)
        }
    }
}
