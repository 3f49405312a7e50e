internal import CinemaCore

// The steps of reading a source.
extension SnapshotDatabase {
    /// Begins to read the lists, from their first page.
    func beginRound(_ plan: SnapshotPlan, now: Int64) throws(SQLiteError) {
        try connection.transaction { () throws(SQLiteError) in
            let round = try state().round + 1
            try connection.run("DELETE FROM page")
            try set("place", .null)
            try set("round", .integer(Int64(round)))
            try set("round_began_at", .integer(now))
            try set("needs_details", .integer(plan.needsDetails ? 1 : 0))
            try set("announced", plan.films.map { .integer(Int64($0)) } ?? .null)
            try set(.lists)
        }
    }

    /// The first page of the round that was not read.
    func nextPage(round: Int) throws(SQLiteError) -> Int {
        let last = try connection.firstRow(
            "SELECT max(number) FROM page WHERE round = ?", [.integer(Int64(round))]
        ) { $0.optionalInteger(0) }
        return (last ?? nil).map { Int(clamping: $0) + 1 } ?? 0
    }

    /// The place up to which all parts of the round were read; nil for its
    /// beginning.
    func place() throws(SQLiteError) -> SnapshotPlace? {
        let place = try connection.firstRow(
            "SELECT value FROM property WHERE name = 'place'"
        ) { $0.value(0) }
        return switch place {
        case .text(let id): .text(id)
        case .integer(let id): .number(id)
        default: nil
        }
    }

    /// Keeps a page of a list, and that it was read; tells how many of its
    /// films the round had not had before.
    func keepPage(
        _ films: [FilmRecord], number: Int, round: Int, detailsOlderThan old: Int64
    ) throws(SQLiteError) -> Int {
        try connection.transaction { () throws(SQLiteError) in
            try connection.run(
                "INSERT OR IGNORE INTO page VALUES (?, ?)",
                [.integer(Int64(round)), .integer(Int64(number))])
            return try keep(
                films, from: number * films.count, round: round, detailsOlderThan: old)
        }
    }

    /// Keeps a part of a list, and up to where all was read then; tells how
    /// many of its films the round had not had before. Parts come in any
    /// order, so that of films of the same rating that of the ids is kept.
    func keepPart(
        _ films: [FilmRecord], readUpTo place: SnapshotPlace?, round: Int,
        detailsOlderThan old: Int64
    ) throws(SQLiteError) -> Int {
        try connection.transaction { () throws(SQLiteError) in
            switch place {
            case .text(let id): try set("place", .text(id))
            case .number(let id): try set("place", .integer(id))
            case nil: break
            }
            return try keep(films, from: nil, round: round, detailsOlderThan: old)
        }
    }

    private func keep(
        _ films: [FilmRecord], from first: Int?, round: Int, detailsOlderThan old: Int64
    ) throws(SQLiteError) -> Int {
        let sql = """
            INSERT INTO film (id, round, priority, listed, wanted) VALUES (?, ?, ?, ?, 1)
            ON CONFLICT (id) DO UPDATE SET round = excluded.round, listed = excluded.listed,
                priority = excluded.priority, attempts = 0, retry_at = 0,
                wanted = wanted OR detail IS NULL OR ? OR ifnull(detail_at, 0) < ?
            """
        let needsDetails =
            try connection.firstRow(
                "SELECT value FROM property WHERE name = 'needs_details'"
            ) { $0.integer(0) != 0 } ?? true
        var added = 0
        for (place, film) in films.enumerated() {
            guard let id = film.id, try !isKnown(id, round: round) else { continue }
            added += 1
            let known = try record(id)
            let isChanged = (known?.listed ?? known?.detail).map { film.differs(from: $0) }
            try connection.run(
                sql,
                [
                    .text(id), .integer(Int64(round)),
                    .integer(Self.priority(film, place: first.map { $0 + place } ?? 0)),
                    .blob(film.packed), .integer(isChanged ?? true ? 1 : 0), .integer(old),
                ])
        }
        if !needsDetails { try connection.run("UPDATE film SET wanted = 0 WHERE wanted = 1") }
        return added
    }

    private func isKnown(_ id: String, round: Int) throws(SQLiteError) -> Bool {
        try connection.firstRow(
            "SELECT 1 FROM film WHERE id = ? AND round = ?", [.text(id), .integer(Int64(round))]
        ) { _ in true } ?? false
    }

    /// Ends the round: what it did not have is gone, unless it was looked at
    /// since `seen`.
    func endLists(now: Int64, seenSince seen: Int64) throws(SQLiteError) {
        try connection.transaction { () throws(SQLiteError) in
            let state = try state()
            try connection.run(
                "DELETE FROM film WHERE round < ? AND ifnull(seen_at, 0) < ?",
                [.integer(Int64(state.round)), .integer(seen)])
            try set("lists_read_at", .integer(now))
            try set(state.needsDetails ? .details : .complete)
        }
    }

    func keep(_ genres: [GenreRecord]) throws(SQLiteError) {
        try connection.transaction { () throws(SQLiteError) in
            try connection.run("DELETE FROM genre")
            for genre in genres {
                try connection.run(
                    "INSERT OR IGNORE INTO genre VALUES (?, ?, ?)",
                    [
                        .text(genre.id), .text(genre.name),
                        genre.description.map { .text($0) } ?? .null,
                    ])
            }
        }
    }

    /// The films to read next, best rated first.
    func wanted(_ count: Int, now: Int64) throws(SQLiteError) -> [String] {
        try connection.rows(
            "SELECT id FROM film WHERE wanted = 1 AND retry_at <= ? ORDER BY priority LIMIT ?",
            [.integer(now), .integer(Int64(count))]
        ) { $0.string(0) }
    }

    /// When a film is to be tried again; nil where none is.
    func nextRetry() throws(SQLiteError) -> Int64? {
        try connection.firstRow("SELECT min(retry_at) FROM film WHERE wanted = 1") {
            $0.optionalInteger(0)
        } ?? nil
    }

    /// Keeps a film's own record; true if it is the first.
    @discardableResult
    func keepDetail(_ film: FilmRecord, now: Int64) throws(SQLiteError) -> Bool {
        guard let id = film.id else { return false }
        let isKnown = try connection.firstRow(
            "SELECT 1 FROM film WHERE id = ? AND detail_at IS NOT NULL", [.text(id)]
        ) { _ in true }
        let sql = """
            INSERT INTO film (id, detail, detail_at, priority) VALUES (?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET detail = excluded.detail,
                detail_at = excluded.detail_at, wanted = 0, attempts = 0, retry_at = 0
            """
        try connection.run(
            sql,
            [
                .text(id), .blob(film.packed), .integer(now),
                .integer(Self.priority(film, place: 0)),
            ])
        return isKnown == nil
    }

    /// Says that a film could not be read; `isGone` where the server knows of
    /// no such film.
    func failDetail(
        _ id: String, isGone: Bool, policy: SnapshotPolicy, now: Int64
    ) throws(SQLiteError) {
        let attempts = try connection.firstRow(
            "SELECT attempts FROM film WHERE id = ?", [.text(id)]
        ) { Int(clamping: $0.integer(0)) + 1 }
        let retry = isGone ? nil : policy.retry(attempts: attempts ?? 1, now: now)
        try connection.run(
            "UPDATE film SET attempts = ?, retry_at = ?, wanted = ? WHERE id = ?",
            [
                .integer(Int64(attempts ?? 1)), .integer(retry ?? 0),
                .integer(retry == nil ? 0 : 1), .text(id),
            ])
    }
}
