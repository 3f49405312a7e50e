import CinemaCore

extension Rescue.Kind {
    /// What was done to the words.
    var words: String {
        switch self {
        case .keyboardLayout: "keyboard layout"
        case .transliteration: "other alphabet"
        case .spelling: "spelling"
        }
    }
}
