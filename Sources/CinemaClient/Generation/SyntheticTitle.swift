/// A title while it is put together.
struct SyntheticTitle {
    let script: SyntheticScript
    var words: [String]

    /// Adds what a part of real titles has, as often as they have it: marks,
    /// digits, a name, a letter with an accent.
    mutating func decorate(
        _ random: inout SyntheticRandom, _ vocabulary: SyntheticWords, _ names: SyntheticNames
    ) {
        let place = random.below(words.count)
        switch random.below(10_000) {
        case 0..<620: divide(near: place, by: ":", vocabulary)
        case 620..<1_120: addApostrophe(near: place, vocabulary, &random)
        case 1_120..<1_250:
            if place + 1 < words.count { words[place] += "-" + words.remove(at: place + 1) }
        case 1_250..<1_690: addNumber(&random)
        case 1_690..<1_900: divide(near: place, by: ",", vocabulary)
        case 1_900..<2_000: words[words.count - 1] += "!"
        case 2_000..<2_050: words[words.count - 1] += "?"
        case 2_050..<2_240: addPerson(names.surname(script, &random), &random)
        case 2_240..<2_400: if place > 1 { words[place - 1] = script == .latin ? "&" : "—" }
        case 2_400..<2_480: addAccent(at: place)
        case 2_480..<2_490: words[words.count - 1] = "(" + words[words.count - 1] + ")"
        default: break
        }
    }

    /// The last word up to a place, the title's last one excepted, that is
    /// more than an article.
    private func wordOfWeight(upTo place: Int, _ vocabulary: SyntheticWords) -> Int? {
        words.prefix(min(place + 1, words.count - 1))
            .lastIndex { !vocabulary.isFunctionWord($0, script) }
    }

    private mutating func divide(
        near place: Int, by mark: String, _ vocabulary: SyntheticWords
    ) {
        guard let index = wordOfWeight(upTo: place, vocabulary) else { return }
        words[index] += mark
    }

    private mutating func addApostrophe(
        near place: Int, _ vocabulary: SyntheticWords, _ random: inout SyntheticRandom
    ) {
        let mark = random.below(3) == 0 ? "’" : "'"
        switch script {
        case .latin: words[wordOfWeight(upTo: place, vocabulary) ?? words.count - 1] += mark + "s"
        case .cyrillic:
            words[words.count - 1] = "д" + mark + words[words.count - 1].capitalizedFirst
        }
    }

    /// A year alone, or any number behind the other words.
    private mutating func addNumber(_ random: inout SyntheticRandom) {
        let numbers = [2 + random.below(3), 1 + random.below(100), 1900 + random.below(150)]
        let number = String(numbers[words.count == 1 ? 2 : random.below(3)])
        if words.count == 2 { words.append(number) } else { words[words.count - 1] = number }
    }

    private mutating func addPerson(_ surname: String, _ random: inout SyntheticRandom) {
        guard words.count > 1 else { return }
        let titles =
            switch script {
            case .latin: ["Mr.", "Dr.", "St.", "Mrs."]
            case .cyrillic: ["г-н", "д-р", "св.", "тов."]
            }
        words[words.count - 2] = random.one(of: titles)
        words[words.count - 1] = surname
    }

    private mutating func addAccent(at place: Int) {
        let accents: [Character: Character] =
            switch script {
            case .latin: ["e": "é", "o": "ö", "a": "à", "u": "ü", "i": "í"]
            case .cyrillic: ["е": "ё", "и": "й"]
            }
        guard let letter = words[place].lastIndex(where: { accents[$0] != nil }),
            let accented = accents[words[place][letter]]
        else { return }
        words[place].replaceSubrange(letter...letter, with: String(accented))
    }

    /// As it is printed: in Latin every word of weight has a capital, in
    /// Cyrillic the first.
    func text(_ vocabulary: SyntheticWords) -> String {
        var text = ""
        var begins = true
        for word in words {
            if !text.isEmpty { text += " " }
            let isCapital =
                begins || script == .latin && !vocabulary.isFunctionWord(word, script)
            text += isCapital ? word.capitalizedFirst : word
            begins = word.hasSuffix(":")
        }
        return text
    }
}
