internal import CCurl

/// One request in flight: its handle, what is known of its answer, and who
/// waits for it.
///
/// A class, because libcurl's callbacks get its address; the engine keeps it
/// for as long as the handle is in use.
final class Transfer {
    typealias Outcome = Result<HTTPResponse, HTTPError>

    let id: Int
    let easy: EasyHandle
    var state: TransferState
    /// What is asked now; changes with a redirect.
    private(set) var request: HTTPRequest
    private let continuation: CheckedContinuation<Outcome, Never>
    private let started: ContinuousClock.Instant
    private var redirects = 0

    init(
        id: Int, _ request: HTTPRequest, easy: EasyHandle, now: ContinuousClock.Instant,
        continuation: CheckedContinuation<Outcome, Never>
    ) {
        self.id = id
        self.request = request
        self.easy = easy
        self.continuation = continuation
        started = now
        state = TransferState(limits: request.limits, started: now)
    }

    func resume(_ outcome: Outcome) { continuation.resume(returning: outcome) }

    /// Where the server sends us instead; nil where this is the answer.
    func redirect() throws(HTTPError) -> HTTPRequest? {
        guard [301, 302, 303, 307, 308].contains(status),
            let location = easy.text(CURLINFO_REDIRECT_URL)
        else { return nil }
        guard redirects < request.limits.redirects else {
            throw HTTPError(
                .tooManyRedirects, cause: "more than \(request.limits.redirects) redirects")
        }
        return try request.redirected(to: location, status: status)
    }

    /// Begins the next hop.
    func follow(_ next: HTTPRequest) {
        redirects += 1
        request = next
        state.startOver()
    }

    /// The answer, after libcurl said that it is complete.
    func response(now: ContinuousClock.Instant) -> HTTPResponse {
        HTTPResponse(
            status: status, url: easy.text(CURLINFO_EFFECTIVE_URL) ?? request.url,
            fields: state.fields, body: state.body, timing: timing(now: now))
    }

    private var status: Int { easy.integer(CURLINFO_RESPONSE_CODE) }

    private func timing(now: ContinuousClock.Instant) -> HTTPTiming {
        let total = now - started
        // Hops before the last one count as a whole.
        let before = max(.zero, total - easy.duration(CURLINFO_TOTAL_TIME_T))
        let isNew = easy.integer(CURLINFO_NUM_CONNECTS) > 0
        let secured = easy.duration(CURLINFO_APPCONNECT_TIME_T)
        return HTTPTiming(
            resolved: isNew ? before + easy.duration(CURLINFO_NAMELOOKUP_TIME_T) : .zero,
            connected: isNew ? before + easy.duration(CURLINFO_CONNECT_TIME_T) : .zero,
            secured: isNew && secured > .zero ? before + secured : .zero,
            firstByte: before + easy.duration(CURLINFO_STARTTRANSFER_TIME_T), total: total,
            bytesReceived: easy.count(CURLINFO_SIZE_DOWNLOAD_T))
    }
}
