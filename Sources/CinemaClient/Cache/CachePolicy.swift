internal import CurlHTTP

/// How long an answer is good for: pure, with the time as a parameter, in
/// seconds since 1970.
///
/// What the server says counts (`Cache-Control`, `Expires`, `Age`). Most
/// services of this kind say nothing; an answer is then fresh for a minute,
/// and shown for a day while it is asked for again.
struct CachePolicy: Equatable, Sendable {
    var fresh: Int64 = 60
    var stale: Int64 = 86_400
    /// For "there is no such thing" (404).
    var missing: Int64 = 10

    /// Until when an answer is what.
    struct Lifetime: Equatable, Sendable {
        var readAt: Int64
        var freshUntil: Int64
        var staleUntil: Int64
    }

    /// How long an answer may be kept that came now; nil for not at all.
    func lifetime(status: Int, fields: HTTPFields, now: Int64) -> Lifetime? {
        guard status == 200 || status == 404, fields["vary"] != "*" else { return nil }
        let control = CacheControl(fields["cache-control"] ?? "")
        guard !control.forbidsStoring else { return nil }
        if status == 404 {
            return Lifetime(readAt: now, freshUntil: now + missing, staleUntil: now + missing)
        }
        if control.needsRevalidation {
            return Lifetime(readAt: now, freshUntil: now, staleUntil: now)
        }
        let freshUntil = now + freshness(control, fields, now: now)
        if control.mustRevalidate {
            return Lifetime(readAt: now, freshUntil: freshUntil, staleUntil: freshUntil)
        }
        return Lifetime(
            readAt: now, freshUntil: freshUntil,
            staleUntil: freshUntil + (control.staleWhileRevalidate ?? stale))
    }

    private func freshness(
        _ control: CacheControl, _ fields: HTTPFields, now: Int64
    ) -> Int64 {
        if let maxAge = control.maxAge {
            return max(0, maxAge - (fields["age"].flatMap(CacheControl.seconds) ?? 0))
        }
        guard let expires = fields["expires"] else { return fresh }
        // What is no date ("0") means the past (RFC 9111, 5.3).
        guard let end = HTTPDate.seconds(expires).map(Int64.init) else { return 0 }
        let begin = fields["date"].flatMap(HTTPDate.seconds).map(Int64.init) ?? now
        return min(max(0, end - begin), 366 * 86_400)
    }

    /// What a kept answer is now. One from the future, by a clock that was
    /// set back, is not trusted to be fresh.
    func state(_ lifetime: Lifetime, now: Int64) -> HTTPOrigin.State {
        if lifetime.readAt > now + 60 { return .stale }
        if now < lifetime.freshUntil { return .fresh }
        return now < lifetime.staleUntil ? .stale : .expired
    }

    /// Whether a failure means that the server is away, so that what was kept
    /// serves. A certificate that is not trusted is for the reader to know.
    static func meansAway(_ error: HTTPError) -> Bool {
        switch error.kind {
        case .resolve, .connect, .connectTimeout, .firstByteTimeout, .totalTimeout, .noAnswer,
            .truncated, .send, .libraryMissing, .offline:
            true
        case .cancelled, .invalidURL, .tls, .tooLarge, .tooManyRedirects, .malformed,
            .credentials, .shutDown:
            false
        }
    }

    /// As `meansAway(_:)`, of answers that a proxy gives in the server's place.
    static func meansAway(status: Int) -> Bool {
        status == 429 || (502...504).contains(status)
    }
}
