/// Where keys go: which part of the key map counts.
public enum Mode: String, CaseIterable, Hashable, Sendable {
    case search, list, detail, menu, inspector, find, help

    /// Whether letters are text there.
    var isTextField: Bool { self == .search || self == .find || self == .help }
}
