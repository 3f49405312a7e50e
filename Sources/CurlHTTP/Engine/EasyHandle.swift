internal import CCurl

/// Owns a `CURL *`, which carries one transfer at a time.
///
/// Lifetime: it is removed from the `MultiHandle` before it goes away
/// (curl_easy_cleanup(3)). A class, because libcurl knows it by its address
/// and the engine keeps it for the next transfer.
final class EasyHandle {
    let pointer: UnsafeMutableRawPointer
    /// Where libcurl leaves words on what went wrong.
    private let message = UnsafeMutableBufferPointer<CChar>.allocate(
        capacity: Int(CURL_ERROR_SIZE))
    private var fields: UnsafeMutablePointer<curl_slist>?

    init?() {
        guard let pointer = ccurl_easy_open() else {
            message.deallocate()
            return nil
        }
        self.pointer = pointer
        message.initialize(repeating: 0)
    }

    deinit {
        ccurl_easy_close(pointer)
        ccurl_list_free(fields)
        message.deallocate()
    }

    /// Forgets all options; connections and sessions are the multi handle's.
    func reset() {
        ccurl_easy_reset(pointer)
        ccurl_list_free(fields)
        fields = nil
        message[0] = 0
        ccurl_set_pointer(pointer, CURLOPT_ERRORBUFFER, message.baseAddress)
    }

    /// False where this libcurl does not know the option, or the value.
    @discardableResult
    func set(_ option: CURLoption, _ value: Int) -> Bool {
        ccurl_set_long(pointer, option, value) == CURLE_OK
    }

    @discardableResult
    func set(_ option: CURLoption, _ value: Bool) -> Bool { set(option, value ? 1 : 0) }

    /// The text is copied; nil is the default.
    @discardableResult
    func set(_ option: CURLoption, _ value: String?) -> Bool {
        ccurl_set_string(pointer, option, value) == CURLE_OK
    }

    /// The fields of the request, one line each. False where memory is short.
    func setFields(_ lines: [String]) -> Bool {
        var list: UnsafeMutablePointer<curl_slist>?
        for line in lines {
            list = ccurl_list_append(list, line)
            guard list != nil else { return false }
        }
        ccurl_set_list(pointer, CURLOPT_HTTPHEADER, list)
        ccurl_list_free(fields)
        fields = list
        return true
    }

    /// False where memory is short.
    func setBody(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { ccurl_set_body(pointer, $0.baseAddress, $0.count) } == CURLE_OK
    }

    func integer(_ info: CURLINFO) -> Int { ccurl_get_long(pointer, info) }

    func text(_ info: CURLINFO) -> String? {
        ccurl_get_string(pointer, info).map { String(cString: $0) }
    }

    func count(_ info: CURLINFO) -> Int { Int(ccurl_get_offset(pointer, info)) }

    /// A time since the beginning of the transfer.
    func duration(_ info: CURLINFO) -> Duration { .microseconds(ccurl_get_offset(pointer, info)) }

    /// What libcurl left in words; empty where it left nothing.
    var words: String {
        String(
            decoding: message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
