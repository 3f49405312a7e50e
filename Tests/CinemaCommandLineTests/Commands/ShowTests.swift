import CinemaCore
import Testing

@Suite("cinema show")
struct ShowTests {
    @Test("prints a page that is wrapped to the width")
    func film() async {
        let run = await cinema("show film f1", catalog: StubCatalog(films: [full]), terminal: 44)
        #expect(
            run.output == """
                <The Godfather>
                1972 · movie · 175 min · United States · ★
                9.2 (1,234,567 reviews)
                Crime · Drama

                The ageing head of a family hands over his
                empire to a son who did not want it.

                Directed by  Francis Ford Coppola
                Written by   Mario Puzo, Francis Ford
                             Coppola
                Cast         Marlon Brando, Al Pacino
                Composer     Nino Rota

                Languages    English, Italian
                Released     1972-03-24
                Awards       Won 3 Oscars
                Metacritic   100 of 100
                Tomatometer  97 %
                Box office   $136,381,073
                IMDb         tt0068646
                Id           f1

                """)
        #expect(run.messages == "")
        #expect(run.status == 0)
    }

    @Test("leaves out what is unknown")
    func bare() async {
        let run = await cinema("show film x", catalog: StubCatalog(films: [.named("X", id: "x")]))
        #expect(run.output == "X\n\nId  x\n")
    }

    @Test("prints JSON")
    func json() async {
        let run = await cinema(
            "show film f1 --format json", catalog: StubCatalog(films: [full]), terminal: 80)
        #expect(
            run.output == """
                {"id":"f1","title":"The Godfather","year":1972,"rating":9.2,"reviews":1234567,"type":"movie","runtime":175,"genres":[{"id":"g1","name":"Crime"},{"id":"g2","name":"Drama"}],"description":"The ageing head of a family hands over his empire to a son who did not want it.","released":"1972-03-24","countries":["United States"],"languages":["English","Italian"],"credits":[{"id":"p1","name":"Mario Puzo","roles":["writer"]},{"id":"p2","name":"Francis Ford Coppola","roles":["director","writer"]},{"id":"p3","name":"Marlon Brando","roles":["actor"]},{"id":"p4","name":"Al Pacino","roles":["actor"]},{"id":"p5","name":"Nino Rota","roles":["composer"]}],"awards":"Won 3 Oscars","metacritic":100,"tomatometer":97,"box_office":136381073,"imdb":"tt0068646"}

                """)
    }

    @Test("takes a name as well, without case, accents and article")
    func name() async {
        for name in ["THE GODFATHER", "godfather", "the  gódfather"] {
            let run = await cinema(["show", "film", name], catalog: StubCatalog(films: [full]))
            #expect(run.output.hasPrefix("The Godfather\n"))
            #expect(run.messages == "")
        }
    }

    @Test("shows the best known of several of one name, and says which others there are")
    func several() async {
        let films = [
            Film.named("Star", id: "s1", year: 2001, rating: 71, directors: ["Ann"]),
            Film.named("Star Trek", id: "s2"),
            Film.named("Star", id: "s3", year: 1985, directors: ["Bo"], genres: ["Drama"]),
            Film.named("The Star", id: "s4"),
        ]
        let run = await cinema("show film star", catalog: StubCatalog(films: films))
        #expect(run.output.hasPrefix("Star\n2001 · ★ 7.1\n"))
        #expect(
            run.messages == """
                shown: the best known of 3 films called "star"; the others, by id:
                  s3  1985 · Bo · Drama
                  s4

                """)
        #expect(run.status == 0)
    }

    @Test("shows what the words find where nothing has the name, and says so")
    func partial() async {
        let run = await cinema("show film star wars")
        #expect(run.output.hasPrefix("Star Wars: Episode IV"))
        #expect(
            run.messages
                == "no film is called \"star wars\"; shown: the best one that the words find\n")
    }

    @Test("takes a name for a name, whatever query text would make of it")
    func punctuation() async {
        let films = [
            Film.named("-30-"), .named("Mission: Impossible"), .named("year:old"), .named("$"),
        ]
        for film in films {
            let run = await cinema(
                ["show", "film", "--", film.title], catalog: StubCatalog(films: films))
            #expect(run.output.hasPrefix(film.title + "\n"))
            #expect(run.status == 0)
        }
    }

    @Test("never shows the record of a rescue, but suggests it")
    func rescue() async {
        let rescue = Rescue(kind: .spelling, typed: "terminatr", shown: "terminator")
        let catalog = StubCatalog(films: [.named("The Terminator", id: "t")], rescue: rescue)
        let run = await cinema("show film terminatr", catalog: catalog)
        #expect(run.output == "")
        #expect(
            run.messages
                == "cinema: no film has the id or name terminatr; did you mean \"The Terminator\"?\n"
        )
        #expect(run.status == 1)
        let nothing = await cinema("show person nobody at all")
        #expect(nothing.messages == "cinema: no person has the id or name \"nobody at all\"\n")
    }

    @Test("prints a person with the films of each role")
    func person() async {
        let run = await cinema("show person sofia coppola", catalog: StubCatalog(people: [sofia]))
        #expect(
            run.output == """
                Sofia Coppola
                2 films · director, actor

                Id  p9

                Director
                  7.7  2003  Lost in Translation

                Actor
                  7.6  1990  The Godfather Part III

                """)
        let json = await cinema(
            "show person p9 --format json", catalog: StubCatalog(people: [sofia]))
        #expect(
            json.output == """
                {"id":"p9","name":"Sofia Coppola","films":2,"roles":["director","actor"],"filmography":[{"id":"l","title":"Lost in Translation","year":2003,"rating":7.7,"roles":["director"]},{"id":"g3","title":"The Godfather Part III","year":1990,"rating":7.6,"roles":["actor"]}]}

                """)
    }

    @Test("prints a genre with the best of it")
    func genre() async {
        let genre = Genre(
            summary: GenreSummary(id: Identifier("g"), name: "Drama", films: 12),
            description: "Serious.",
            facets: FilmFacets(decades: [
                .init(decade: 1970, films: 11), .init(decade: 1980, films: 1),
            ]),
            best: [full.summary])
        let run = await cinema("show genre drama", catalog: StubCatalog(genres: [genre]))
        #expect(
            run.output == """
                Drama
                12 films

                Serious.

                Id  g

                Best films
                  9.2  1972  The Godfather

                Decades
                  1970s  11 films
                  1980s    1 film

                """)
        let json = await cinema(
            "show genre drama --format json", catalog: StubCatalog(genres: [genre]))
        #expect(
            json.output == """
                {"id":"g","name":"Drama","films":12,"description":"Serious.","best":[{"id":"f1","title":"The Godfather","year":1972,"rating":9.2}]}

                """)
    }

    private var full: Film {
        func credit(_ id: String, _ name: String, _ roles: Role...) -> Credit {
            Credit(person: PersonReference(id: Identifier(id), name: name), roles: roles)
        }
        return Film(
            summary: FilmSummary(
                id: Identifier("f1"), title: "The Godfather", year: 1972,
                rating: Rating(tenths: 92), reviews: 1_234_567, type: "movie", runtime: 175,
                genres: [
                    GenreReference(id: Identifier("g1"), name: "Crime"),
                    GenreReference(id: Identifier("g2"), name: "Drama"),
                ]),
            description:
                "The ageing head of a family hands over his empire to a son who did not want it.",
            released: "1972-03-24", countries: ["United States"],
            languages: ["English", "Italian"],
            credits: [
                credit("p1", "Mario Puzo", .writer),
                credit("p2", "Francis Ford Coppola", .director, .writer),
                credit("p3", "Marlon Brando", .actor), credit("p4", "Al Pacino", .actor),
                credit("p5", "Nino Rota", Role("composer")),
            ],
            awards: "Won 3 Oscars", metacritic: 100, tomatometer: 97, boxOffice: 136_381_073,
            imdb: "tt0068646")
    }

    private var sofia: Person {
        func film(_ id: String, _ title: String, _ year: Int, _ rating: Int) -> FilmSummary {
            FilmSummary(
                id: Identifier(id), title: title, year: year, rating: Rating(tenths: rating))
        }
        return Person(
            summary: PersonSummary(
                id: Identifier("p9"), name: "Sofia Coppola", films: 2, roles: [.director, .actor]),
            filmography: [
                FilmographyEntry(
                    film: film("l", "Lost in Translation", 2003, 77), roles: [.director]),
                FilmographyEntry(
                    film: film("g3", "The Godfather Part III", 1990, 76), roles: [.actor]),
            ])
    }
}
