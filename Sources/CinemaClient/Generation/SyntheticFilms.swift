internal import CinemaCore

/// Films that never were, for measurements: any number of them, the same for a
/// seed on every machine.
///
/// A film is a function of the seed, of its number and of how many there are;
/// apart from the tables of words nothing is kept, so that a million cost no
/// more memory than ten. There is a person to every two films, and half of all
/// titles and names are Cyrillic.
struct SyntheticFilms: Sequence, Sendable {
    let count: Int
    let seed: UInt64

    private let words: SyntheticWords
    private let titles: SyntheticTitles
    private let people: SyntheticPeople

    /// So many of 10,000 films have a description.
    private static let described = 4_000

    init(count: Int, seed: UInt64) {
        self.count = count
        self.seed = seed
        let names = SyntheticNames()
        words = SyntheticWords()
        titles = SyntheticTitles(seed: seed, words: words, names: names)
        people = SyntheticPeople(seed: seed, count: count / 2, names: names)
    }

    func makeIterator() -> some IteratorProtocol<FilmRecord> {
        (0..<count).lazy.map(film).makeIterator()
    }

    /// The film of a number from 0 on.
    func film(_ number: Int) -> FilmRecord {
        var film = FilmRecord(title: titles.title(number))
        var identifier = SyntheticRandom(seed: seed, .filmIdentifier, number)
        film.id = identifier.identifier()
        addFacts(to: &film, number)
        film.credits = credits(number)
        var random = SyntheticRandom(seed: seed, .description, number)
        if random.happens(Self.described) { film.description = description(&random) }
        return film
    }

    private func addFacts(to film: inout FilmRecord, _ number: Int) {
        var random = SyntheticRandom(seed: seed, .facts, number)
        let year = SyntheticFacts.years.draw(&random)
        film.year = year
        film.released = Self.date(year, 1 + random.below(12), 1 + random.below(28))
        film.reviews = SyntheticFacts.reviews.draw(&random)
        if !random.happens(SyntheticFacts.unrated) {
            film.rating = Rating(tenths: SyntheticFacts.ratings.draw(&random))
        }
        if !random.happens(SyntheticFacts.withoutRuntime) {
            film.runtime = SyntheticFacts.runtimes.draw(&random)
        }
        film.type = SyntheticFacts.types.draw(&random)
        film.genres = Self.several(SyntheticFacts.genreCounts, of: SyntheticFacts.genres, &random)
            .map { FilmRecord.Name(name: $0) }
        film.countries = Self.several(
            SyntheticFacts.countryCounts, of: SyntheticFacts.countries, &random)
        film.languages = Self.several(
            SyntheticFacts.languageCounts, of: SyntheticFacts.languages, &random)
        addVerdicts(to: &film, &random)
    }

    private func addVerdicts(to film: inout FilmRecord, _ random: inout SyntheticRandom) {
        film.tomatometer = SyntheticFacts.tomatometer.draw(&random)
        if random.happens(SyntheticFacts.withMetacritic) {
            film.metacritic = SyntheticFacts.metacritic.draw(&random)
        }
        if random.happens(SyntheticFacts.withBoxOffice) {
            film.boxOffice = SyntheticFacts.boxOffice.draw(&random)
        }
        if random.happens(SyntheticFacts.withAwards) {
            film.awards = SyntheticFacts.awards.draw(&random)
        }
    }

    private static func date(_ year: Int, _ month: Int, _ day: Int) -> String {
        "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }

    /// So many different values as are drawn, or fewer where they repeat.
    private static func several(
        _ counts: WeightedChoice<Int>, of values: WeightedChoice<String>,
        _ random: inout SyntheticRandom
    ) -> [String] {
        let count = counts.draw(&random)
        var chosen: [String] = []
        for _ in 0..<(4 * count) where chosen.count < count {
            let value = values.draw(&random)
            if !chosen.contains(value) { chosen.append(value) }
        }
        return chosen
    }

    private func credits(_ number: Int) -> [FilmRecord.Credit] {
        var random = SyntheticRandom(seed: seed, .credits, number)
        var credits: [(person: Int, role: Role)] = []
        for _ in 0..<SyntheticFacts.directorCounts.draw(&random) {
            Self.add(people.maker(&random), .director, to: &credits)
        }
        for _ in 0..<SyntheticFacts.writerCounts.draw(&random) {
            // Every fifth director has written the film as well.
            let writes = random.below(5) == 0 ? credits.first?.person : nil
            Self.add(writes ?? people.maker(&random), .writer, to: &credits)
        }
        // Nobody is without a film.
        if number % 2 == 0, number / 2 < people.count {
            Self.add(number / 2, (number / 2) % 4 == 0 ? .director : .actor, to: &credits)
        }
        for _ in 0..<SyntheticFacts.cast.draw(&random) {
            Self.add(people.actor(&random), .actor, to: &credits)
        }
        return credits.map { FilmRecord.Credit(person: people.person($0.person), role: $0.role) }
    }

    /// Adds a person in a role that they do not have in the film.
    private static func add(
        _ person: Int, _ role: Role, to credits: inout [(person: Int, role: Role)]
    ) {
        guard !credits.contains(where: { $0.person == person && $0.role == role }) else { return }
        credits.append((person, role))
    }

    /// One or two sentences.
    private func description(_ random: inout SyntheticRandom) -> String {
        let script = titles.script(&random)
        var text = ""
        for sentence in 0..<(1 + random.below(2)) {
            if sentence > 0 { text += " " }
            text += words.word(script, &random).capitalizedFirst
            for _ in 0..<(4 + random.below(8)) { text += " " + words.word(script, &random) }
            text += " " + words.content(script, &random) + "."
        }
        return text
    }
}
