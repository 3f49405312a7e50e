internal import CinemaCore

extension APICatalog {
    private enum Part: Sendable {
        case films(Page<FilmSummary>, ResultOrigin)
        case people(Page<PersonSummary>)
        case genres(Page<GenreSummary>)
        case failed(any WritableKeyPath<SearchResults, CatalogError?> & Sendable, CatalogError)
    }

    /// Films, people and genres are asked for at once, and fail apart.
    func search(_ query: FilmQuery, count: Int) async throws(CatalogError) -> SearchResults {
        // The dialect first, so that it is not derived three times.
        _ = try await currentDialect()
        let page = PageRequest(count: count)
        let parts = await withTaskGroup(of: Part.self, returning: [Part].self) { group in
            group.addTask(executorPreference: thread) { await self.filmsPart(query, page) }
            group.addTask(executorPreference: thread) { await self.peoplePart(query, page) }
            group.addTask(executorPreference: thread) { await self.genresPart(query, page) }
            var parts: [Part] = []
            for await part in group { parts.append(part) }
            return parts
        }
        var results = SearchResults()
        for part in parts {
            switch part {
            case .films(let films, let origin):
                results.films = films
                results.origin = origin
            case .people(let people): results.people = people
            case .genres(let genres): results.genres = genres
            case .failed(let place, let error): results[keyPath: place] = error
            }
        }
        let failures = [results.filmsFailure, results.peopleFailure, results.genresFailure]
            .compactMap { $0 }
        if let error = failures.first(where: { $0.kind == .cancelled }) { throw error }
        if failures.count == 3, var error = results.filmsFailure {
            // What fails at everything is as good as away: what was kept serves.
            if failures.allSatisfy({ $0.kind == .invalidAnswer || $0.meansAway }) {
                error.kind = error.kind == .busy ? .busy : .unavailable
            }
            throw error
        }
        return results
    }

    private func filmsPart(_ query: FilmQuery, _ page: PageRequest) async -> Part {
        do throws(CatalogError) {
            let found = try await answer { dialect throws(APIFailure) in
                try await filmsPage(query, page, dialect)
            }
            return .films(found.page, found.origin)
        } catch {
            return .failed(\.filmsFailure, error)
        }
    }

    private func peoplePart(_ query: FilmQuery, _ page: PageRequest) async -> Part {
        do throws(CatalogError) {
            return .people(try await people(query, page: page))
        } catch {
            return .failed(\.peopleFailure, error)
        }
    }

    private func genresPart(_ query: FilmQuery, _ page: PageRequest) async -> Part {
        do throws(CatalogError) {
            return .genres(try await genres(query, page: page))
        } catch {
            return .failed(\.genresFailure, error)
        }
    }
}
