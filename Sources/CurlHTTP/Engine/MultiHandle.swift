internal import CCurl

/// Owns a `CURLM *`: the transfers in flight and the connections that are
/// kept.
///
/// Lifetime: it goes away last, when no handle is in it
/// (curl_multi_cleanup(3)).
struct MultiHandle: ~Copyable {
    private let pointer: UnsafeMutableRawPointer

    init?(_ configuration: CurlConfiguration) {
        guard let pointer = ccurl_multi_open() else { return nil }
        self.pointer = pointer
        ccurl_multi_set_long(pointer, CURLMOPT_PIPELINING, Int(CURLPIPE_MULTIPLEX))
        ccurl_multi_set_long(
            pointer, CURLMOPT_MAX_HOST_CONNECTIONS, configuration.connectionsPerHost)
        // Else libcurl keeps 4 for each transfer in flight, so it closes
        // connections whenever there are few.
        ccurl_multi_set_long(
            pointer, CURLMOPT_MAXCONNECTS,
            max(configuration.keptConnections, configuration.connectionsPerHost))
    }

    deinit { ccurl_multi_close(pointer) }

    func add(_ easy: EasyHandle) -> Bool { ccurl_multi_add(pointer, easy.pointer) == CURLM_OK }

    func remove(_ easy: EasyHandle) { ccurl_multi_remove(pointer, easy.pointer) }

    /// Reads and writes what can be; calls the transfers back.
    func perform() { ccurl_multi_perform(pointer) }

    /// The number of a transfer that is done, and how it ended.
    func nextDone() -> (id: Int, code: CurlCode)? {
        var code = CURLE_OK
        guard let easy = ccurl_multi_done(pointer, &code) else { return nil }
        return (Int(bitPattern: ccurl_get_private(easy)), CurlCode(code))
    }

    /// Sleeps until libcurl has something to do, `counter` is raised or the
    /// time is over.
    func wait(_ counter: WakeUpCounter, milliseconds: Int32) {
        // libcurl takes no -1; this is 24 days.
        let bound = milliseconds < 0 ? Int32.max : milliseconds
        ccurl_multi_poll(pointer, counter.descriptor, bound)
    }
}
