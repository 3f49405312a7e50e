/// How rows are printed.
public enum OutputFormat: String, CaseIterable, Hashable, Sendable {
    case table, tsv, json, ndjson
}
