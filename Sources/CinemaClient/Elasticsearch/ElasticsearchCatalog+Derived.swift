internal import CinemaCore

extension ElasticsearchCatalog {
    func derivedPeople(
        _ text: SearchText, page: PageRequest
    ) async throws(SearchFailure) -> Page<PersonSummary> {
        throw SearchFailure(
            CatalogError(.unsupported, source: name, cause: "there is no index of people"))
    }
}
