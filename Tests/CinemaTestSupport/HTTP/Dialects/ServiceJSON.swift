/// JSON that a service of the tests sends.
public indirect enum ServiceJSON: Sendable, ExpressibleByStringLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    case null
    case boolean(Bool)
    /// As it is written.
    case number(String)
    case string(String)
    case array([ServiceJSON])
    case object([(String, ServiceJSON)])

    public init(stringLiteral value: String) { self = .string(value) }
    public init(integerLiteral value: Int) { self = .number(String(value)) }
    public init(arrayLiteral elements: ServiceJSON...) { self = .array(elements) }
    public init(dictionaryLiteral elements: (String, ServiceJSON)...) { self = .object(elements) }

    public init(_ value: Int) { self = .number(String(value)) }
    public init(_ value: String?) { self = value.map { .string($0) } ?? .null }

    /// A rating as a number with one decimal.
    public init(tenths: Int?) { self = tenths.map { .number("\($0 / 10).\($0 % 10)") } ?? .null }

    public var text: String {
        switch self {
        case .null: "null"
        case .boolean(let value): value ? "true" : "false"
        case .number(let text): text
        case .string(let text): Self.quoted(text)
        case .array(let elements): "[" + elements.map(\.text).joined(separator: ",") + "]"
        case .object(let members):
            "{"
                + members.map { Self.quoted($0.0) + ":" + $0.1.text }.joined(separator: ",") + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case _ where scalar.value < 0x20:
                result += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
