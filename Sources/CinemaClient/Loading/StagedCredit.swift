internal import CinemaCore

/// A person in a film, as it waits for the other credits of the person.
///
/// Records of one person stand together, those of earlier films first: their
/// key is a hash of what tells the person from others, and their bytes begin
/// with that itself.
struct StagedCredit {
    var person: FilmRecord.Name
    var film: UInt32
    /// The place in the film's credits, directors first, then writers.
    var place: Int
    /// One bit a role.
    var roles: UInt64
    /// Whether the film waits for the name, to be told from others by it.
    var isAwaited = false

    /// What tells a person from others: the id, else the name, in one form.
    static func identity(_ person: FilmRecord.Name) -> String {
        (person.id ?? person.name).composed
    }

    /// - Parameter identity: `identity(person)`.
    func write(identity: String, to writer: inout ByteWriter) {
        writer.write(person.id == nil ? 0 : 1)
        StoredIdentifier.write(identity, to: &writer)
        writer.write(bigEndian: film)
        writer.write(UInt64(place) << 1 | (isAwaited ? 1 : 0))
        writer.write(roles)
        if let id = person.id {
            writer.write(optional: Self.isSame(id, identity) ? nil : id)
            writer.write(person.name)
        } else {
            writer.write(optional: Self.isSame(person.name, identity) ? nil : person.name)
        }
    }

    /// By bytes, which Swift does not compare by.
    private static func isSame(_ text: String, _ other: String) -> Bool {
        text.order(before: other) == 0
    }
}

/// A stored credit, of which texts are made only where they are wanted.
struct StoredCredit {
    /// What tells the person from others.
    let identity: UnsafeRawBufferPointer
    let film: UInt32
    let place: Int
    let roles: UInt64
    let isAwaited: Bool
    private let names: UnsafeRawBufferPointer

    /// `payload` must outlive the credit.
    init(_ payload: UnsafeRawBufferPointer) throws(SQLiteError) {
        var reader = ByteReader(payload)
        _ = try reader.integer()
        try StoredIdentifier.skip(&reader)
        identity = UnsafeRawBufferPointer(
            rebasing: payload.prefix(payload.count - reader.rest.count))
        film = try reader.bigEndian32()
        let place = try reader.integer()
        self.place = place >> 1
        isAwaited = place & 1 == 1
        roles = try reader.number()
        names = reader.rest
    }

    func person() throws(SQLiteError) -> FilmRecord.Name {
        var reader = ByteReader(identity)
        let hasID = try reader.integer() == 1
        let text = try StoredIdentifier.read(&reader)
        reader = ByteReader(names)
        let other = try reader.optionalText()
        guard hasID else { return FilmRecord.Name(name: other ?? text) }
        return FilmRecord.Name(id: other ?? text, name: try reader.text())
    }
}
