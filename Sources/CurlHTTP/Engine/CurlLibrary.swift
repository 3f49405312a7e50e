internal import CCurl

/// libcurl, loaded when first asked for.
enum CurlLibrary {
    /// Takes some 5 ms the first time.
    static func load() throws(HTTPError) {
        guard ccurl_load() else { throw missing }
    }

    static let missing = HTTPError(
        .libraryMissing, cause: "libcurl is not on this machine; install libcurl4")
}
