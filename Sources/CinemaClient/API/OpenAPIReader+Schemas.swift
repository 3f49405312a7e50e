extension OpenAPIReader {
    /// What is said of a value here, or else in what it refers to.
    mutating func schema(_ value: JSONValue, depth: Int) -> OpenAPIDocument.Schema {
        let value = resolved(value)
        var schema = OpenAPIDocument.Schema(stating: value)
        guard depth > 0 else { return schema }
        for part in alternatives(of: value) {
            schema.complete(with: self.schema(part, depth: depth - 1))
        }
        if schema.types.contains("array"), let items = value["items"] {
            schema.complete(with: self.schema(items, depth: depth - 1))
        }
        return schema
    }

    /// The parts that a schema is put together from, or chosen among.
    private mutating func alternatives(of schema: JSONValue) -> [JSONValue] {
        var found: [JSONValue] = []
        for key in ["allOf", "anyOf", "oneOf"] {
            if let parts = schema[key], take() { found += parts.elements.prefix(16) }
        }
        return found
    }

    /// The keys of a row of the list that a GET answers with.
    mutating func rowKeys(_ responses: JSONValue?) -> [String] {
        guard let responses, let answer = responses["200"] ?? responses["default"] else {
            return []
        }
        let content = resolved(answer)
        let schema =
            content["content"]?.members.lazy.compactMap { $0.value["schema"] }.first
            ?? content["schema"]
        return schema.map { rowKeys(of: $0, depth: Self.depth) } ?? []
    }

    private mutating func rowKeys(of schema: JSONValue, depth: Int) -> [String] {
        guard depth > 0 else { return [] }
        let schema = resolved(schema)
        if let items = schema["items"] { return propertyKeys(items, depth: depth - 1) }
        for part in alternatives(of: schema) {
            let keys = rowKeys(of: part, depth: depth - 1)
            if !keys.isEmpty { return keys }
        }
        guard let properties = schema["properties"] else { return [] }
        for property in properties.members.prefix(32) {
            let value = resolved(property.value)
            if value["items"] != nil { return rowKeys(of: value, depth: depth - 1) }
        }
        return []
    }

    private mutating func propertyKeys(_ schema: JSONValue, depth: Int) -> [String] {
        let schema = resolved(schema)
        if let properties = schema["properties"] {
            return properties.members.prefix(64).compactMap { $0.key.string }
        }
        guard depth > 0 else { return [] }
        for part in alternatives(of: schema) {
            let keys = propertyKeys(part, depth: depth - 1)
            if !keys.isEmpty { return keys }
        }
        return []
    }
}

extension OpenAPIDocument.Schema {
    /// What the object itself says, without what it refers to.
    fileprivate init(stating value: JSONValue) {
        types = Self.texts(value["type"]).filter { $0 != "null" }
        format = value["format"]?.string
        values = Self.texts(value["enum"] ?? value["const"])
        pattern = value["pattern"]?.string
        standard = value["default"].flatMap(Self.text)
        (minimum, maximum) = Self.bounds(value)
        minimumLength = value["minLength"]?.integer.map { Int(clamping: $0) }
        maximumLength = value["maxLength"]?.integer.map { Int(clamping: $0) }
    }

    /// Takes from another what is not said yet.
    fileprivate mutating func complete(with other: Self) {
        for type in other.types where !types.contains(type) { types.append(type) }
        format = format ?? other.format
        if values.isEmpty { values = other.values }
        pattern = pattern ?? other.pattern
        standard = standard ?? other.standard
        minimum = minimum ?? other.minimum
        maximum = maximum ?? other.maximum
        minimumLength = minimumLength ?? other.minimumLength
        maximumLength = maximumLength ?? other.maximumLength
    }

    /// The bounds of a whole number. What is exclusive is a number of its own
    /// (3.1, and FastAPI always) or a word beside the bound (3.0).
    private static func bounds(_ value: JSONValue) -> (minimum: Int?, maximum: Int?) {
        var minimum = value["minimum"]?.double.map { Int(clamping: $0.rounded(.up)) }
        var maximum = value["maximum"]?.double.map { Int(clamping: $0.rounded(.down)) }
        if let bound = value["exclusiveMinimum"] {
            if bound.kind == .boolean {
                if bound.boolean == true { minimum = minimum.map { $0 < .max ? $0 + 1 : $0 } }
            } else if let number = bound.double {
                minimum = max(minimum ?? .min, Int(clamping: (number + 1).rounded(.down)))
            }
        }
        if let bound = value["exclusiveMaximum"] {
            if bound.kind == .boolean {
                if bound.boolean == true { maximum = maximum.map { $0 > .min ? $0 - 1 : $0 } }
            } else if let number = bound.double {
                maximum = min(maximum ?? .max, Int(clamping: (number - 1).rounded(.up)))
            }
        }
        return (minimum, maximum)
    }

    private static func texts(_ value: JSONValue?) -> [String] {
        guard let value else { return [] }
        if value.kind == .array { return value.elements.prefix(64).compactMap(text) }
        return text(value).map { [$0] } ?? []
    }

    private static func text(_ value: JSONValue) -> String? {
        if value.kind == .boolean { return value.boolean.map { $0 ? "true" : "false" } }
        guard let text = value.text, text.utf8.count <= 256 else { return nil }
        return text
    }
}

extension Int {
    /// A number of any size as the nearest whole one that there is.
    fileprivate init(clamping number: Double) {
        self = Int(exactly: number) ?? (number < 0 ? .min : .max)
    }
}
