internal import CinemaCore

/// Another text for a query that found next to nothing.
struct RescuedText: Hashable, Sendable {
    var kind: Rescue.Kind
    /// As one would type it.
    var shown: String
    var text: SearchText
}

extension ElasticsearchCatalog {
    func rescue(
        _ query: FilmQuery, _ knowledge: IndexKnowledge
    ) async throws(SearchFailure) -> RescuedText? { nil }

    func rescue(
        _ query: FilmQuery, _ found: FoundRows, _ knowledge: IndexKnowledge
    ) async throws(SearchFailure) -> RescuedText? { nil }
}
