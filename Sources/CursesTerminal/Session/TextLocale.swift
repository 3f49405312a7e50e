/// Which characters the terminal shows, decided from the environment.
enum TextLocale: Hashable {
    /// UTF-8, under the locale C.UTF-8.
    case unicode
    /// Another character set, whose locale exists on this machine.
    case charset(locale: String)
    /// Nothing but ASCII.
    case ascii

    /// Decides by name first: a locale that says UTF-8 means it even where it
    /// was never generated, which is how most containers are.
    ///
    /// `charset` gives the character set of a locale (nl_langinfo(3)), or nil
    /// where the locale does not exist.
    init(named name: String?, charset: (String) -> String?) {
        guard let name, name != "C", name != "POSIX" else {
            self = .ascii
            return
        }
        if let written = Self.writtenCharset(of: name), Self.isUnicode(written) {
            self = .unicode
            return
        }
        guard let actual = charset(name), !Self.isASCII(actual) else {
            self = .ascii
            return
        }
        self = Self.isUnicode(actual) ? .unicode : .charset(locale: name)
    }

    /// `KOI8-R` of `ru_RU.KOI8-R@variant`.
    private static func writtenCharset(of name: String) -> Substring? {
        guard let dot = name.firstIndex(of: ".") else { return nil }
        return name[name.index(after: dot)...].prefix { $0 != "@" }
    }

    private static func isUnicode(_ charset: some StringProtocol) -> Bool {
        charset.lowercased().filter { $0 != "-" && $0 != "_" } == "utf8"
    }

    private static func isASCII(_ charset: String) -> Bool {
        charset == "ANSI_X3.4-1968" || charset.lowercased() == "us-ascii"
    }
}
