import CRapidJSON

extension JSONValue {
    /// A string, as it is. Half of a surrogate pair becomes U+FFFD.
    var string: String? {
        withUTF8 { String(decoding: $0, as: UTF8.self) }
    }

    /// A string, or a number as text: identifiers come as both.
    var text: String? {
        let node = node
        switch node.type {
        case crapidjson_integer: return String(node.integer)
        case crapidjson_unsigned: return String(node.unsigned_integer)
        case crapidjson_double: return integer.map { String($0) } ?? String(node.number)
        default: return string
        }
    }

    /// A whole number: `7`, `7.0`, `"7"`.
    var integer: Int64? {
        let node = node
        switch node.type {
        case crapidjson_integer: return node.integer
        case crapidjson_double: return Int64(exactly: node.number)
        case crapidjson_string: return string.flatMap(Self.integer)
        default: return nil
        }
    }

    /// A number: `7.5`, `7`, `"7.5"`; never infinite, never "not a number".
    var double: Double? {
        let node = node
        switch node.type {
        case crapidjson_integer: return Double(node.integer)
        case crapidjson_unsigned: return Double(node.unsigned_integer)
        case crapidjson_double: return node.number
        case crapidjson_string: return string.flatMap(Self.double)
        default: return nil
        }
    }

    /// A truth value: `true`, `"true"`, `1`, and their opposites.
    var boolean: Bool? {
        switch node.type {
        case crapidjson_true: return true
        case crapidjson_false: return false
        case crapidjson_string where string == "true": return true
        case crapidjson_string where string == "false": return false
        default: break
        }
        switch integer {
        case 1: return true
        case 0: return false
        default: return nil
        }
    }

    private static func integer(_ text: String) -> Int64? {
        Int64(trimmed(text)) ?? double(text).flatMap { Int64(exactly: $0) }
    }

    private static func double(_ text: String) -> Double? {
        guard let number = Double(trimmed(text)), number.isFinite else { return nil }
        return number
    }

    private static func trimmed(_ text: String) -> Substring {
        let inner = text.drop { $0.isWhitespace }
        guard let last = inner.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return inner[...last]
    }
}
