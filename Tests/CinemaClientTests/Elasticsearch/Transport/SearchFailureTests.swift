import CinemaCore
import CurlHTTP
import Testing

@testable import CinemaClient

@Suite("What an index says when it fails")
struct SearchFailureTests {
    private func failure(
        _ status: Int, _ body: String, fields: HTTPFields = HTTPFields(), isKnown: Bool = false
    ) -> SearchFailure {
        SearchFailure(
            HTTPResponse(status: status, fields: fields, body: Array(body.utf8)), index: "films",
            isKnown: isKnown, source: "index")
    }

    @Test(
        "is told in one sentence, with what to do",
        arguments: [
            (
                404,
                #"{"error":{"root_cause":[{"type":"index_not_found_exception","reason":"no such index [movies]","index":"movies"}],"type":"index_not_found_exception","reason":"no such index [movies]","index":"movies"},"status":404}"#,
                .unavailable, "index_not_found_exception", "there is no index movies; check"
            ),
            (
                400,
                #"{"error":{"type":"parsing_exception","reason":"unknown query [nope]"},"status":400}"#,
                .invalidAnswer, "parsing_exception",
                "it refuses the question (400, \"unknown query [nope]\")"
            ),
            (
                400, #"{"error":"no handler found for uri [/films/_pit] and method [POST]"}"#,
                .unsupported, nil, "this server does not offer that"
            ),
            (
                400,
                #"{"error":{"type":"index_closed_exception","reason":"closed","index":"old"}}"#,
                .unavailable, "index_closed_exception", "the index old is closed; open it"
            ),
            (
                404,
                #"{"error":{"root_cause":[{"type":"search_context_missing_exception","reason":"No search context found for id [7]"}],"type":"search_phase_execution_exception","reason":"all shards failed"},"status":404}"#,
                .invalidAnswer, "search_context_missing_exception", "has forgotten the place"
            ),
            (
                400,
                #"{"error":{"root_cause":[{"type":"query_shard_exception","reason":"failed"}],"type":"search_phase_execution_exception","reason":"all shards failed","failed_shards":[{"reason":{"type":"query_shard_exception","reason":"failed","caused_by":{"type":"illegal_argument_exception","reason":"Text fields are not optimised"}}}]}}"#,
                .invalidAnswer, "query_shard_exception", "Text fields are not optimised"
            ),
            (
                401, #"{"error":{"type":"security_exception","reason":"missing authentication"}}"#,
                .unauthorized, "security_exception", "set api_key_env, token_env, or user"
            ),
            (
                403, #"{"error":{"type":"security_exception","reason":"action is unauthorized"}}"#,
                .unauthorized, "security_exception", "it wants to know who asks (403"
            ),
            (
                429,
                #"{"error":{"type":"es_rejected_execution_exception","reason":"rejected execution"}}"#,
                .busy, "es_rejected_execution_exception", "wait a little and ask again"
            ),
            (
                500, #"{"error":{"type":"null_pointer_exception","reason":"x"},"status":500}"#,
                .invalidAnswer, "null_pointer_exception", "the server failed at this question"
            ),
            (
                503, #"{"error":{"type":"cluster_block_exception","reason":"no master"}}"#,
                .unavailable, "cluster_block_exception", "the cluster of films is not ready"
            ),
            (
                503,
                #"{"error":{"root_cause":[{"type":"no_shard_available_action_exception","reason":"[node-1][127.0.0.1:10400][indices:data/read/search[phase/query]]"}],"type":"search_phase_execution_exception","reason":"all shards failed","phase":"query","failed_shards":[{"shard":0,"index":"movies","node":"n","reason":{"type":"no_shard_available_action_exception","reason":"[node-1][127.0.0.1:10400][indices:data/read/search[phase/query]]"}}]},"status":503}"#,
                .unavailable, "no_shard_available_action_exception",
                "is not ready (503, \"no shard available\")"
            ),
            (
                502, "<html>Bad Gateway</html>", .unavailable, nil,
                "something in front of the server fails (502); check the address"
            ),
            (
                400, "<html>The plain HTTP request was sent to HTTPS port</html>", .unavailable,
                nil,
                "whether it should begin with https://"
            ),
            (404, "<html>not here</html>", .invalidAnswer, nil, "is no search server (404)"),
            (404, #"{"_index":"films","_id":"x","found":false}"#, .notFound, nil, "no such thing"),
            (302, "", .unavailable, nil, "it sends the question elsewhere (302)"),
            (413, "", .invalidAnswer, nil, "the question is too large"),
        ] as [(Int, String, CatalogError.Kind, String?, String)])
    func wording(
        status: Int, body: String, kind: CatalogError.Kind, type: String?, words: String
    ) {
        let told = failure(status, body)
        #expect(told.error.kind == kind && told.status == status && told.type == type)
        #expect(told.error.sentence.hasPrefix("index: "))
        #expect(told.error.cause.contains(words), "\(told.error.cause)")
        #expect(!told.error.cause.contains("\n") && !told.error.cause.hasSuffix("."))
    }

    @Test("tells somebody who is known what is missing")
    func known() {
        let told = failure(403, #"{"error":{"type":"security_exception"}}"#, isKnown: true)
        #expect(told.error.cause.contains("privileges read and view_index_metadata on films"))
        let wrong = failure(401, "Unauthorized", isKnown: true)
        #expect(wrong.error.cause.contains("mend the api_key, token or password"))
    }

    @Test("over TLS may be for want of a certificate")
    func certificate() {
        let told = SearchFailure(
            HTTPResponse(status: 400, url: "https://h/", body: Array("<html>".utf8)), index: nil,
            isKnown: false, source: "index")
        #expect(told.error.cause.contains("whether it wants a client_certificate"))
    }

    @Test("says how long it wants to be left alone")
    func waiting() {
        let told = failure(503, "{}", fields: HTTPFields([.init("Retry-After", "7")]))
        #expect(told.error.kind == .busy && told.error.cause.contains("wait 7 seconds"))
    }

    @Test(
        "says why there is no answer, and what may mend it",
        arguments: [
            (.connect, "connection refused", "http://h:1", "check the address http://h:1, and"),
            (
                .noAnswer, "the connection ended", "http://h:1",
                "if it speaks TLS, write es+https://"
            ),
            (.tls, "wrong version number", "https://h:1", "if it speaks no TLS, write es+http://"),
            (.tls, "unable to get local issuer certificate", "https://h:1", "as ca_file"),
            (.tls, "tlsv13 alert certificate required", "https://h:1", "client_certificate"),
            (.tooLarge, "32 MB", "http://h:1", "set max_answer higher"),
            (.offline, "requests are switched off", "http://h:1", "requests are switched off"),
        ] as [(HTTPError.Kind, String, String, String)])
    func silence(kind: HTTPError.Kind, cause: String, address: String, words: String) {
        let told = SearchFailure(
            HTTPError(kind, cause: cause), address: address, source: "index")
        #expect(told.error.cause.contains(words), "\(told.error.cause)")
        #expect(told.status == nil)
    }

    @Test("of any bytes is told, never a trap")
    func anyBytes() {
        for body in ["", "{", "[]", "null", #"{"error":[1]}"#, #"{"error":{"root_cause":[]}}"#] {
            for status in [199, 204, 300, 400, 404, 418, 500, 503, 599, 999] {
                #expect(!failure(status, body).error.cause.isEmpty)
            }
        }
    }
}
