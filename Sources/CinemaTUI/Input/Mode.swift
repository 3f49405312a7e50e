/// Where keys go: which part of the key map counts.
public enum Mode: String, CaseIterable, Hashable, Sendable {
    case search, list, detail, menu, help
}
