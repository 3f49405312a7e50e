/// The credits of one film, each person once with all that they did.
struct CreditMerging {
    struct Credit {
        /// A hash of the identity.
        var key: UInt64
        /// What tells the person from others, among those with an id or those
        /// without.
        var identity: String
        var person: FilmRecord.Name
        /// One bit a role.
        var roles: UInt64

        /// People with an id are told apart by it, those without by their name.
        func isSamePerson(as other: Credit) -> Bool {
            key == other.key && (person.id == nil) == (other.person.id == nil)
                && identity.order(before: other.identity) == 0
        }
    }

    /// In the order in which the film names them.
    private(set) var credits: [Credit] = []
    /// The places of people by key, for casts too large to look through.
    private var places: [UInt64: [Int]] = [:]

    private static let large = 24

    mutating func removeAll() {
        credits.removeAll(keepingCapacity: true)
        if !places.isEmpty { places = [:] }
    }

    mutating func add(_ person: FilmRecord.Name, roles: UInt64) {
        let identity = StagedCredit.identity(person)
        let credit = Credit(
            key: ByteHash.hash(identity), identity: identity, person: person, roles: roles)
        if let place = place(of: credit) {
            credits[place].roles |= roles
            return
        }
        credits.append(credit)
        if credits.count > Self.large {
            places[credit.key, default: []].append(credits.count - 1)
        } else if credits.count == Self.large {
            for (place, credit) in credits.enumerated() {
                places[credit.key, default: []].append(place)
            }
        }
    }

    private func place(of credit: Credit) -> Int? {
        guard credits.count < Self.large else {
            return places[credit.key]?.first { credits[$0].isSamePerson(as: credit) }
        }
        return credits.firstIndex { $0.isSamePerson(as: credit) }
    }

    /// Directors first, then writers, then the rest, each in their order.
    func forEachBilled(
        _ body: (Credit, Int) throws(SQLiteError) -> Void
    ) throws(SQLiteError) {
        var place = 0
        for group in 0..<3 {
            for credit in credits where Self.group(credit.roles) == group {
                try body(credit, place)
                place += 1
            }
        }
    }

    private static func group(_ roles: UInt64) -> Int {
        roles & 1 != 0 ? 0 : roles & 2 != 0 ? 1 : 2
    }
}
