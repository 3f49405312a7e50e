internal import CCurl

/// A result code of libcurl (libcurl-errors(3)): an open set, because newer
/// libraries add to it.
struct CurlCode: RawRepresentable, Hashable, Sendable {
    let rawValue: UInt32

    init(rawValue: UInt32) { self.rawValue = rawValue }

    init(_ code: CURLcode) { rawValue = code.rawValue }

    static let done = CurlCode(CURLE_OK)
    static let unsupportedProtocol = CurlCode(CURLE_UNSUPPORTED_PROTOCOL)
    static let invalidURL = CurlCode(CURLE_URL_MALFORMAT)
    static let userInURL = CurlCode(CURLE_LOGIN_DENIED)
    static let unknownProxy = CurlCode(CURLE_COULDNT_RESOLVE_PROXY)
    static let unknownHost = CurlCode(CURLE_COULDNT_RESOLVE_HOST)
    static let cannotConnect = CurlCode(CURLE_COULDNT_CONNECT)
    static let strangeReply = CurlCode(CURLE_WEIRD_SERVER_REPLY)
    static let http2 = CurlCode(CURLE_HTTP2)
    static let http2Stream = CurlCode(CURLE_HTTP2_STREAM)
    static let partialFile = CurlCode(CURLE_PARTIAL_FILE)
    static let writing = CurlCode(CURLE_WRITE_ERROR)
    static let outOfMemory = CurlCode(CURLE_OUT_OF_MEMORY)
    static let timeout = CurlCode(CURLE_OPERATION_TIMEDOUT)
    static let gotNothing = CurlCode(CURLE_GOT_NOTHING)
    static let sending = CurlCode(CURLE_SEND_ERROR)
    static let receiving = CurlCode(CURLE_RECV_ERROR)
    static let encoding = CurlCode(CURLE_BAD_CONTENT_ENCODING)
    static let proxy = CurlCode(CURLE_PROXY)

    /// Everything that is about certificates and handshakes.
    static let tls: Set<CurlCode> = Set(
        [
            CURLE_SSL_CONNECT_ERROR, CURLE_SSL_ENGINE_NOTFOUND, CURLE_SSL_ENGINE_SETFAILED,
            CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER, CURLE_PEER_FAILED_VERIFICATION,
            CURLE_SSL_CACERT_BADFILE, CURLE_SSL_SHUTDOWN_FAILED, CURLE_SSL_CRL_BADFILE,
            CURLE_SSL_ISSUER_ERROR, CURLE_SSL_PINNEDPUBKEYNOTMATCH, CURLE_SSL_INVALIDCERTSTATUS,
            CURLE_SSL_CLIENTCERT,
        ].map(CurlCode.init(_:)))

    /// What libcurl says of it, in a few words.
    var words: String { String(cString: ccurl_easy_error(CURLcode(rawValue))) }
}
