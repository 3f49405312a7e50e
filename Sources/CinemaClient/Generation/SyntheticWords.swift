/// The words of synthetic titles: 25,000 of each alphabet, the frequent ones
/// first. The same in every catalogue, whatever its seed.
///
/// Some hundred at the top are real; the rest only sound like words, the
/// rarer the longer.
final class SyntheticWords: Sendable {
    static let count = 25_000

    private let words: [[String]]
    /// Those at the top that are articles, prepositions and the like.
    private let functionWords: [Set<String>]
    private let ranks: WeightedChoice<Int>

    init() {
        words = SyntheticScript.allCases.map(Self.words)
        functionWords = SyntheticScript.allCases.map { Set(Self.functionWords(of: $0)) }
        // As 1 / (rank + 2.7), in whole numbers.
        ranks = WeightedChoice(from: 0, (0..<Self.count).map { (1 << 32) / (10 * $0 + 27) })
    }

    /// A word as frequent as it is.
    func word(_ script: SyntheticScript, _ random: inout SyntheticRandom) -> String {
        words[script.rawValue][ranks.draw(&random)]
    }

    /// A word that can stand alone or at the end: no "of".
    func content(_ script: SyntheticScript, _ random: inout SyntheticRandom) -> String {
        let first = functionWords[script.rawValue].count
        for _ in 0..<16 {
            let rank = ranks.draw(&random)
            if rank >= first { return words[script.rawValue][rank] }
        }
        return words[script.rawValue][first]
    }

    func isFunctionWord(_ word: String, _ script: SyntheticScript) -> Bool {
        functionWords[script.rawValue].contains(word)
    }

    private static func words(_ script: SyntheticScript) -> [String] {
        var words = functionWords(of: script) + commonWords(of: script)
        var known = Set(words)
        var number = 0
        while words.count < count {
            var random = SyntheticRandom(
                seed: UInt64(script.rawValue), .vocabulary, number)
            number += 1
            let word = word(script, rank: words.count, &random)
            if known.insert(word).inserted { words.append(word) }
        }
        return words
    }

    private static func word(
        _ script: SyntheticScript, rank: Int, _ random: inout SyntheticRandom
    ) -> String {
        let syllables = 1 + (rank > 400 ? 1 : 0) + random.below(rank > 4_000 ? 3 : 2)
        var word = ""
        for syllable in 0..<max(1, syllables) {
            // One word in six begins with a vowel.
            if syllable > 0 || !random.happens(1_600) { word += random.one(of: script.onsets) }
            if syllable > 0, syllable == syllables - 1, random.happens(6_000) {
                return word + random.one(of: script.endings)
            }
            word += random.one(of: script.vowels)
            if random.happens(syllable == syllables - 1 ? 4_500 : 1_200) {
                word += random.one(of: script.codas)
            }
        }
        return word
    }
}
