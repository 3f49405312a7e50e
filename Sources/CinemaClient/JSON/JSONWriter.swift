/// Writes JSON without blanks, value after value, into bytes.
///
/// Text stays UTF-8, except what could act on a terminal or break a line
/// there: control characters (C0, DEL, C1), U+2028 and U+2029, and the
/// characters that change the direction of text are escaped. So the output is
/// safe to show, and says the same to whoever parses it.
///
///     var writer = JSONWriter()
///     writer.object { film in
///         film.member("title", "Skyfall")
///         film.member("rating", 8.2)
///         film.array("genres") { $0.element("Action") }
///     }
///     writer.newline()
public struct JSONWriter {
    /// What has been written and not been taken.
    public private(set) var bytes: [UInt8] = []

    /// Whether a value stands before the next one in its array or object.
    private var needsComma = false

    public init() {}

    /// Takes what has been written, so that a long stream stays small in
    /// memory.
    public mutating func takeBytes() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    /// Ends the line; the next value stands for itself.
    public mutating func newline() {
        bytes.append(0x0A)
        needsComma = false
    }
}

// Arrays and objects.
extension JSONWriter {
    /// An object as an element, or on its own.
    public mutating func object<Failure: Error>(
        _ body: (inout JSONWriter) throws(Failure) -> Void
    ) throws(Failure) {
        try enclose("{", "}", body)
    }

    /// An array as an element, or on its own.
    public mutating func array<Failure: Error>(
        _ body: (inout JSONWriter) throws(Failure) -> Void
    ) throws(Failure) {
        try enclose("[", "]", body)
    }

    /// A member that is an object.
    public mutating func object<Failure: Error>(
        _ key: String, _ body: (inout JSONWriter) throws(Failure) -> Void
    ) throws(Failure) {
        write(key: key)
        try object(body)
    }

    /// A member that is an array.
    public mutating func array<Failure: Error>(
        _ key: String, _ body: (inout JSONWriter) throws(Failure) -> Void
    ) throws(Failure) {
        write(key: key)
        try array(body)
    }

    private mutating func enclose<Failure: Error>(
        _ opening: Unicode.Scalar, _ closing: Unicode.Scalar,
        _ body: (inout JSONWriter) throws(Failure) -> Void
    ) throws(Failure) {
        separate()
        bytes.append(UInt8(ascii: opening))
        needsComma = false
        try body(&self)
        bytes.append(UInt8(ascii: closing))
        needsComma = true
    }
}

// Values in an array, or on their own.
extension JSONWriter {
    public mutating func element(_ value: String) {
        separate()
        write(text: value)
    }

    public mutating func element(_ value: Int) {
        separate()
        bytes.append(contentsOf: String(value).utf8)
    }

    public mutating func element(_ value: Int64) {
        separate()
        bytes.append(contentsOf: String(value).utf8)
    }

    /// The shortest decimal that reads back as `value`, whole numbers with
    /// ".0"; null for what JSON has no number for.
    public mutating func element(_ value: Double) {
        separate()
        bytes.append(contentsOf: (value.isFinite ? value.description : "null").utf8)
    }

    public mutating func element(_ value: Bool) {
        separate()
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
    }

    public mutating func elementNull() {
        separate()
        bytes.append(contentsOf: "null".utf8)
    }
}

// Members of an object; one whose value is not known is left out.
extension JSONWriter {
    public mutating func member(_ key: String, _ value: String?) {
        guard let value else { return }
        write(key: key)
        element(value)
    }

    public mutating func member(_ key: String, _ value: Int?) {
        guard let value else { return }
        write(key: key)
        element(value)
    }

    public mutating func member(_ key: String, _ value: Int64?) {
        guard let value else { return }
        write(key: key)
        element(value)
    }

    public mutating func member(_ key: String, _ value: Double?) {
        guard let value else { return }
        write(key: key)
        element(value)
    }

    public mutating func member(_ key: String, _ value: Bool?) {
        guard let value else { return }
        write(key: key)
        element(value)
    }

    public mutating func memberNull(_ key: String) {
        write(key: key)
        elementNull()
    }
}

extension JSONWriter {
    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func write(key: String) {
        separate()
        write(text: key)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    private mutating func write(text: String) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { JSONEscaping.append($0, to: &bytes) }
        bytes.append(UInt8(ascii: "\""))
    }
}
