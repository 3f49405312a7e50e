/// The keys under which sources tell of a film: the film data, the API in its
/// dialects, the documents of its index, and exports.
enum FilmField: Int, CaseIterable {
    case id, uuid, filmUUID, filmID
    case title, name, filmTitle, originalTitle
    case year, released, creationDate, releaseDate
    case imdbRating, rating, criticsRating
    case reviews, votes
    case runtimeMinutes, runtime
    case type, filmType
    case description, plot
    case genres, genre, genresNames
    case countries, languages
    case directors, director, directorsNames, directorNames
    case writers, writer, writersNames
    case cast, actors, actor, actorsNames
    case persons, credits
    case awards, metacritic, tomatometer, boxOfficeUSD, boxOffice
    case imdbID, imdb

    var key: String {
        switch self {
        case .filmUUID: "film_uuid"
        case .filmID: "film_id"
        case .filmTitle: "film_title"
        case .originalTitle: "original_title"
        case .creationDate: "creation_date"
        case .releaseDate: "release_date"
        case .imdbRating: "imdb_rating"
        case .criticsRating: "critics_rating"
        case .runtimeMinutes: "runtime_minutes"
        case .filmType: "film_type"
        case .genresNames: "genres_names"
        case .directorsNames: "directors_names"
        case .directorNames: "director_names"
        case .writersNames: "writers_names"
        case .actorsNames: "actors_names"
        case .boxOfficeUSD: "box_office_usd"
        case .boxOffice: "box_office"
        case .imdbID: "imdb_id"
        // The other keys are words that Swift spells alike.
        default: String(describing: self)
        }
    }

    static let byKey: [String: FilmField] = Dictionary(
        uniqueKeysWithValues: allCases.map { ($0.key, $0) } + further)

    /// Other keys of the same.
    private static let further: [(String, FilmField)] = [
        ("movie_id", .filmID), ("film_work_id", .filmID), ("movie_title", .filmTitle),
        ("primary_title", .filmTitle), ("film_name", .filmTitle), ("movie_name", .filmTitle),
        ("titles", .originalTitle), ("title_ru", .originalTitle), ("title_en", .originalTitle),
        ("release_year", .year), ("start_year", .year), ("overview", .plot),
        ("vote_average", .rating), ("average_rating", .rating), ("vote_count", .votes),
        ("votes_count", .votes), ("num_votes", .votes), ("duration", .runtime),
        ("genre_names", .genresNames), ("country", .countries), ("language", .languages),
        ("actor_names", .actorsNames), ("writer_names", .writersNames), ("people", .persons),
        ("crew", .persons), ("participants", .persons),
    ]
}
