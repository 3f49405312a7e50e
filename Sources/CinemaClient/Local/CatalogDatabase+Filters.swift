internal import CinemaCore

/// Which films meet the filters of a query.
extension CatalogDatabase {
    /// The films that meet all filters; nil if there are none to meet.
    func allowed(_ filters: some Sequence<Filter>) throws(SQLiteError) -> RowSet? {
        var allowed: RowSet?
        for filter in filters {
            let films = try films(meeting: filter)
            allowed = allowed?.intersection(films) ?? films
        }
        return allowed
    }

    private func films(meeting filter: Filter) throws(SQLiteError) -> RowSet {
        if let known = shared.rows(filter) { return known }
        try checkInterruption()
        var set = try films(meeting: filter.condition)
        if filter.isExcluding { set = RowSet.all(lastRow: lastFilm).subtracting(set) }
        shared.insert(set, for: filter)
        return set
    }

    private func films(meeting condition: Filter.Condition) throws(SQLiteError) -> RowSet {
        switch condition {
        case .genre(let values): try films(ofGenres: values)
        case .person(let values, let role): try films(ofPeople: values, role: role)
        case .year(let span): RowSet(of: try years().values, span, offset: 0)
        case .rating(let span): RowSet(of: try ratings().values, span, offset: 1)
        case .runtime(let span): RowSet(of: try runtimes().values, span, offset: 1)
        case .country(let values): try films(labelled: values, .country)
        case .language(let values): try films(labelled: values, .language)
        case .type(let values): try films(labelled: values, .type)
        }
    }

    private func films(ofGenres values: [String]) throws(SQLiteError) -> RowSet {
        var set = RowSet(lastRow: lastFilm)
        for value in values {
            let byID = genres.indices.filter { genres[$0].summary.id.text == value }
            let named =
                byID.isEmpty
                ? NamedRows.places(of: value, in: genres.lazy.map(\.title)) : byID
            for place in named { set.formUnion(try films(of: .genre, place + 1)) }
        }
        return set
    }

    private func films(
        labelled values: [String], _ kind: LabelKind
    ) throws(SQLiteError) -> RowSet {
        var set = RowSet(lastRow: lastFilm)
        let labels = try labels(kind)
        for value in values {
            for place in NamedRows.places(of: value, in: labels.lazy.map(\.title)) {
                set.formUnion(try films(of: kind, place + 1))
            }
        }
        return set
    }

    private func films(
        ofPeople values: [String], role: Role?
    ) throws(SQLiteError) -> RowSet {
        var bits = UInt64.max
        if let role {
            guard let bit = try allRoles().firstIndex(of: role), bit < 64 else {
                return RowSet(lastRow: lastFilm)
            }
            bits = 1 << UInt64(bit)
        }
        var films = RowSet(lastRow: lastFilm)
        for value in values { films.formUnion(try self.films(ofPerson: value, roles: bits)) }
        return films
    }

    /// The films of the people that a filter's value means: the one with the
    /// id, else those of exactly the name, else those with all its words in
    /// theirs.
    private func films(
        ofPerson value: String, roles: UInt64
    ) throws(SQLiteError) -> RowSet {
        var people = RowSet(lastRow: lastPerson)
        try insert(
            "SELECT row FROM person WHERE id = ?", [StoredIdentifier.value(value)], into: &people)
        let name = FoldedTitle(value)
        guard people.isEmpty, !name.words.isEmpty else { return try films(of: people, role: roles) }
        for text in name.texts {
            try insert("SELECT person FROM name_start WHERE text = ?", [.text(text)], into: &people)
        }
        guard people.isEmpty else { return try films(of: people, role: roles) }
        if roles == .max, name.words.count == 1 {
            // The films of everybody with a word are stored with the word; at
            // a million films a forename has ten thousand people.
            return try credits(.word(name.words[0]), isPrefix: false)
        }
        var sets: [RowSet] = []
        for word in name.words { sets.append(try names(.word(word), isPrefix: false)) }
        return try films(of: sets.common(lastRow: lastPerson), role: roles)
    }
}

extension RowSet {
    /// The rows whose value in a column lies in a span: a millisecond for a
    /// million rows.
    ///
    /// - Parameter offset: How much more than the value is stored; 0 is
    ///   unknown and in no span.
    fileprivate init<Value: FixedWidthInteger & UnsignedInteger>(
        of column: [Value], _ span: Span<Int>, offset: Int
    ) {
        self.init(lastRow: column.count - 1)
        let least = max(1, span.lower.map { $0.addingReportingOverflow(offset).partialValue } ?? 1)
        let most = span.upper.map { $0.addingReportingOverflow(offset).partialValue } ?? Int.max
        guard least <= most, let low = Value(exactly: least) else { return }
        let high = Value(clamping: most)
        column.withUnsafeBufferPointer { values in
            withWords { words in
                for row in values.indices where values[row] >= low && values[row] <= high {
                    words[row >> 6] |= 1 << UInt64(row & 63)
                }
            }
        }
    }
}

/// The names that a filter's value means.
enum NamedRows {
    /// The places of the names that are the value, else of those that have
    /// all its words.
    static func places(
        of value: String, in names: some Collection<FoldedTitle>
    ) -> [Int] {
        let wanted = FoldedTitle(value)
        let texts = wanted.texts
        guard !texts.isEmpty else { return [] }
        let exact = names.enumerated().filter { _, name in
            name.texts.contains { texts.contains($0) }
        }
        if !exact.isEmpty { return exact.map(\.offset) }
        return names.enumerated().filter { _, name in
            wanted.words.allSatisfy { name.contains(.word($0), isPrefix: false) }
        }.map(\.offset)
    }
}
