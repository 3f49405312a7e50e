import CinemaCore

extension Role {
    /// What stands before the people of a film: `Directed by`.
    var creditLabel: String {
        switch self {
        case .director: "Directed by"
        case .writer: "Written by"
        case .actor: "Cast"
        default: title
        }
    }

    /// What stands before the films of a person: `Director`.
    var title: String { name.prefix(1).uppercased() + name.dropFirst() }
}
