internal import CinemaCore

/// Words for the statuses of a search server: what, where, what to do.
struct SearchWording {
    var status: Int
    var problem: SearchProblem
    /// The status, and what the server says of it.
    var told: String
    var index: String?
    /// Seconds that it asks to wait.
    var wait: Int?
    /// Whether the request said who asks.
    var isKnown: Bool
    /// Whether the question went over TLS.
    var isSecure: Bool

    var kindAndCause: (CatalogError.Kind, String) {
        switch status {
        case 401, 403, 511: (.unauthorized, unauthorized)
        case 404, 410: missing
        case 408, 504: (.unavailable, "the server was not done in time (\(told)); ask again")
        case 429: (.busy, "it is busy (\(told)); wait \(waiting) and ask again")
        case 413: (.invalidAnswer, "the question is too large for it (\(told)); ask something else")
        case 300..<400:
            (
                .unavailable,
                "it sends the question elsewhere (\(told)); write the address of the server itself"
            )
        case 400..<500: refused
        case 500 where problem.isOfServer, 501 where problem.isOfServer:
            (
                .invalidAnswer,
                "the server failed at this question (\(told)); ask something else"
            )
        case 503 where wait != nil:
            (.busy, "it is busy (\(told)); wait \(waiting) and ask again")
        case 500... where problem.isOfServer:
            (
                .unavailable,
                "the cluster\(about) is not ready (\(told)); look at its health, and ask again"
            )
        case 500...:
            (
                .unavailable,
                "something in front of the server fails (\(told)); check the address, or try"
                    + " again later"
            )
        default: (.invalidAnswer, "the answer makes no sense (\(told)); check the address")
        }
    }

    private var waiting: String { wait.map { "\($0) seconds" } ?? "a little" }
    private var about: String { index.map { " of \($0)" } ?? "" }

    private var unauthorized: String {
        guard status == 403, isKnown else {
            let advice =
                isKnown
                ? "mend the api_key, token or password that is set for this source"
                : "set api_key_env, token_env, or user and password_env for this source"
            return "it wants to know who asks (\(told)); \(advice) in config.toml"
        }
        return "it does not allow this (\(told)); ask for the privileges read and"
            + " view_index_metadata on \(index ?? "the indices")"
    }

    private var missing: (CatalogError.Kind, String) {
        switch problem.type {
        case "index_not_found_exception", "resource_not_found_exception",
            "aliases_not_found_exception":
            let name = index.map { "no index \($0)" } ?? "no such index"
            return (
                .unavailable,
                "there is \(name); check index_films, index_people and index_genres in config.toml"
            )
        case "search_context_missing_exception":
            return (
                .invalidAnswer, "the server has forgotten the place in the list (404); ask again"
            )
        case _ where !problem.isOfServer:
            return (
                .invalidAnswer,
                "what answers there is no search server (\(told)); check the address"
            )
        default: return (.notFound, "it has no such thing (\(told))")
        }
    }

    private var refused: (CatalogError.Kind, String) {
        if problem.type == "index_closed_exception" {
            return (.unavailable, "the index\(index.map { " \($0)" } ?? "") is closed; open it")
        }
        let isNotOffered =
            status == 405 || problem.reason?.contains(text: "no handler found") ?? false
        if isNotOffered {
            return (.unsupported, "this server does not offer that (\(told))")
        }
        guard problem.isOfServer else {
            return (
                .unavailable,
                "something in front of the server refuses the question (\(told)); check the address,"
                    + (isSecure
                        ? " and whether it wants a client_certificate"
                        : " and whether it should begin with https://")
            )
        }
        return (.invalidAnswer, "it refuses the question (\(told)); ask something else")
    }
}
