/// Which part of the screen has the keys.
public enum Focus: Hashable, Sendable {
    case search, list, detail
}
