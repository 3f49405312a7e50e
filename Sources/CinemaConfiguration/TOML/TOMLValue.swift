/// A value of a TOML document with its place (https://toml.io/en/v1.0.0).
struct TOMLValue: Equatable, Sendable {
    enum Content: Equatable, Sendable {
        case string(String)
        case integer(Int)
        case float(Double)
        case boolean(Bool)
        /// A date, a time, or both; nothing here takes one.
        case time
        case array([TOMLValue])
        case table([TOMLEntry])
    }

    var content: Content
    var position: TOMLPosition

    /// What it is, in words for a sentence.
    var kindWords: String {
        switch content {
        case .string: "a text"
        case .integer, .float: "a number"
        case .boolean: "true or false"
        case .time: "a date or time"
        case .array: "a list"
        case .table: "a table"
        }
    }
}

/// A name in a table, and its value.
struct TOMLEntry: Equatable, Sendable {
    var key: String
    var value: TOMLValue
    /// Where the name stands.
    var position: TOMLPosition
}
