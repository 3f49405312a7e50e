internal import CinemaCore

/// A credit as its film is written with it: its key in a sort.
enum WrittenCredit {
    /// By film, then by its place there.
    static func key(film: UInt32, place: UInt32) -> UInt64 { UInt64(film) << 32 | UInt64(place) }

    static func film(ofKey key: UInt64) -> Int { Int(key >> 32) }
}

extension CatalogWriter {
    /// Goes through the films once to know their rows, and puts by what
    /// tables of texts want of their titles.
    func readTitles() throws(SQLiteError) {
        try progress.begin(.titles, total: films.count)
        let records = try films.films.sorted()
        var row: UInt32 = 0
        while try records.next() {
            try progress.advance()
            row += 1
            var reader = ByteReader(records.payload)
            let film = try RankedFilm(&reader)
            rows[film.number] = row
            for text in film.startTexts { try titleStarts.add(text, row: Int(row)) }
            let key = film.key
            if !key.isEmpty { try titleKeys.add(key, row: Int(row)) }
            for sign in TitleSigns.signs(in: film.title) {
                try signs.add(UInt64(sign) << 32 | UInt64(row))
            }
            for word in film.words {
                try titleWords.add(UInt64(vocabulary.titleNumbers[word]) << 32 | UInt64(row))
            }
        }
        try titleStarts.close()
        try titleKeys.close()
        try titleWords.close()
        try signs.close()
    }

    /// Writes the people in the order of their rows, each with their films.
    func writePeople() throws(SQLiteError) {
        try progress.begin(.persons, total: people.people.count)
        let statement = try connection.prepare("INSERT INTO person VALUES (?, ?, ?, ?, ?, ?, ?)")
        let records = try people.people.sorted()
        var row = 0
        var packed = ByteWriter()
        while try records.next() {
            row += 1
            var person = try RankedPerson(records.payload)
            for place in person.credits.indices {
                person.credits[place].film = rows[Int(person.credits[place].film)]
            }
            person.credits.sort { $0.film < $1.film }
            Self.pack(person.credits, into: &packed)
            try statement.bind(row, at: 1)
            try statement.bind(StoredIdentifier.value(person.id), at: 2)
            try statement.bind(person.name, at: 3)
            try statement.bind(person.films, at: 4)
            try statement.bind(Int64(bitPattern: person.roles), at: 5)
            try statement.bind(Int(rows[person.knownFor]), at: 6)
            try statement.bind(packed.bytes, at: 7)
            try statement.run()
            try putBy(person, row: row)
            try progress.advance()
        }
        try credits.close()
        try nameStarts.close()
        try nameWords.close()
        try creditWords.close()
    }

    private static func pack(_ credits: [RankedPerson.Credit], into writer: inout ByteWriter) {
        writer.removeAll()
        var last: UInt32 = 0
        for credit in credits {
            writer.write(credit.film - last)
            writer.write(credit.roles)
            last = credit.film
        }
    }

    /// What films and words want of a person.
    private func putBy(_ person: RankedPerson, row: Int) throws(SQLiteError) {
        let words = person.words.map { UInt64(vocabulary.nameNumbers[$0]) << 32 }
        for word in words { try nameWords.add(word | UInt64(row)) }
        for text in person.startTexts { try nameStarts.add(text, row: row) }
        var writer = ByteWriter()
        for credit in person.credits {
            for word in words { try creditWords.add(word | UInt64(credit.film)) }
            writer.removeAll()
            writer.write(row)
            writer.write(credit.roles)
            if credit.roles & 1 != 0 {
                StoredIdentifier.write(person.id, to: &writer)
                writer.write(person.name)
            }
            try credits.add(
                WrittenCredit.key(film: credit.film, place: credit.place), writer.bytes)
        }
    }
}
