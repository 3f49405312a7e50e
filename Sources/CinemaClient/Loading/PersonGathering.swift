internal import CinemaCore

/// Brings each person's credits together, and puts people in the order of
/// rows.
struct PersonGathering: Sendable {
    /// `RankedPerson`, in the order of rows.
    let people: ExternalSort
    /// The names of directors that films wait for, by the films' numbers.
    let awaited: ExternalSort
    private(set) var nameWords = WordTable()

    private var writer = ByteWriter()
    private var credits: [RankedPerson.Credit] = []

    /// - Parameters:
    ///   - credits: `StagedCredit`, those of one person together.
    ///   - reviews: Of each film by number.
    init(
        _ credits: ExternalSort, reviews: [UInt32], replaced: RowSet, _ space: SortSpace,
        _ stop: InterruptHandle
    ) throws(SQLiteError) {
        people = ExternalSort(space, bufferSize: 8 << 20)
        awaited = ExternalSort(space, bufferSize: 1 << 20)
        let records = try credits.sorted()
        var identity: [UInt8] = []
        var person = FilmRecord.Name(name: "")
        var totals = PersonTotals()
        while try records.next() {
            let credit = try StoredCredit(records.payload)
            if !credit.identity.elementsEqual(identity) {
                try stop.check()
                try add(person, totals)
                identity.removeAll(keepingCapacity: true)
                identity.append(contentsOf: credit.identity)
                // The first film that names somebody gives the name, even if
                // another film took its place.
                person = try credit.person()
                totals = PersonTotals()
                self.credits.removeAll(keepingCapacity: true)
            }
            let film = Int(credit.film)
            guard !replaced.contains(film) else { continue }
            totals.add(film: film, reviews: reviews[film], roles: credit.roles)
            self.credits.append(
                RankedPerson.Credit(
                    film: credit.film, place: UInt32(clamping: credit.place), roles: credit.roles))
            if credit.isAwaited { try awaited.add(UInt64(film), Array(person.name.utf8)) }
        }
        try add(person, totals)
        self.credits = []
        try people.close()
        try awaited.close()
    }

    /// People whose films were all replaced are left out.
    private mutating func add(
        _ person: FilmRecord.Name, _ totals: PersonTotals
    ) throws(SQLiteError) {
        guard totals.films > 0 else { return }
        let folded = FoldedTitle(person.name)
        let ranked = RankedPerson(
            person, totals, words: folded.tokens.map { Int(nameWords.number($0)) },
            startTexts: folded.texts)
        writer.removeAll()
        ranked.write(credits, to: &writer)
        try people.add(UInt64(bestFirst: totals.score), writer.bytes)
    }
}
