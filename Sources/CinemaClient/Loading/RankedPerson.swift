internal import CinemaCore
internal import Glibc

/// What is known of a person when all films are.
struct PersonTotals {
    var films = 0
    /// The sum over the films of 1 + log2(1 + reviews).
    var score = 0.0
    var roles: UInt64 = 0
    /// The number of the film with the most reviews, the first of several.
    var knownFor = 0
    private var mostReviews = -1

    mutating func add(film: Int, reviews: UInt32, roles: UInt64) {
        films += 1
        score += 1 + log2(1 + Double(reviews))
        self.roles |= roles
        if Int(reviews) > mostReviews {
            mostReviews = Int(reviews)
            knownFor = film
        }
    }
}

/// A person in the order of rows: who did most, and most was written about,
/// first; then by films, name and id.
struct RankedPerson {
    struct Credit {
        /// The number of the film, later its row.
        var film: UInt32
        var place: UInt32
        var roles: UInt64
    }

    var name: String
    /// The person's own; nil if it is derived from the name.
    var ownID: String?
    var id: String
    var films: Int
    var roles: UInt64
    var knownFor: Int
    /// The words of the name by their numbers in the table of name words.
    var words: [Int]
    /// The texts that a query may be a beginning of.
    var startTexts: [String]
    var credits: [Credit] = []

    init(_ person: FilmRecord.Name, _ totals: PersonTotals, words: [Int], startTexts: [String]) {
        name = person.name
        ownID = person.id
        id = person.id ?? CatalogIdentity.person(person.name)
        films = totals.films
        roles = totals.roles
        knownFor = totals.knownFor
        self.words = words
        self.startTexts = startTexts
    }

    /// Writes what the order of bytes puts in order, the rest behind it.
    func write(_ credits: [Credit], to writer: inout ByteWriter) {
        writer.write(bigEndian: .max - UInt64(films))
        writer.write(ordered: name)
        writer.write(ordered: ownID ?? "")
        writer.write(ownID == nil ? 0 : 1)
        if ownID == nil { StoredIdentifier.write(id, to: &writer) }
        writer.write(roles)
        writer.write(knownFor)
        writer.write(list: words)
        writer.write(startTexts.count)
        for text in startTexts { writer.write(text) }
        writer.write(credits.count)
        var last: UInt32 = 0
        for credit in credits {
            writer.write(credit.film - last)
            writer.write(credit.place)
            writer.write(credit.roles)
            last = credit.film
        }
    }

    init(_ payload: UnsafeRawBufferPointer) throws(SQLiteError) {
        var reader = ByteReader(payload)
        films = Int(clamping: UInt64.max - (try reader.bigEndian64()))
        name = try reader.orderedText()
        let text = try reader.orderedText()
        ownID = try reader.integer() == 1 ? text : nil
        if let ownID { id = ownID } else { id = try StoredIdentifier.read(&reader) }
        roles = try reader.number()
        knownFor = try reader.integer()
        words = try reader.list()
        startTexts = []
        for _ in 0..<(try reader.integer()) { startTexts.append(try reader.text()) }
        let count = try reader.integer()
        credits.reserveCapacity(min(count, payload.count))
        var last = 0
        for _ in 0..<count {
            last += try reader.integer()
            credits.append(
                Credit(
                    film: UInt32(clamping: last), place: UInt32(clamping: try reader.integer()),
                    roles: try reader.number()))
        }
    }
}
