internal import CinemaCore

/// JSON as lines that fold: a member or an element a line, short lists of
/// plain values on one.
struct PrettyJSON {
    private(set) var lines: [Inspection.Line] = []

    /// What is beyond is told by its number.
    static let mostLines = 50_000
    /// The longest list that stays on one line, in characters.
    private static let longestList = 60

    /// The lines of a value, the outermost at a depth.
    static func lines(_ value: JSONValue, depth: Int = 0) -> [Inspection.Line] {
        var pretty = PrettyJSON()
        pretty.add(value, depth: depth, before: "", after: "")
        if pretty.left > 0 {
            pretty.lines.append(Inspection.Line(depth: depth, "… \(pretty.left) more lines"))
        }
        return pretty.lines
    }

    static func lines(_ value: SearchJSON, depth: Int = 0) -> [Inspection.Line] {
        // What was written by us is read again.
        guard let parsed = try? JSONDocument().parse(value.bytes) else { return [] }
        return lines(parsed, depth: depth)
    }

    private var left = 0

    private mutating func add(_ line: String, depth: Int) {
        guard lines.count < Self.mostLines else {
            left += 1
            return
        }
        lines.append(Inspection.Line(depth: depth, line))
    }

    private mutating func add(_ value: JSONValue, depth: Int, before: String, after: String) {
        switch value.kind {
        case .object:
            let members = Array(value.members)
            guard !members.isEmpty else { return add(before + "{}" + after, depth: depth) }
            add(before + "{", depth: depth)
            for (place, member) in members.enumerated() {
                add(
                    member.value, depth: depth + 1, before: Self.text(member.key) + ": ",
                    after: place < members.count - 1 ? "," : "")
            }
            add("}" + after, depth: depth)
        case .array:
            let elements = Array(value.elements)
            if let list = Self.short(elements) {
                return add(before + list + after, depth: depth)
            }
            add(before + "[", depth: depth)
            for (place, element) in elements.enumerated() {
                add(
                    element, depth: depth + 1, before: "",
                    after: place < elements.count - 1 ? "," : "")
            }
            add("]" + after, depth: depth)
        default: add(before + Self.text(value) + after, depth: depth)
        }
    }

    /// A list of plain values on one line; nil for any other.
    private static func short(_ elements: [JSONValue]) -> String? {
        var list = "["
        for (place, element) in elements.enumerated() {
            guard element.kind != .object, element.kind != .array, list.count < longestList else {
                return nil
            }
            list += (place > 0 ? ", " : "") + text(element)
        }
        return list.count < longestList ? list + "]" : nil
    }

    /// A plain value.
    private static func text(_ value: JSONValue) -> String {
        switch value.kind {
        case .null: return "null"
        case .boolean: return value.boolean == true ? "true" : "false"
        case .number: return value.text ?? "0"
        default:
            var writer = JSONWriter()
            writer.array { $0.element(value.string ?? "") }
            return String(decoding: writer.takeBytes().dropFirst().dropLast(), as: UTF8.self)
        }
    }
}

extension [Inspection.Line] {
    /// The lines as a text, two blanks a depth.
    var text: String {
        map { String(repeating: "  ", count: $0.depth) + $0.text }.joined(separator: "\n")
    }
}
