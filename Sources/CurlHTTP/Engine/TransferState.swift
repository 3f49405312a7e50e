/// What is known of one answer so far, and how much longer it may take: pure,
/// so that libcurl's callbacks only tell what happened.
struct TransferState {
    enum Phase: Equatable {
        /// No connection is free.
        case queued
        case connecting
        /// The request is out, and nothing has come.
        case waiting
        case receiving
    }

    typealias Instant = ContinuousClock.Instant

    /// A server that says more than this before its body is not one of ours.
    static let headerLimit = 256 << 10

    private let limits: HTTPLimits
    private let started: Instant
    private(set) var phase = Phase.queued
    /// When `overdue` is worth asking next. Kept, because the thread looks at
    /// all of them each time it wakes up.
    private(set) var deadline: Instant
    private(set) var fields = HTTPFields()
    private(set) var body: [UInt8] = []
    /// Why the transfer was ended from here.
    private(set) var failure: HTTPError?
    private var headerBytes = 0
    private var announcedLength: Int?
    /// Whether the line came that ends a header. libcurl is content with less.
    private(set) var isHeaderComplete = false

    init(limits: HTTPLimits, started: Instant) {
        self.limits = limits
        self.started = started
        deadline = started + limits.total
    }

    /// Before the next hop of a redirect; the total time goes on.
    mutating func startOver() {
        enter(.queued, at: started)
        fields = HTTPFields()
        body = []
        failure = nil
        headerBytes = 0
        announcedLength = nil
        isHeaderComplete = false
    }

    // MARK: What happened

    mutating func beginConnecting(at now: Instant) {
        guard phase == .queued else { return }
        enter(.connecting, at: now)
    }

    mutating func beginWaiting(at now: Instant) { enter(.waiting, at: now) }

    /// A line of the header with its end; false where it is enough.
    mutating func receiveHeader(
        _ line: some Collection<UInt8>, at now: @autoclosure () -> Instant
    ) -> Bool {
        if phase != .receiving { enter(.receiving, at: now()) }
        headerBytes += line.count
        guard headerBytes <= Self.headerLimit else {
            let size = Self.headerLimit >> 10
            return fail(.tooLarge, "the header of the answer is larger than \(size) KB")
        }
        let text = String(decoding: line, as: UTF8.self)
        if text.hasPrefix("HTTP/") {
            // Of interim answers only the last header counts.
            fields = HTTPFields()
            announcedLength = nil
            isHeaderComplete = false
        }
        if text == "\r\n" || text == "\n" { isHeaderComplete = true }
        // What follows a body tells nothing that we want to know.
        guard !isHeaderComplete, let field = Self.field(text) else { return true }
        fields.append(field.name, field.value)
        return isSmallEnough(field)
    }

    /// Believes `Content-Length`, which is of what comes over the line:
    /// compressed, it is less than what it holds.
    private mutating func isSmallEnough(_ field: HTTPFields.Field) -> Bool {
        guard HTTPFields([field])["Content-Length"] != nil, let length = Int(field.value) else {
            return true
        }
        announcedLength = length
        return length <= limits.bodyBytes || failTooLarge()
    }

    /// A part of the decoded body; false where it is enough.
    mutating func receive(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard bytes.count <= limits.bodyBytes - body.count else { return failTooLarge() }
        if body.isEmpty { reserve(atLeast: bytes.count) }
        body.append(contentsOf: bytes)
        return true
    }

    // MARK: Time

    /// Why the transfer has to end now.
    func overdue(at now: Instant) -> HTTPError? {
        guard now >= deadline else { return nil }
        if now >= started + limits.total {
            let time = Self.words(limits.total)
            return HTTPError(.totalTimeout, cause: "the answer was not complete within \(time)")
        }
        if phase == .connecting {
            let time = Self.words(limits.connect)
            return HTTPError(.connectTimeout, cause: "no connection within \(time)")
        }
        let time = Self.words(limits.firstByte)
        return HTTPError(.firstByteTimeout, cause: "no answer within \(time)")
    }

    // MARK: -

    private mutating func enter(_ phase: Phase, at now: Instant) {
        let end = started + limits.total
        self.phase = phase
        switch phase {
        case .queued, .receiving: deadline = end
        case .connecting: deadline = min(end, now + limits.connect)
        case .waiting: deadline = min(end, now + limits.firstByte)
        }
    }

    private mutating func fail(_ kind: HTTPError.Kind, _ cause: String) -> Bool {
        failure = HTTPError(kind, cause: cause)
        return false
    }

    private mutating func failTooLarge() -> Bool {
        fail(.tooLarge, "the answer is larger than \(Self.size(limits.bodyBytes))")
    }

    /// What is announced is believed up to a megabyte.
    private mutating func reserve(atLeast count: Int) {
        let announced = max(0, min(announcedLength ?? 64 << 10, limits.bodyBytes, 1 << 20))
        body.reserveCapacity(max(count, announced))
    }

    private static func field(_ line: String) -> HTTPFields.Field? {
        guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let value = trimmed(line[line.utf8.index(after: colon)...])
        return HTTPFields.Field(String(line[..<colon]), value)
    }

    private static func trimmed(_ text: Substring) -> String {
        let isSpace = { (byte: UInt8) in
            byte == 0x20 || byte == 0x09 || byte == 0x0d || byte == 0x0a
        }
        guard let first = text.utf8.firstIndex(where: { !isSpace($0) }),
            let last = text.utf8.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(text[first...last])
    }

    private static func words(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        guard attoseconds != 0 else { return seconds == 1 ? "1 second" : "\(seconds) seconds" }
        return "\(seconds * 1_000 + attoseconds / 1_000_000_000_000_000) ms"
    }

    private static func size(_ bytes: Int) -> String {
        bytes >= 1 << 20
            ? "\(bytes >> 20) MB" : bytes >= 1 << 10 ? "\(bytes >> 10) KB" : "\(bytes) bytes"
    }
}
