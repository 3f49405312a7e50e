/// The titles of synthetic films: each a function of the seed and the film's
/// number.
///
/// Some films have the title of an earlier one, as remakes do, some that title
/// and a number.
struct SyntheticTitles: Sendable {
    let seed: UInt64
    let words: SyntheticWords
    let names: SyntheticNames

    /// So many of 10,000 films have an earlier one's title as it is, so many
    /// more a number behind it.
    private static let remakes = 400
    private static let sequels = 150

    func title(_ number: Int) -> String {
        var number = number
        var sequel = ""
        while number > 0 {
            var random = SyntheticRandom(seed: seed, .original, number)
            let roll = random.below(10_000)
            guard roll < Self.remakes + Self.sequels else { break }
            if roll >= Self.remakes, sequel.isEmpty { sequel = " " + random.one(of: Self.parts) }
            number = random.below(number)
        }
        return original(number) + sequel
    }

    /// In which alphabet a film's own title is.
    func script(_ random: inout SyntheticRandom) -> SyntheticScript {
        random.below(2) == 0 ? .latin : .cyrillic
    }

    private static let parts = ["2", "2", "2", "3", "3", "II", "II", "III", "4", "5"]

    private func original(_ number: Int) -> String {
        var random = SyntheticRandom(seed: seed, .title, number)
        let script = script(&random)
        let count = SyntheticFacts.titleLengths.draw(&random)
        var title = SyntheticTitle(script: script, words: chosen(count, script, &random))
        title.decorate(&random, words, names)
        return title.text(words)
    }

    private func chosen(
        _ count: Int, _ script: SyntheticScript, _ random: inout SyntheticRandom
    ) -> [String] {
        // Titles of one word are names as often as not.
        if count == 1, random.happens(5_000) { return [names.surname(script, &random)] }
        var chosen: [String] = []
        if script == .latin, count > 1 {
            let roll = random.below(10_000)
            if roll < 2_400 { chosen.append("the") } else if roll < 2_650 { chosen.append("a") }
        }
        while chosen.count < count {
            let isLast = chosen.count == count - 1
            let word =
                isLast ? words.content(script, &random) : words.word(script, &random)
            if word != chosen.last { chosen.append(word) }
        }
        return chosen
    }
}
