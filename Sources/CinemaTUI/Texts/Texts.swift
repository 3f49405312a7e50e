public import CinemaCore

/// Every text of the interface, in one table.
public struct Texts: Equatable, Sendable {
    public enum Language: Hashable, Sendable {
        case english
    }

    public let language: Language

    private init(language: Language) { self.language = language }

    public static let english = Texts(language: .english)

    // MARK: Header and tabs

    let program = "cinema"
    let promptPlaceholder = "Type a film, a person or a genre"

    /// What the catalogue is called, perhaps where it is in its source, and how
    /// much it has.
    func catalogue(
        _ summary: CatalogSummary, isShort: Bool, isEmptyTold: Bool
    ) -> [String] {
        var parts = [summary.name]
        if let place = summary.place, !isShort { parts.append(place) }
        if isEmptyTold || summary.films > 0 { parts.append(films(of: summary)) }
        return parts
    }

    func preparing(_ share: Double) -> String {
        "Preparing the catalogue, once: \(Int(share * 100)) %"
    }

    func tab(_ tab: Tab) -> String {
        switch tab {
        case .films: "Films"
        case .people: "People"
        case .genres: "Genres"
        }
    }

    func count(_ count: Count) -> String {
        switch count {
        case .exact(let value): Numbers.grouped(value)
        case .atLeast(let value): Numbers.grouped(value) + "+"
        case .about(let value): "about " + Numbers.grouped(value)
        }
    }

    func position(_ item: Int, of count: Count) -> String {
        "\(Numbers.grouped(item)) of \(self.count(count))"
    }

    func films(of summary: CatalogSummary) -> String {
        summary.hasMoreFilms
            ? "\(Numbers.grouped(summary.films))+ films" : films(summary.films)
    }

    func films(_ count: Int) -> String {
        count == 1 ? "1 film" : "\(Numbers.grouped(count)) films"
    }

    // MARK: Order

    func sortedBy(_ sort: FilmSort) -> String {
        "sort: " + name(sort.field)
            + (sort.field == .relevance && !sort.isDescending
                ? "" : " " + (sort.isDescending ? "▼" : "▲"))
    }

    func name(_ field: FilmSort.Field) -> String {
        switch field {
        case .relevance: "relevance"
        case .rating: "rating"
        case .year: "year"
        case .title: "title"
        case .reviews: "reviews"
        case .runtime: "running time"
        }
    }

    // MARK: Chips

    func chip(_ filter: Filter) -> String {
        let text: String =
            switch filter.condition {
            case .genre(let names), .country(let names), .language(let names), .type(let names):
                names.joined(separator: " or ")
            case .person(let names, let role):
                (role.map { name($0) + " " } ?? "") + names.joined(separator: " or ")
            case .year(let span): span.text { String($0) }
            case .rating(let span): "★ " + span.text { Texts.tenths($0) }
            case .runtime(let span): span.text { String($0) } + " min"
            }
        return filter.isExcluding ? "not " + text : text
    }

    static func tenths(_ value: Int) -> String {
        value % 10 == 0 ? String(value / 10) : "\(value / 10).\(value % 10)"
    }

    func name(_ role: Role) -> String {
        switch role {
        case .director: "director"
        case .writer: "writer"
        case .actor: "actor"
        default: role.name
        }
    }

    // MARK: The list

    let recentlyViewed = "Recently viewed"
    let bestFilms = "Best films"

    public func rescued(_ rescue: Rescue) -> String {
        let kind =
            switch rescue.kind {
            case .keyboardLayout: "keyboard layout"
            case .transliteration: "other alphabet"
            case .spelling: "near spelling"
            }
        return "shown: \(rescue.shown) (\(kind)); as typed: \(rescue.typed)"
    }

    func nothingFound(_ query: FilmQuery, isYet: Bool = false) -> String {
        "Nothing found" + (isYet ? " yet" : "")
            + (query.typed.isEmpty ? "." : " for “\(query.typed)”.")
    }

    func activeFilters(_ filters: [Filter]) -> String {
        "Filters: " + filters.map(chip).joined(separator: ", ")
    }

    func clearHint(_ key: String) -> String { "\(key) clears the filters." }

    func foundElsewhere(_ tab: Tab, _ count: Count, key: String) -> String {
        "\(self.tab(tab)): \(self.count(count)) (\(key))"
    }

    let searching = "searching…"

    func failed(_ error: CatalogError) -> String { error.sentence }

    func personFacts(_ person: PersonSummary) -> String {
        person.roles.filter { $0 != .unknown }.map { name($0) }.joined(separator: ", ")
    }

    func knownFor(_ title: String) -> String { title }

    // MARK: Details

    let directedBy = "Directed by"
    let writtenBy = "Written by"
    let cast = "Cast"
    let unknownPeople = "Nobody is named in this catalogue."
    let noDescription = "No description."
    let awards = "Awards"
    let released = "Released"
    let languages = "Languages"
    let boxOffice = "Box office"
    let metacritic = "Metacritic"
    let tomatometer = "Tomatometer"
    let countries = "Countries"
    let allFilms = "All films"
    let bestOfGenre = "Best films"
    let byDecade = "By decade"
    let byRating = "By rating"
    let withoutYear = "no year"
    let loading = "loading…"

    func minutes(_ count: Int) -> String { "\(count) min" }

    func rating(_ rating: Rating, reviews: Int?) -> String {
        guard let reviews else { return "★ \(rating)" }
        return "★ \(rating) (\(reviews == 1 ? "1 review" : Numbers.grouped(reviews) + " reviews"))"
    }

    let notRated = "not rated"

    func heading(_ role: Role, _ films: Int) -> String {
        if role == .unknown { return "Films" }
        let text =
            switch role {
            case .director: "As director"
            case .writer: "As writer"
            case .actor: "In the cast"
            default: role.name
            }
        return "\(text) · \(self.films(films))"
    }

    func career(_ count: Int, _ years: ClosedRange<Int>?) -> String {
        guard let years else { return films(count) }
        return years.lowerBound == years.upperBound
            ? "\(films(count)) · \(years.lowerBound)"
            : "\(films(count)) · \(years.lowerBound)–\(years.upperBound)"
    }

    func allFilmsOf(_ genre: String, _ count: Int) -> String {
        count > 0 ? "All \(films(count)) of this genre" : "All films of this genre"
    }

    // MARK: The start page

    let genres = "Genres"

    func welcome(_ summary: CatalogSummary) -> String {
        var parts = [films(of: summary)]
        if summary.people > 0 { parts.append("\(Numbers.grouped(summary.people)) people") }
        if summary.genres > 0 { parts.append("\(summary.genres) genres") }
        return parts.joined(separator: ", ")
    }

    func surpriseHint(_ key: String) -> String { "\(key)  surprise me: a film at random" }
    let syntaxTitle = "Narrow it down"
    let syntaxExamples: [(String, String)] = [
        ("\"star wars\"", "these words together"), ("star -wars", "without a word"),
        ("genre:war,western", "any of these genres"), ("year:1977..1983", "years from, to"),
        ("rating:>=8", "rated at least"), ("actor:\"al pacino\"", "director: writer: person:"),
        ("country:japan", "language: runtime: type:"), ("sort:-year", "newest first"),
    ]

    // MARK: Menus and help

    let filterTitle = "Filter"
    let sortTitle = "Sort"
    let helpTitle = "Keys"
    let decades = "Decades"
    let ratings = "Ratings"

    func decade(_ decade: Int) -> String { "\(decade)s" }
    func atLeast(_ rating: Int) -> String { "★ \(rating) and better" }

    func name(_ mode: Mode) -> String {
        switch mode {
        case .search: "In the search bar"
        case .list: "In the list"
        case .detail: "In a detail"
        case .menu: "In a menu"
        case .inspector: "Behind a row or a list of a search index"
        case .find: "In the search of what is behind"
        case .help: "In this help"
        }
    }

    let nothingToGoBackTo = "There is nothing to go back to."
    let nothingToGoForwardTo = "There is nothing to go forward to."
    let noFilmToSurpriseWith = "No film is left to surprise you with."
    let historyIsEmpty = "The history of queries is empty."
    let unknownKey = "No command has this key here; ? shows the keys."

    func tooSmall(_ size: Size) -> String {
        "cinema needs a window of 60x16; this one is \(size.columns)x\(size.rows)"
    }
}

extension Texts {
    public static func == (left: Texts, right: Texts) -> Bool { left.language == right.language }
}

extension Span<Int> {
    /// The range as people write it: `1977–2005`, `≥ 7`, `≤ 90`, `1994`.
    func text(_ format: (Int) -> String) -> String {
        switch (lower, upper) {
        case (let lower?, let upper?) where lower == upper: format(lower)
        case (let lower?, let upper?): "\(format(lower))–\(format(upper))"
        case (let lower?, nil): "≥ \(format(lower))"
        case (nil, let upper?): "≤ \(format(upper))"
        case (nil, nil): "any"
        }
    }
}
