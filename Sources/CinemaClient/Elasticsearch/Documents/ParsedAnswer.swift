internal import CinemaCore

/// An answer with its JSON read.
struct ParsedAnswer {
    let root: JSONValue
    let answer: IndexAnswer

    init(_ answer: IndexAnswer, source: String) throws(SearchFailure) {
        self.answer = answer
        do throws(JSONError) {
            root = try JSONDocument().parse(answer.body)
        } catch {
            throw SearchFailure(
                CatalogError(
                    .invalidAnswer, source: source,
                    cause: "the answer is not JSON (\(error.message))"))
        }
    }
}
