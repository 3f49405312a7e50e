import CinemaCore

/// Turns an effect into a call of the catalogue, and its answer into an action.
enum CatalogRequest {
    /// The reply to an effect that asks the catalogue; a notice for any other.
    static func reply(to effect: Effect, from catalog: any Catalog, seed: UInt64 = 0) async
        -> Action
    {
        do throws(CatalogError) {
            return try await answer(to: effect, from: catalog, seed: seed)
        } catch {
            switch effect {
            case .search(_, _, let generation), .count(_, let generation),
                .films(_, _, let generation), .people(_, _, let generation),
                .genres(_, _, let generation):
                return .searchFailed(error, generation: generation)
            case .load(let target): return .loadFailed(error, target: target)
            default: return .notice(error.sentence)
            }
        }
    }

    private static func answer(
        to effect: Effect, from catalog: any Catalog, seed: UInt64
    ) async throws(CatalogError) -> Action {
        switch effect {
        case .summarize: .summary(try await catalog.summary())
        case .search(let query, let count, let generation):
            .found(try await catalog.search(query, count: count), generation: generation)
        case .count(let query, let generation):
            .counted(try await catalog.statistics(query), generation: generation)
        case .films(let query, let page, let generation):
            .filmPage(try await catalog.films(query, page: page), generation: generation)
        case .people(let query, let page, let generation):
            .peoplePage(try await catalog.people(query, page: page), generation: generation)
        case .genres(let query, let page, let generation):
            .genrePage(try await catalog.genres(query, page: page), generation: generation)
        case .load(.film(let id)): .loaded(.film(try await catalog.film(id)))
        case .load(.person(let id)): .loaded(.person(try await catalog.person(id)))
        case .load(.genre(let id)): .loaded(.genre(try await catalog.genre(id)))
        case .surprise(let query, let generation):
            .surprised(
                try await catalog.randomFilm(query, seed: seed), generation: generation)
        default: .notice("")
        }
    }
}
