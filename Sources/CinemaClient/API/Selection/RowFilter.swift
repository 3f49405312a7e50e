internal import CinemaCore

/// Filters of a query as they are checked on rows of a list, as far as the
/// rows tell what the filter asks for.
struct RowFilter {
    private let filters: [Filter]
    private let exclusions: [SearchText.Term]
    /// Words that titles must have, where the service cannot search.
    private let text: SearchText?

    init(filters: [Filter], exclusions: [SearchText.Term], text: SearchText?) {
        self.filters = filters
        self.exclusions = exclusions
        self.text = text
    }

    /// The rows that meet what can be checked, and the names of what cannot:
    /// no row tells it.
    func apply(to films: [FilmRecord]) -> (films: [FilmRecord], ignored: [String]) {
        var ignored: [String] = []
        var kept = films
        for filter in filters {
            guard films.isEmpty || films.contains(where: { Self.tells($0, filter.condition) })
            else {
                if !ignored.contains(filter.fieldName) { ignored.append(filter.fieldName) }
                continue
            }
            let condition = Self.condition(filter.condition, among: films)
            kept = kept.filter { condition($0) != filter.isExcluding }
        }
        if let text { kept = kept.filter { TitleMatch.matches($0.title, text) } }
        for exclusion in exclusions {
            kept = kept.filter { !TitleMatch.has($0.title, exclusion) }
        }
        return (kept, ignored)
    }

    /// Whether a row tells what a condition is about.
    static func tells(_ film: FilmRecord, _ condition: Filter.Condition) -> Bool {
        switch condition {
        case .genre: !film.genres.isEmpty
        case .person(_, let role): film.credits.contains { role == nil || $0.role == role }
        case .year: film.year != nil
        case .rating: film.rating != nil
        case .runtime: film.runtime != nil
        case .country: !film.countries.isEmpty
        case .language: !film.languages.isEmpty
        case .type: film.type != nil
        }
    }

    private static func condition(
        _ condition: Filter.Condition, among films: [FilmRecord]
    ) -> (FilmRecord) -> Bool {
        switch condition {
        case .year(let span): { $0.year.map(span.contains) ?? false }
        case .rating(let span): { $0.rating.map { span.contains($0.tenths) } ?? false }
        case .runtime(let span): { $0.runtime.map(span.contains) ?? false }
        case .genre(let values): named(values, films) { $0.genres }
        case .person(let values, let role):
            named(values, films) { film in
                film.credits.filter { role == nil || $0.role == role }.map(\.person)
            }
        case .country(let values):
            named(values, films) { $0.countries.map { FilmRecord.Name(name: $0) } }
        case .language(let values):
            named(values, films) { $0.languages.map { FilmRecord.Name(name: $0) } }
        case .type(let values):
            named(values, films) { $0.type.map { [FilmRecord.Name(name: $0)] } ?? [] }
        }
    }

    private static func named(
        _ values: [String], _ films: [FilmRecord],
        _ names: @escaping (FilmRecord) -> [FilmRecord.Name]
    ) -> (FilmRecord) -> Bool {
        var all: Set<FilmRecord.Name> = []
        for film in films { all.formUnion(names(film)) }
        var meant: Set<FilmRecord.Name> = []
        for value in values {
            let match = NameMatch(value)
            let exact = all.filter { $0.id == value || match.equals($0.name) }
            meant.formUnion(exact.isEmpty ? all.filter { match.hasWords($0.name) } : exact)
        }
        return { film in names(film).contains(where: meant.contains) }
    }
}

/// Words in titles, for services that cannot search.
enum TitleMatch {
    static func matches(_ title: String, _ text: SearchText) -> Bool {
        if let literal = text.literal { return title.contains(text: literal) }
        for (place, term) in text.terms.enumerated() {
            let isLast = place == text.terms.count - 1
            if case .word(let word) = term, isLast, text.endsInPrefix {
                let own = NameMatch.words(title)
                guard own.contains(where: { $0.hasPrefix(word.joined) }) || has(title, term)
                else { return false }
            } else if !has(title, term) {
                return false
            }
        }
        return true
    }

    static func has(_ title: String, _ term: SearchText.Term) -> Bool {
        switch term {
        case .word(let word):
            let own = NameMatch.words(title)
            return own.contains(word.joined)
                || word.parts.count > 1 && word.parts.allSatisfy(own.contains)
        case .phrase(let words):
            let own = " " + TextFolding.normalized(title) + " "
            return own.contains(text: " " + words.map(\.joined).joined(separator: " ") + " ")
        }
    }
}
