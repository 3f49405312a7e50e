import CinemaCore

/// Puts the films of a text through the filters of a query, and counts them.
///
/// Genres are counted of films that meet all filters, decades of those that
/// meet all but filters of years, ratings all but filters of ratings.
struct FilteredFilms {
    private let genres: NameColumn
    private let genresOfFilm: [[Int]]
    private let years: [Int?]
    private let tenths: [Int?]
    private var yearConditions: [BruteForceCatalog.Condition] = []
    private var ratingConditions: [BruteForceCatalog.Condition] = []
    private var otherConditions: [BruteForceCatalog.Condition] = []

    private var genreCounts: [Int]
    private var decadeCounts = Array(repeating: 0, count: 1_000)
    private var ratingCounts = Array(repeating: 0, count: 11)

    init(_ catalog: BruteForceCatalog, _ filters: [Filter]) {
        genres = catalog.genres
        genresOfFilm = genres.ofFilm
        years = catalog.years
        tenths = catalog.tenths
        genreCounts = Array(repeating: 0, count: genres.names.count)
        for filter in filters {
            switch filter.condition {
            case .year: yearConditions.append(catalog.condition(filter))
            case .rating: ratingConditions.append(catalog.condition(filter))
            default: otherConditions.append(catalog.condition(filter))
            }
        }
    }

    /// Counts the films of a text, and gives those that meet all filters.
    mutating func add(_ films: [Int]) -> [Int] {
        var found: [Int] = []
        for film in films {
            guard Self.meets(otherConditions, film) else { continue }
            let isInYears = Self.meets(yearConditions, film)
            let isInRatings = Self.meets(ratingConditions, film)
            if isInYears && isInRatings {
                found.append(film)
                for genre in genresOfFilm[film] { genreCounts[genre] += 1 }
            }
            if isInRatings, let year = years[film] { decadeCounts[year / 10] += 1 }
            if isInYears, let tenths = tenths[film] { ratingCounts[tenths / 10] += 1 }
        }
        return found
    }

    private static func meets(_ conditions: [BruteForceCatalog.Condition], _ film: Int) -> Bool {
        conditions.isEmpty || conditions.allSatisfy { $0(film) }
    }

    var facets: FilmFacets {
        let present = genreCounts.indices.filter { genreCounts[$0] > 0 }.sorted { left, right in
            genreCounts[left] != genreCounts[right]
                ? genreCounts[left] > genreCounts[right]
                : genres.names[left].isBefore(genres.names[right])
        }
        return FilmFacets(
            genres: present.map { place in
                FilmFacets.GenreCount(
                    genre: GenreReference(
                        id: Identifier(genres.ids[place]), name: genres.names[place]),
                    films: genreCounts[place])
            },
            decades: decadeCounts.indices.filter { decadeCounts[$0] > 0 }.map {
                FilmFacets.DecadeCount(decade: $0 * 10, films: decadeCounts[$0])
            },
            ratings: ratingCounts)
    }
}
