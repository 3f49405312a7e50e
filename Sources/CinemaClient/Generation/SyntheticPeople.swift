/// The people of a synthetic catalogue: the first are in thousands of films,
/// most of them in a few.
///
/// A person is a function of the seed and their number; nothing is kept. What
/// they mostly do is told by their number: every fourth makes films, the rest
/// play in them.
struct SyntheticPeople: Sendable {
    let seed: UInt64
    let count: Int

    private let names: SyntheticNames
    private let ranks: ZipfRanks

    /// What makes the most prolific of 500,000 people with 8,000,000 credits
    /// appear some thousands of times.
    private static let shift = 250

    init(seed: UInt64, count: Int, names: SyntheticNames) {
        self.seed = seed
        self.count = max(1, count)
        self.names = names
        ranks = ZipfRanks(count: self.count, shift: Self.shift)
    }

    func person(_ number: Int) -> FilmRecord.Name {
        var identifier = SyntheticRandom(seed: seed, .personIdentifier, number)
        var random = SyntheticRandom(seed: seed, .personName, number)
        let script: SyntheticScript = random.below(2) == 0 ? .latin : .cyrillic
        return FilmRecord.Name(id: identifier.identifier(), name: names.name(script, &random))
    }

    /// The number of somebody who directs or writes; one time in eight of an
    /// actor.
    func maker(_ random: inout SyntheticRandom) -> Int {
        let number = ranks.draw(&random)
        return random.below(8) == 0 ? number : number / 4 * 4
    }

    /// The number of somebody who plays; seldom of one who makes films.
    func actor(_ random: inout SyntheticRandom) -> Int {
        let number = ranks.draw(&random)
        guard number % 4 == 0, random.below(8) != 0 else { return number }
        return number > 0 ? number - 1 : min(1, count - 1)
    }
}
