import CinemaCore
import CinemaTestSupport
import Testing

/// The kinds of queries that are drawn.
enum QueryKind: String, CaseIterable, CustomTestStringConvertible {
    case word, words, title, phrase, exclusion
    case genre, person, span, label, excluded
    case combination, order, literal, writing, nonsense

    var testDescription: String { rawValue }

    /// Query text of the kind, the same for the same state of `random`.
    func text(_ words: QueryWords, _ random: inout SeededGenerator) -> String {
        switch self {
        case .word: QueryText.begun(words.word(&random), &random)
        case .words: QueryText.words(words, &random)
        case .title: QueryText.title(words, &random)
        case .phrase: QueryText.withPhrase(words, &random)
        case .exclusion: QueryText.withExclusion(words, &random)
        case .genre: QueryText.genre(words, &random)
        case .person: QueryText.person(words, &random)
        case .span: QueryText.span(words, &random)
        case .label: QueryText.label(words, &random)
        case .excluded: "-" + QueryText.filter(words, &random)
        case .combination: QueryText.combination(words, &random)
        case .order: QueryText.order(words, &random)
        case .literal: QueryText.literal(words, &random)
        case .writing: QueryText.writing(words, &random)
        case .nonsense: QueryText.nonsense(&random)
        }
    }
}
