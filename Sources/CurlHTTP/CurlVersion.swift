internal import CCurl

/// The libcurl of this machine.
public enum CurlVersion {
    /// Its version, such as `7.88.1`, loading it if need be; nil where it is
    /// not there.
    public static var installed: String? {
        guard ccurl_load(), let version = ccurl_version() else { return nil }
        return String(cString: version)
    }
}
