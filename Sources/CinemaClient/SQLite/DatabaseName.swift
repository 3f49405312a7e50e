import CSQLite

/// How a database file is named to `sqlite3_open_v2`.
struct DatabaseName: Equatable {
    let text: String
    let flags: Int32

    init(path: String, access: Connection.Access) {
        switch access {
        case .readOnly:
            text = path
            flags = SQLITE_OPEN_READONLY
        case .readWrite:
            text = path
            flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        case .immutable:
            // Only a URI can say it, and there `?`, `#` and `%` mean something.
            text = "file:" + Self.escaped(path) + "?immutable=1"
            flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
        }
    }

    private static func escaped(_ path: String) -> String {
        // With two slashes in front, a third begins the path; without them,
        // two slashes in a path would begin an authority.
        var escaped = path.hasPrefix("/") ? "//" : ""
        for scalar in path.unicodeScalars {
            switch scalar {
            case "%": escaped += "%25"
            case "?": escaped += "%3F"
            case "#": escaped += "%23"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
