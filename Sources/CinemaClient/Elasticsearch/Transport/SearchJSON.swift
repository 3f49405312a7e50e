/// A JSON value that is sent to a search server. Members keep their order, so
/// that a request reads, and is shown, as it was written.
enum SearchJSON: Hashable, Sendable {
    struct Member: Hashable, Sendable {
        var key: String
        var value: SearchJSON
    }

    case object([Member])
    case array([SearchJSON])
    case string(String)
    case integer(Int)
    case number(Double)
    case boolean(Bool)
    case null

    /// Without blanks, UTF-8.
    var bytes: [UInt8] {
        var writer = JSONWriter()
        write(to: &writer, key: nil)
        return writer.takeBytes()
    }

    /// The member of an object; setting nil takes it out. Nothing happens to
    /// what is no object.
    subscript(key: String) -> SearchJSON? {
        get {
            guard case .object(let members) = self else { return nil }
            return members.first { $0.key == key }?.value
        }
        set {
            guard case .object(var members) = self else { return }
            let index = members.firstIndex { $0.key == key }
            switch (index, newValue) {
            case (let index?, let value?): members[index].value = value
            case (let index?, nil): members.remove(at: index)
            case (nil, let value?): members.append(Member(key: key, value: value))
            case (nil, nil): break
            }
            self = .object(members)
        }
    }

    private func write(to writer: inout JSONWriter, key: String?) {
        switch self {
        case .object(let members):
            func body(_ writer: inout JSONWriter) {
                for member in members { member.value.write(to: &writer, key: member.key) }
            }
            if let key { writer.object(key, body) } else { writer.object(body) }
        case .array(let elements):
            func body(_ writer: inout JSONWriter) {
                for element in elements { element.write(to: &writer, key: nil) }
            }
            if let key { writer.array(key, body) } else { writer.array(body) }
        case .string(let value):
            if let key { writer.member(key, value) } else { writer.element(value) }
        case .integer(let value):
            if let key { writer.member(key, value) } else { writer.element(value) }
        case .number(let value):
            if let key { writer.member(key, value) } else { writer.element(value) }
        case .boolean(let value):
            if let key { writer.member(key, value) } else { writer.element(value) }
        case .null:
            if let key { writer.memberNull(key) } else { writer.elementNull() }
        }
    }
}

extension SearchJSON: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral,
    ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByBooleanLiteral
{
    init(dictionaryLiteral members: (String, SearchJSON)...) {
        self = .object(members.map { Member(key: $0.0, value: $0.1) })
    }

    init(arrayLiteral elements: SearchJSON...) { self = .array(elements) }
    init(stringLiteral value: String) { self = .string(value) }
    init(integerLiteral value: Int) { self = .integer(value) }
    init(floatLiteral value: Double) { self = .number(value) }
    init(booleanLiteral value: Bool) { self = .boolean(value) }
}
