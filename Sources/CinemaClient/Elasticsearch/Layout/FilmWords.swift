internal import CinemaCore

/// What fields of a film are called in the world, the likeliest first; only
/// letters and digits, in lower case.
enum FilmWords {
    static let id = [
        "id", "uuid", "filmid", "filmuuid", "movieid", "movieuuid", "filmworkid", "guid",
    ]
    static let title = [
        "title", "filmtitle", "movietitle", "primarytitle", "name", "filmname", "moviename",
        "titleen", "titleru", "originaltitle", "titles",
    ]
    /// Those of them that nothing but a work has.
    static let ownTitle = Set(title).subtracting(["name"])
    static let otherTitles = [
        "originaltitle", "titleoriginal", "titleen", "titleru", "englishtitle", "russiantitle",
        "alternativetitles", "alternativetitle", "alttitles", "akas", "aka", "titles",
        "originalname", "nameen", "nameru", "nameoriginal", "alternativename",
    ]
    static let description = [
        "description", "plot", "overview", "synopsis", "summary", "storyline", "annotation",
        "filmdescription",
    ]
    static let rating = [
        "imdbrating", "rating", "ratingimdb", "averagerating", "voteaverage", "avgrating",
        "filmrating", "criticsrating", "ratingkp", "kprating", "score",
    ]
    static let reviews = [
        "reviews", "votes", "votecount", "votescount", "numvotes", "imdbvotes", "ratingcount",
        "reviewscount",
    ]
    static let year = ["year", "releaseyear", "startyear", "productionyear", "filmyear"]
    static let date = [
        "creationdate", "releasedate", "released", "premieredate", "premiere", "dateofrelease",
        "firstairdate", "date",
    ]
    static let runtime = [
        "runtime", "runtimeminutes", "duration", "durationminutes", "length", "lengthminutes",
    ]
    static let genres = [
        "genres", "genre", "genresnames", "genrenames", "genreslist", "genrelist", "genresname",
        "categories",
    ]
    static let persons = ["persons", "people", "person", "crew", "credits", "participants"]
    static let countries = [
        "countries", "country", "productioncountries", "countriesnames", "countrynames",
    ]
    static let languages = ["languages", "language", "spokenlanguages", "originallanguage"]
    static let type = ["type", "filmtype", "movietype", "titletype", "filmworktype", "kind"]

    static let people: [(role: Role, words: [String])] = [
        (
            .director,
            [
                "directors", "director", "directorsnames", "directornames", "directorsname",
                "directedby",
            ]
        ),
        (
            .writer,
            [
                "writers", "writer", "writersnames", "writernames", "writersname", "screenwriters",
                "writtenby",
            ]
        ),
        (
            .actor,
            ["actors", "cast", "actor", "actorsnames", "actornames", "actorsname", "starring"]
        ),
    ]

    /// Of a person or a genre within a film, or in an index of its own.
    static let name = [
        "name", "fullname", "personname", "genrename", "genre", "person", "title", "label",
        "lastname",
    ]
    static let personName = ["fullname", "name", "personname", "title", "lastname"]
    static let genreName = ["name", "genre", "genrename", "title", "label"]
    static let nameID = ["id", "uuid", "personid", "personuuid", "genreid", "genreuuid", "guid"]
    static let role = ["role", "roles", "job", "profession", "department"]
    /// What nothing but a person has.
    static let ownOfPerson: Set<String> = [
        "films", "filmids", "filmsids", "filmworks", "movies", "movieids", "filmography", "roles",
        "role", "birthdate", "birthday", "gender", "fullname", "asactor", "aswriter",
        "asdirector", "actor", "writer", "director",
    ]
    /// Keys of titles by language, the likeliest first.
    static let languageKeys = ["en", "original", "main", "default", "name", "value", "ru"]
    /// Keys of ratings by who rates.
    static let raters = ["imdb", "average", "value", "avg", "kp", "kinopoisk"]
}
