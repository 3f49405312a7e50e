/// The names that synthetic people are called by: a few thousand first names
/// and 30,000 surnames of each alphabet.
final class SyntheticNames: Sendable {
    private static let firstNameCount = 3_000
    private static let surnameCount = 30_000

    private let firstNames: [[String]]
    private let surnames: [[String]]
    private let firstRanks = ZipfRanks(count: SyntheticNames.firstNameCount, shift: 12)
    private let lastRanks = ZipfRanks(count: SyntheticNames.surnameCount, shift: 200)

    init() {
        firstNames = SyntheticScript.allCases.map { script in
            Self.realNames(of: script)
                + (0..<Self.firstNameCount).map { Self.invented(script, firstName: true, $0) }
        }
        surnames = SyntheticScript.allCases.map { script in
            (0..<Self.surnameCount).map { Self.invented(script, firstName: false, $0) }
        }
    }

    func surname(_ script: SyntheticScript, _ random: inout SyntheticRandom) -> String {
        surnames[script.rawValue][lastRanks.draw(&random)]
    }

    /// A whole name; some have a second surname, an initial or a suffix.
    func name(_ script: SyntheticScript, _ random: inout SyntheticRandom) -> String {
        let first = firstNames[script.rawValue][firstRanks.draw(&random)]
        var last = surname(script, &random)
        if random.happens(150) { last += "-" + surname(script, &random) }
        switch script {
        case .latin:
            switch random.below(1_000) {
            case 0..<40: return first + " " + random.one(of: Self.initials) + ". " + last
            case 40..<46: return first + " " + last + " Jr."
            case 46..<54: return first + " O'" + last
            case 54..<62: return first + " de " + last
            default: return first + " " + last
            }
        case .cyrillic:
            // A woman's surname has an ending of its own.
            let isFeminine = first.hasSuffix("а") || first.hasSuffix("я")
            if isFeminine, last.hasSuffix("ов") || last.hasSuffix("ев") || last.hasSuffix("ин") {
                last += "а"
            }
            return first + " " + last
        }
    }

    private static let initials = "ABCDEFGHJKLMPRSTW".map { String($0) }

    private static func invented(
        _ script: SyntheticScript, firstName: Bool, _ number: Int
    ) -> String {
        let seed = UInt64(2 * script.rawValue + (firstName ? 1 : 0))
        var random = SyntheticRandom(seed: seed, .surname, number)
        var name = ""
        for _ in 0..<(1 + random.below(firstName ? 2 : 3)) {
            name += random.one(of: script.onsets) + random.one(of: script.vowels)
        }
        if random.happens(3_000) { name += random.one(of: script.codas) }
        let endings = firstName ? firstNameEndings(of: script) : surnameEndings(of: script)
        return (name + random.one(of: script.onsets) + random.one(of: endings)).capitalizedFirst
    }

    private static func firstNameEndings(of script: SyntheticScript) -> [String] {
        switch script {
        case .latin: ["a", "ie", "y", "an", "en", "o", "el", "ia", "in", "é", "er", "as"]
        case .cyrillic: ["а", "я", "ан", "ий", "ей", "ина", "ор", "ия", "ил", "ён", "ис"]
        }
    }

    private static func surnameEndings(of script: SyntheticScript) -> [String] {
        switch script {
        case .latin:
            ["er", "son", "man", "ley", "ton", "i", "ez", "ard", "ell", "ski", "ü", "ò", "s", "ow"]
        case .cyrillic:
            ["ов", "ов", "ев", "ин", "ин", "енко", "ский", "ец", "ук", "ко", "ян", "ёв"]
        }
    }

    private static func realNames(of script: SyntheticScript) -> [String] {
        let text =
            switch script {
            case .latin:
                """
                John David Michael James Robert William Richard Peter Mary Anna George Paul Thomas \
                Charles Jane Alan Elizabeth Susan Frank José Zoë François André Jack Al Emma Kate
                """
            case .cyrillic:
                """
                Александр Сергей Елена Анна Иван Мария Владимир Андрей Наталья Ольга Николай Дмитрий \
                Алексей Михаил Татьяна Юрий Виктор Пётр Фёдор Ирина Павел Алёна Семён Константин
                """
            }
        return text.split(separator: " ").map { String($0) }
    }
}

extension String {
    /// The same with a capital at its beginning.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
