/// What the body of an error says, as one short line.
enum ErrorDetail {
    static let longest = 160

    /// The text under `detail` or `message`, of a list the first, of objects
    /// their message; nil where nothing is said.
    static func text(_ body: JSONValue) -> String? {
        for key in ["detail", "message", "error", "msg"] {
            if let text = body[key].flatMap({ text(of: $0, depth: 0) }) { return text }
        }
        return text(of: body, depth: 0)
    }

    /// The body as plain text, unless it is a page of HTML.
    static func text(_ body: [UInt8], isHTML: Bool) -> String? {
        isHTML ? nil : line(String(decoding: body.prefix(4 * longest), as: UTF8.self))
    }

    private static func text(of value: JSONValue, depth: Int) -> String? {
        guard depth < 4 else { return nil }
        switch value.kind {
        case .string: return value.string.flatMap(line)
        case .array:
            return value.elements.first { _ in true }.flatMap { text(of: $0, depth: depth + 1) }
        case .object:
            for key in ["msg", "message", "detail", "error"] {
                if let text = value[key].flatMap({ text(of: $0, depth: depth + 1) }) { return text }
            }
            return nil
        default: return nil
        }
    }

    /// Without controls and line breaks, and not longer than a line.
    static func line(_ text: String) -> String? {
        var line = ""
        var isBlank = true
        for scalar in text.unicodeScalars.prefix(4 * longest) {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator:
                if !isBlank { line += " " }
                isBlank = true
            default:
                line.unicodeScalars.append(scalar)
                isBlank = false
            }
            if line.unicodeScalars.count >= longest { break }
        }
        while line.last == " " || line.last == "." { line.removeLast() }
        return line.isEmpty ? nil : line
    }
}
