internal import CinemaCore

extension CatalogWriter {
    /// Writes the people in the order of their rows, each with their films.
    func writePeople() throws(SQLiteError) {
        let filmographies = filmographies()
        let statement = try connection.prepare("INSERT INTO person VALUES (?, ?, ?, ?, ?, ?, ?)")
        var packed = ByteWriter()
        for (index, number) in numbering.people.enumerated() {
            let row = index + 1
            let name = builder.people.names[number]
            let totals = numbering.personTotals[number]
            packed.removeAll()
            var last = 0
            for credit in filmographies[row] {
                let film = Int(films[Int(credit)])
                packed.write(film - last)
                packed.write(creditRoles[Int(credit)])
                last = film
            }
            try statement.bind(row, at: 1)
            try statement.bind(StoredIdentifier.value(personIDs[number]), at: 2)
            try statement.bind(name, at: 3)
            try statement.bind(totals.films, at: 4)
            try statement.bind(Int64(bitPattern: totals.roles), at: 5)
            try statement.bind(totals.knownFor, at: 6)
            try statement.bind(packed.bytes, at: 7)
            try statement.run()
        }
        films = []
    }

    /// The credits of each person by row, as places in `credits.words`.
    private func filmographies() -> RowLists {
        var counts = [UInt32](repeating: 0, count: numbering.people.count + 1)
        for person in credits.words { counts[Int(person)] += 1 }
        var lists = RowLists(counts: counts)
        films = []
        films.reserveCapacity(credits.words.count)
        var start = 0
        for (index, end) in credits.ends.enumerated() {
            for place in start..<end {
                lists.add(UInt32(place), to: Int(credits.words[place]))
                films.append(UInt32(index + 1))
            }
            start = end
        }
        return lists
    }

    /// Writes the films of genres, countries, languages and types.
    func writeLabels() throws(SQLiteError) {
        let films = labelFilms
        let posting = try connection.prepare("INSERT INTO label_films VALUES (?, ?)")
        for key in films.keys.sorted() {
            try posting.bind(key, at: 1)
            try posting.bind(Posting.encoded(films[key] ?? []), at: 2)
            try posting.run()
        }
        let label = try connection.prepare("INSERT INTO label VALUES (?, ?, ?, ?)")
        for kind in LabelKind.allCases {
            for (index, name) in (builder.labels[kind]?.names ?? []).enumerated() {
                try label.bind(kind.rawValue, at: 1)
                try label.bind(index + 1, at: 2)
                try label.bind(name, at: 3)
                try label.bind(films[kind.key(index + 1)]?.count ?? 0, at: 4)
                try label.run()
            }
        }
    }
}
