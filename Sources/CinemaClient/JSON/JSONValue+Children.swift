extension JSONValue {
    /// The elements of an array; none of anything else.
    var elements: Elements { Elements(self) }

    /// The members of an object, nulls included; none of anything else.
    var members: Members { Members(self) }

    struct Elements: Sequence, IteratorProtocol {
        private let array: JSONValue
        private var position: Int

        /// How many are to come.
        private(set) var underestimatedCount: Int

        fileprivate init(_ value: JSONValue) {
            array = value
            position = value.indexWithin
            underestimatedCount = value.kind == .array ? value.count : 0
        }

        mutating func next() -> JSONValue? {
            guard underestimatedCount > 0 else { return nil }
            underestimatedCount -= 1
            let element = array.value(at: position)
            position = element.indexPast
            return element
        }
    }

    struct Members: Sequence, IteratorProtocol {
        private let object: JSONValue
        private var position: Int

        /// How many are to come.
        private(set) var underestimatedCount: Int

        fileprivate init(_ value: JSONValue) {
            object = value
            position = value.indexWithin
            underestimatedCount = value.kind == .object ? value.count : 0
        }

        /// The key is a string; `key.withUTF8` compares it without a copy.
        mutating func next() -> (key: JSONValue, value: JSONValue)? {
            guard underestimatedCount > 0 else { return nil }
            underestimatedCount -= 1
            let member = (key: object.value(at: position), value: object.value(at: position + 1))
            position = member.value.indexPast
            return member
        }
    }
}
