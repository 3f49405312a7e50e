public import CinemaCore

/// A catalogue of a few films in memory, matched plainly: every word of the
/// text begins a word of the title or of a person's name. For tests of the
/// screen, which care for what is asked and shown, not for how it is found.
public struct StubCatalog: Catalog {
    public var films: [Film]
    public let capabilities = CatalogCapabilities.all

    public init(films: [Film] = FilmFixtures.films) { self.films = films }

    private func words(_ text: String) -> [String] { TextFolding.words(in: text).map(\.joined) }

    private func matches(_ text: String, _ query: SearchText) -> Bool {
        let words = words(text)
        return query.terms.flatMap(\.words).allSatisfy { term in
            words.contains { $0.hasPrefix(term.joined) }
        }
    }

    private func found(_ query: FilmQuery) -> [Film] {
        films.filter { film in
            let names = film.credits.map(\.person.name).joined(separator: " ")
            guard matches(film.title + " " + names, query.text) else { return false }
            return query.filters.allSatisfy { filter in
                switch filter.condition {
                case .genre(let names):
                    return film.summary.genres.contains { names.contains($0.name) }
                case .year(let span): return film.summary.year.map(span.contains) ?? false
                case .rating(let span):
                    return (film.summary.rating?.tenths).map(span.contains) ?? false
                default: return true
                }
            }
        }
    }

    private var people: [PersonSummary] {
        var order: [PersonReference] = []
        var films: [PersonReference: [(Film, [Role])]] = [:]
        for film in self.films {
            for credit in film.credits {
                if films[credit.person] == nil { order.append(credit.person) }
                films[credit.person, default: []].append((film, credit.roles))
            }
        }
        return order.map { person in
            let entries = films[person] ?? []
            return PersonSummary(
                id: person.id, name: person.name, films: entries.count,
                roles: Role.billing.filter { role in entries.contains { $0.1.contains(role) } },
                knownFor: entries.first?.0.title)
        }
    }

    private var genres: [GenreSummary] {
        var counts: [GenreReference: Int] = [:]
        for film in films { for genre in film.summary.genres { counts[genre, default: 0] += 1 } }
        return counts.map { GenreSummary(id: $0.key.id, name: $0.key.name, films: $0.value) }
            .sorted { ($1.films, $0.name) < ($0.films, $1.name) }
    }

    private func page<Element>(_ all: [Element], _ page: PageRequest) -> Page<Element> {
        Page(
            items: Array(all.dropFirst(page.offset).prefix(page.count)), offset: page.offset,
            total: .exact(all.count))
    }

    public func summary() async throws(CatalogError) -> CatalogSummary {
        CatalogSummary(
            name: "stub", films: films.count, people: people.count, genres: genres.count)
    }

    public func search(_ query: FilmQuery, count: Int) async throws(CatalogError) -> SearchResults {
        let first = PageRequest(count: count)
        return SearchResults(
            films: try await films(query, page: first),
            people: try await people(query, page: first),
            genres: try await genres(query, page: first))
    }

    public func films(_ query: FilmQuery, page: PageRequest) async throws(CatalogError)
        -> Page<FilmSummary>
    {
        var found = found(query).map(\.summary)
        if query.sort.field == .year {
            found.sort { ($0.year ?? 0) < ($1.year ?? 0) }
            if query.sort.isDescending { found.reverse() }
        }
        return self.page(found, page)
    }

    public func people(_ query: FilmQuery, page: PageRequest) async throws(CatalogError)
        -> Page<PersonSummary>
    {
        self.page(people.filter { matches($0.name, query.text) }, page)
    }

    public func genres(_ query: FilmQuery, page: PageRequest) async throws(CatalogError)
        -> Page<GenreSummary>
    {
        self.page(genres.filter { matches($0.name, query.text) }, page)
    }

    public func statistics(_ query: FilmQuery) async throws(CatalogError) -> SearchStatistics {
        let films = found(query)
        return SearchStatistics(
            films: .exact(films.count),
            people: .exact(people.count { matches($0.name, query.text) }),
            genres: .exact(genres.count { matches($0.name, query.text) }), facets: facets(films))
    }

    private func facets(_ films: [Film]) -> FilmFacets {
        var genres: [GenreReference: Int] = [:]
        var decades: [Int: Int] = [:]
        var ratings = Array(repeating: 0, count: 11)
        for film in films {
            for genre in film.summary.genres { genres[genre, default: 0] += 1 }
            if let year = film.summary.year { decades[year / 10 * 10, default: 0] += 1 }
            if let rating = film.summary.rating { ratings[rating.tenths / 10] += 1 }
        }
        return FilmFacets(
            genres: genres.map { FilmFacets.GenreCount(genre: $0.key, films: $0.value) }
                .sorted { ($1.films, $0.genre.name) < ($0.films, $1.genre.name) },
            decades: decades.map { FilmFacets.DecadeCount(decade: $0.key, films: $0.value) }
                .sorted { $0.decade < $1.decade },
            ratings: ratings)
    }

    private func notFound(_ what: String) -> CatalogError {
        CatalogError(.notFound, source: "stub", cause: "there is no such \(what)")
    }

    public func film(_ id: Identifier<Film>) async throws(CatalogError) -> Film {
        guard let film = films.first(where: { $0.id == id }) else { throw notFound("film") }
        return film
    }

    public func person(_ id: Identifier<Person>) async throws(CatalogError) -> Person {
        guard let summary = people.first(where: { $0.id == id }) else { throw notFound("person") }
        let entries = films.compactMap { film in
            film.credits.first { $0.person.id == id }.map {
                FilmographyEntry(film: film.summary, roles: $0.roles)
            }
        }
        return Person(
            summary: summary,
            filmography: entries.sorted { ($0.film.year ?? 0) > ($1.film.year ?? 0) })
    }

    public func genre(_ id: Identifier<Genre>) async throws(CatalogError) -> Genre {
        guard let summary = genres.first(where: { $0.id == id }) else { throw notFound("genre") }
        let films = films.filter { $0.summary.genres.contains { $0.id == id } }
        return Genre(summary: summary, facets: facets(films), best: films.map(\.summary))
    }

    public func bestFilms(count: Int) async throws(CatalogError) -> [FilmSummary] {
        Array(films.map(\.summary).prefix(count))
    }

    public func randomFilm(_ query: FilmQuery, seed: UInt64) async throws(CatalogError)
        -> FilmSummary?
    {
        let found = found(query)
        return found.isEmpty ? nil : found[Int(seed % UInt64(found.count))].summary
    }
}
