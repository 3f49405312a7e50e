import CinemaCore

/// All that a query finds, by brute force.
struct BruteForceAnswer {
    private let catalog: BruteForceCatalog
    /// The places of films in the order of the query, of people and of genres.
    private(set) var films: [Int]
    private(set) var people: [Int]
    private(set) var genres: [Int]
    private(set) var facets: FilmFacets

    /// - Parameter rescue: What rows of another text stand behind those as
    ///   typed; which text that is, is the catalogue's choice.
    init(_ catalog: BruteForceCatalog, _ query: FilmQuery, rescue: Rescue? = nil) {
        self.catalog = catalog
        let typed = catalog.filmTiers(query.text).flatMap { $0 }
        var filtered = FilteredFilms(catalog, query.filters)
        films = catalog.sorted(filtered.add(typed), query.sort)
        people = catalog.people.found(by: query.text)
        genres = catalog.genres.found(by: query.text)
        if let rescue {
            var other = QuerySyntax.searchText(rescue.shown)
            // Under the other layout the whole text is read anew.
            if rescue.kind != .keyboardLayout { other.endsInPrefix = query.text.endsInPrefix }
            let added = catalog.filmTiers(other).flatMap { $0 }.without(typed)
            films += catalog.sorted(filtered.add(added), query.sort)
            people += catalog.people.found(by: other).without(people)
            genres += catalog.genres.found(by: other).without(genres)
        }
        facets = filtered.facets
    }

    var count: Int { films.count + people.count + genres.count }

    /// The ids of some rows.
    func films(_ page: PageRequest) -> [String] {
        films.dropFirst(page.offset).prefix(page.count).map { catalog.ids[$0] }
    }

    func people(_ page: PageRequest) -> [String] {
        people.dropFirst(page.offset).prefix(page.count).map { catalog.people.ids[$0] }
    }

    func genres(_ page: PageRequest) -> [String] {
        genres.dropFirst(page.offset).prefix(page.count).map { catalog.genres.ids[$0] }
    }
}

extension [Int] {
    fileprivate func without(_ others: [Int]) -> [Int] {
        let others = Set(others)
        return filter { !others.contains($0) }
    }
}
