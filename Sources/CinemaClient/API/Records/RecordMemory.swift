internal import CinemaCore

/// What was seen of films and people in former answers: rows to name films
/// with, and the second ids that details may want. Bounded: when it is full
/// it begins anew.
struct RecordMemory {
    private var rows: [String: FilmSummary] = [:]
    private var otherIDs: [String: String] = [:]

    static let mostRows = 20_000

    func film(_ id: String) -> FilmSummary? { rows[id] }

    /// The ids under which details may be asked for, the likeliest first.
    func ids(_ id: String) -> [String] { [id] + (otherIDs[id].map { [$0] } ?? []) }

    mutating func remember(_ film: FilmRecord, _ summary: FilmSummary) {
        guard let id = film.id else { return }
        if rows.count >= Self.mostRows { rows = [:] }
        rows[id] = summary
        remember(id: id, otherID: film.otherID)
    }

    mutating func remember(id: String, otherID: String?) {
        guard let otherID else { return }
        if otherIDs.count >= Self.mostRows { otherIDs = [:] }
        otherIDs[id] = otherID
    }
}
