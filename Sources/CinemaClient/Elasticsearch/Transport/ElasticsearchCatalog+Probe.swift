internal import CinemaCore

extension ElasticsearchCatalog {
    /// Asks for the server's banner.
    func probe() async throws(CatalogError) {
        do throws(SearchFailure) {
            _ = try await transport.send(.banner)
        } catch {
            throw error.error
        }
    }
}
