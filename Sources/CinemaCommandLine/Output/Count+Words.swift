import CinemaCore

extension Count {
    /// `1,234`, `about 1,200`, `at least 500`.
    var words: String {
        switch self {
        case .exact(let value): EnglishText.grouped(value)
        case .about(let value): "about " + EnglishText.grouped(value)
        case .atLeast(let value): "at least " + EnglishText.grouped(value)
        }
    }
}
