import Glibc

/// The environment of the process, and the directories that it names
/// (XDG Base Directory Specification 0.8).
struct Environment: Sendable {
    let variables: [String: String]

    static var current: Environment {
        var variables: [String: String] = [:]
        var entry = environ
        while let text = entry.pointee {
            let variable = String(cString: text)
            if let equals = variable.firstIndex(of: "=") {
                variables[String(variable[..<equals])] = String(
                    variable[variable.index(after: equals)...])
            }
            entry += 1
        }
        return Environment(variables: variables)
    }

    /// Where catalogues are kept.
    var dataDirectory: String? { directory("XDG_DATA_HOME", inHome: ".local/share") }

    /// Where history is kept.
    var stateDirectory: String? { directory("XDG_STATE_HOME", inHome: ".local/state") }

    /// Where answers and copies of remote sources are kept.
    var cacheDirectory: String? { directory("XDG_CACHE_HOME", inHome: ".cache") }

    /// Where the configuration is read.
    var configurationPath: String? {
        directory("XDG_CONFIG_HOME", inHome: ".config").map { $0 + "/config.toml" }
    }

    var home: String? {
        variables["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    }

    /// A directory of our own in the one that a variable names. A relative
    /// path is ignored, as the specification asks; nil without a home.
    private func directory(_ variable: String, inHome path: String) -> String? {
        if let named = variables[variable], named.hasPrefix("/") { return named + "/cinema" }
        guard let home = variables["HOME"], home.hasPrefix("/") else { return nil }
        return "\(home)/\(path)/cinema"
    }
}
