internal import CurlHTTP

extension IndexRequest {
    /// Of an answer to several searches that is a success as a whole, what a
    /// search would have been told for which the server had no room or was not
    /// ready, asked alone; nil where none is worth a wait.
    ///
    /// One that is not ready is waited for only where it is the first search,
    /// what the reader looks at: an index that stays so must not hold up all
    /// others at each key. Costs a look through the bytes; answers with neither
    /// status are not read.
    func refusal(in response: HTTPResponse) -> HTTPResponse? {
        guard case .multiSearch = self, response.body.mentionsRefusal,
            let root = try? JSONDocument().parse(response.body)
        else { return nil }
        let statuses = root.elements(of: "responses").map { $0["status"]?.integer ?? 200 }
        guard statuses.contains(429) || statuses.first == 503 else { return nil }
        var refusal = response
        refusal.status = statuses.contains(429) ? 429 : 503
        refusal.body = []
        return refusal
    }
}

extension [UInt8] {
    private static let statuses = [Array(#""status":429"#.utf8), Array(#""status":503"#.utf8)]

    fileprivate var mentionsRefusal: Bool {
        let length = 12
        guard count >= length else { return false }
        return (0...count - length).contains { place in
            self[place] == UInt8(ascii: "\"")
                && Self.statuses.contains { self[place..<place + length].elementsEqual($0) }
        }
    }
}
