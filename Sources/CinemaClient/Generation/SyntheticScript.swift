/// The two alphabets of synthetic catalogues, and what their words are made of.
enum SyntheticScript: Int, CaseIterable, Sendable {
    case latin, cyrillic

    /// What a syllable begins with.
    var onsets: [String] {
        switch self {
        case .latin: Self.latinOnsets
        case .cyrillic: Self.cyrillicOnsets
        }
    }

    var vowels: [String] {
        switch self {
        case .latin: Self.latinVowels
        case .cyrillic: Self.cyrillicVowels
        }
    }

    /// What a syllable within a word may close with.
    var codas: [String] {
        switch self {
        case .latin: Self.latinCodas
        case .cyrillic: Self.cyrillicCodas
        }
    }

    /// What words end in, in place of a last syllable.
    var endings: [String] {
        switch self {
        case .latin: Self.latinEndings
        case .cyrillic: Self.cyrillicEndings
        }
    }

    // The frequent ones stand several times.
    private static let latinOnsets = words(
        """
        b b b c c c d d d d f f g g h h h j k k l l l l m m m m n n n n p p p r r r r r
        s s s s s t t t t t v v w w z br ch ch cl cr dr fl fr gr pl pr sh sh sl sp st st str th tr
        """)
    private static let latinVowels = words("a a a a e e e e e i i i o o o u u ea oo ai ou")
    private static let latinCodas = words("n n r r l s t m nd st rk ck")
    private static let latinEndings = words(
        "er ing ed ness ion ly y le en al ic on or ar et ies ish age ant ine ous ford ton a o")
    private static let cyrillicOnsets = words(
        """
        б б б в в в в г г д д д ж з з к к к к к л л л л л м м м м н н н н н п п п п р р р р р
        с с с с с т т т т т ф х ц ч ш бр вл гл гр др зв кр пл пр пр св сл ст ст стр тр
        """)
    private static let cyrillicVowels = words(
        "а а а а а а е е е е е и и и и о о о о о о у у у ы я я ю ё")
    private static let cyrillicCodas = words("н н р р л с т м й к сть нь ль")
    private static let cyrillicEndings = words(
        "ый ая ое ка ник ость ов ина ец ание ок ь ик ец ия ать ий ун арь евич ство ыня а о и")

    private static func words(_ text: String) -> [String] {
        text.split { $0 == " " || $0 == "\n" }.map { String($0) }
    }
}
