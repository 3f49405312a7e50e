internal import CinemaCore
internal import CurlHTTP

/// What tells kept answers apart: what was asked, and by whom.
struct ResponseKey: Hashable, Sendable {
    /// What tells askers apart, in clear; the database keeps only a salted
    /// hash of it.
    var asker: String
    /// Method, address and what was accepted.
    var question: String

    private static let longest = 4_096

    /// Nil for a request whose answer is not kept: one that is not a plain
    /// `GET`, is very long, or has a name and password in its address.
    init?(_ request: HTTPRequest, asker: String) {
        guard request.method == .get, request.body == nil,
            request.url.utf8.count <= Self.longest, !Self.hasUserInformation(request.url)
        else { return nil }
        var parts = [asker]
        for field in request.credentials.fields { parts.append("\(field.name): \(field.value)") }
        self.asker = parts.joined(separator: "\n")
        question = "GET \(request.url)"
        for name in ["accept", "accept-language"] {
            if let value = request.fields[name] { question += " \(value)" }
        }
    }

    private static func hasUserInformation(_ url: String) -> Bool {
        guard let scheme = url.firstRange(of: "://") else { return false }
        return url[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" }.contains("@")
    }
}
