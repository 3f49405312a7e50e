/// How one record is printed.
public enum ShowFormat: String, CaseIterable, Hashable, Sendable {
    case table, json
}
