internal import CCurl
internal import Glibc

extension Transfer {
    /// What a result code of libcurl means here, in words that name neither
    /// address nor credentials.
    func failure(_ code: CurlCode) -> HTTPError {
        if let failure = state.failure { return failure }
        switch code {
        case .invalidURL, .userInURL:
            return HTTPError(.invalidURL, cause: "the address makes no sense")
        case .unsupportedProtocol:
            // Also what libcurl says of an answer that is not HTTP.
            return state.phase == .queued
                ? HTTPError(.invalidURL, cause: "the address is neither http nor https")
                : HTTPError(.malformed, cause: "what came is not HTTP")
        case .unknownHost: return HTTPError(.resolve, cause: "the name of the host is not known")
        case .unknownProxy: return HTTPError(.resolve, cause: "the name of the proxy is not known")
        case .cannotConnect: return HTTPError(.connect, cause: systemWords ?? "no connection")
        case .proxy: return HTTPError(.connect, cause: "the proxy gives no connection")
        case .timeout: return HTTPError(.connectTimeout, cause: "no connection in time")
        case .sending:
            return HTTPError(.send, cause: "the connection ended while the request was sent")
        case .strangeReply: return HTTPError(.malformed, cause: "what came is not HTTP")
        case .encoding: return HTTPError(.malformed, cause: "the answer is not encoded as it says")
        case .gotNothing:
            return HTTPError(.noAnswer, cause: "the connection ended without an answer")
        case .receiving where state.phase == .waiting:
            return HTTPError(.noAnswer, cause: "the connection ended without an answer")
        case .receiving where strstr(easy.words, "chunk") != nil:
            return HTTPError(.malformed, cause: "the answer is not encoded as it says")
        case .done, .receiving, .partialFile, .http2, .http2Stream:
            return HTTPError(.truncated, cause: "the connection ended before the answer did")
        case _ where CurlCode.tls.contains(code): return HTTPError(.tls, cause: bounded(code))
        default:
            return HTTPError(state.phase == .receiving ? .truncated : .connect, cause: code.words)
        }
    }

    /// Such as "Connection refused".
    private var systemWords: String? {
        let number = Int32(truncatingIfNeeded: easy.integer(CURLINFO_OS_ERRNO))
        guard number > 0 else { return nil }
        var words = [CChar](repeating: 0, count: 128)
        guard strerror_r(number, &words, words.count) == 0 else { return nil }
        let text = String(
            decoding: words.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return text.prefix(1).lowercased() + text.dropFirst()
    }

    /// What is wrong with a certificate only libcurl can say; but where the
    /// name is, it says the name.
    private func bounded(_ code: CurlCode) -> String {
        if strstr(easy.words, "subject name") != nil {
            return "the certificate is for another host"
        }
        return String((easy.words.isEmpty ? code.words : easy.words).prefix(160))
    }
}
