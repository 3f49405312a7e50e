import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaClient

/// What a reader may rely on whatever the source is. Order by relevance is not
/// among it, because it is the server's own:
/// - A service ranks as it does, by how many of the words a title has or by a
///   score; the exact title is among what it finds, not always first.
/// - An index has the same tiers; within them films stand by rating, then
///   reviews, where local films stand by the rating drawn towards the mean by
///   the number of reviews.
/// - What is found of half a word, of stems and of letters without their marks
///   differs as `RealSearchServerQueryTests` has it.
/// - A service that searches no text finds none; conditions on what the rows of
///   a service do not tell are left out, and the result says which.
/// - Films with the same value stand in any order.
@Suite("The same query gives the same films of every kind of source")
struct AgreementTests {
    static let filterTexts = [
        "", "genre:drama", "-genre:drama", "genre:drama,war", "genre:drama genre:war", "rating:>=8",
        "rating:6.5..7.5", "-rating:5..8", "genre:drama rating:<=5", "year:1990..1999",
        "-year:1950..2000", "year:1977 genre:war", "actor:pacino", "person:\"Al Pacino\"",
        "director:\"George Lucas\"", "-person:\"Anna Love\" rating:>=3",
    ]

    static let sortTexts = [
        "sort:-rating", "sort:rating", "genre:drama sort:-rating", "rating:>=5 sort:rating",
        "sort:year", "genre:war sort:-year", "year:1950..1999 sort:-rating",
    ]

    @Test("filters", arguments: AgreeingSource.all, filterTexts)
    func filters(_ source: AgreeingSource, _ text: String) async throws {
        let query = FilmQuery(text)
        let catalog = try await source.catalog()
        guard source.tells(query, catalog) else { return }
        let films = try await catalog.everyFilm(query).map(\.id.text)
        let expected = AgreeingSource.reference.films(query)
        #expect(films.count == expected.count)
        #expect(Set(films) == Set(expected))
    }

    @Test("sorts", arguments: AgreeingSource.all, sortTexts)
    func sorts(_ source: AgreeingSource, _ text: String) async throws {
        let query = FilmQuery(text)
        let catalog = try await source.catalog()
        guard source.tells(query, catalog) else { return }
        let films = try await catalog.everyFilm(query).map(\.id.text)
        let expected = AgreeingSource.reference.films(query)
        #expect(Set(films) == Set(expected))
        // The value at each place is the same, whichever film has it.
        #expect(values(films, query.sort.field) == values(expected, query.sort.field))
    }

    @Test("exact titles", arguments: AgreeingSource.all)
    func titles(_ source: AgreeingSource) async throws {
        let catalog = try await source.catalog()
        for (film, exact) in Self.titles {
            let (title, query) = (film.title, FilmQuery(film.title))
            switch source.way {
            case .imported, .snapshot, .index:
                let page = try await catalog.films(query, page: PageRequest(count: exact.count))
                let found = Set(page.items.map(\.id.text))
                let same = source.tellsTitlesApart ? exact : Self.alike[Self.stem(title)] ?? []
                #expect(found.count == exact.count && found.isSubset(of: same), "\(title)")
            // That X-Men is X Men too only some services know.
            case .service:
                let films = try await catalog.everyFilm(query).map(\.id.text)
                #expect(films.contains(film.id), "\(title)")
            case .wholeRows: break
            }
        }
    }

    @Test("no source leaves out all that is asked")
    func asked() async throws {
        for source in AgreeingSource.all {
            let catalog = try await source.catalog()
            _ = try await catalog.summary()
            let told = (Self.filterTexts + Self.sortTexts).filter {
                source.tells(FilmQuery($0), catalog)
            }
            #expect(told.count >= 8, "\(source)")
        }
    }

    /// Some titles that say nothing but themselves, with all films that are
    /// called so.
    private static let titles: [(film: ReferenceFilm, all: Set<String>)] = {
        var groups: [String: [ReferenceFilm]] = [:]
        for film in AgreeingSource.films { groups[key(film.title), default: []].append(film) }
        let plain = AgreeingSource.films.filter { film in
            let query = FilmQuery(film.title)
            return query.filters.isEmpty && query.text.exclusions.isEmpty
                && query.text.literal == nil && !film.title.contains("\"")
        }
        return plain.enumerated().filter { $0.offset % 7 == 0 }.map { _, film in
            (film, Set((groups[key(film.title)] ?? []).map(\.id)))
        }
    }()

    /// The films whose titles differ in the ends of their words at most.
    private static let alike = Dictionary(
        grouping: AgreeingSource.films, by: { stem($0.title) }
    ).mapValues { Set($0.map(\.id)) }

    private static func stem(_ title: String) -> [Substring] {
        let words = TextFolding.words(in: title)
        return TextFolding.withoutLeadingArticle(words).map { word in
            word.joined.hasSuffix("s") ? word.joined.dropLast() : word.joined[...]
        }
    }

    private static func key(_ title: String) -> String {
        TextFolding.titleKey(TextFolding.words(in: title))
    }

    private static let byIdentifier = Dictionary(
        AgreeingSource.films.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

    private func values(_ ids: [String], _ field: FilmSort.Field) -> [Int?] {
        ids.map { id in
            field == .rating ? Self.byIdentifier[id]?.tenths : Self.byIdentifier[id]?.year
        }
    }
}

extension AgreeingSource {
    /// Whether titles of the same stems are told apart.
    fileprivate var tellsTitlesApart: Bool {
        guard way == .index else { return true }
        return (try? RealSearchServer.current().layout.tellsTitlesApart) ?? true
    }

    /// Whether the source has what the query asks for.
    fileprivate func tells(_ query: FilmQuery, _ catalog: any Catalog) -> Bool {
        let fields = Set(query.filters.map(\.fieldName))
        switch way {
        case .imported, .snapshot: return true
        case .service:
            return fields.isSubset(of: ["genre", "rating"])
                && [.relevance, .rating].contains(query.sort.field)
        // Of films that have no years at all no row tells one.
        case .wholeRows:
            return !fields.contains("year") || AgreeingSource.films.contains { $0.year != nil }
        case .index:
            return fields.isSubset(of: catalog.capabilities.filters)
                && catalog.capabilities.sorts.contains(query.sort.field)
        }
    }
}
