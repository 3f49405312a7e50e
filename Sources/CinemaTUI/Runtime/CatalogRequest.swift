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
            return failure(of: effect, error)
        }
    }

    /// The action that tells of a failed request.
    static func failure(of effect: Effect, _ error: CatalogError) -> Action {
        switch effect {
        case .search(_, _, _, let generation): .searchFailed(error, generation: generation)
        case .count(_, let generation): .countFailed(error, generation: generation)
        case .films(_, _, let generation): .pageFailed(error, .films, generation: generation)
        case .people(_, _, let generation): .pageFailed(error, .people, generation: generation)
        case .genres(_, _, let generation): .pageFailed(error, .genres, generation: generation)
        case .confirm(_, _, let generation): .confirmFailed(error, generation: generation)
        case .load(let target): .loadFailed(error, target: target)
        case .summarize: .summaryFailed(error)
        case .inspect(_, let generation): .inspectFailed(error, generation: generation)
        default: .notice(error.sentence)
        }
    }

    private static func answer(
        to effect: Effect, from catalog: any Catalog, seed: UInt64
    ) async throws(CatalogError) -> Action {
        switch effect {
        case .summarize: .summary(try await catalog.summary())
        case .search(let query, let count, .first, let generation):
            .found(try await catalog.search(query, count: count), generation: generation)
        case .search(let query, let count, .rescued, let generation):
            .found(try await catalog.rescuedSearch(query, count: count), generation: generation)
        case .search(let query, let count, .complete, let generation):
            .found(try await catalog.completeSearch(query, count: count), generation: generation)
        case .count(let query, let generation):
            .counted(try await catalog.statistics(query), generation: generation)
        case .films(let query, let page, let generation):
            .filmPage(try await catalog.films(query, page: page), generation: generation)
        case .people(let query, let page, let generation):
            .peoplePage(try await catalog.people(query, page: page), generation: generation)
        case .genres(let query, let page, let generation):
            .genrePage(try await catalog.genres(query, page: page), generation: generation)
        case .confirm(let query, let count, let generation):
            .confirmed(try await catalog.confirm(query, count: count), generation: generation)
        case .load(.film(let id)): .loaded(.film(try await catalog.film(id)))
        case .load(.person(let id)): .loaded(.person(try await catalog.person(id)))
        case .load(.genre(let id)): .loaded(.genre(try await catalog.genre(id)))
        case .surprise(let query, let generation):
            .surprised(
                try await catalog.randomFilm(query, seed: seed), generation: generation)
        case .inspect(let subject, let generation):
            .inspected(try await catalog.inspect(subject), generation: generation)
        default: .notice("")
        }
    }
}
