public import CinemaCore

/// What the screen says of a remote source.
extension Texts {
    // MARK: The list

    var atTheServer: String { "Only at the server" }
    var askingTheServer: String { "The server is being asked." }

    func connecting(_ name: String) -> String {
        name.isEmpty ? "Connecting…" : "Connecting to \(name)…"
    }

    func retryHint(_ key: String) -> String { "\(key) tries again." }
    var retriesByItself: String { "It is tried again by itself." }

    /// What is typed so far is often the beginning of a word.
    var matchesAtTheServer: String { "The server searches; it may know whole words only." }

    func genresRead(_ progress: CatalogStatus.SnapshotProgress) -> String {
        "\(genres) in \(Numbers.grouped(progress.read)) of \(count(progress.total))"
    }

    func peopleNotRead(_ progress: CatalogStatus.SnapshotProgress) -> String {
        let read = progress.stage == .details ? Numbers.grouped(progress.read) : "0"
        return "People are read film by film: \(read) of \(count(progress.total)) so far."
    }

    var notReadYet: String { "Its people and description were not read yet." }

    func serverNotAsked(_ error: CatalogError) -> String {
        "The server could not be asked. \(error.sentence)"
    }

    /// Where rows come from and how far they reach; the most telling first.
    public func origin(_ origin: ResultOrigin, isShort: Bool) -> [String] {
        var parts = origin.missing.map { missing($0, isShort: isShort) } ?? []
        if let coverage = origin.coverage {
            let read = Numbers.grouped(coverage.read)
            switch (origin.place, isShort) {
            case (.loadedPages, true): parts.append("filtered out of \(read) rows")
            case (.loadedPages, false): parts.append("filtered here, out of \(read) rows read")
            default: parts.append("\(read) of \(count(coverage.total)) read")
            }
        } else if origin.place == .loadedPages {
            parts.append(isShort ? "filtered here" : "filtered here, out of the rows read")
        }
        if origin.unreadableRows > 0 {
            let rows = origin.unreadableRows == 1 ? "1 row" : "\(origin.unreadableRows) rows"
            parts.append(rows + (isShort ? " unreadable" : " unreadable at the server"))
        }
        return parts + leftOut(origin.ignored, isShort: isShort)
    }

    /// What a result lacks, and why.
    private func missing(_ missing: ResultOrigin.Missing, isShort: Bool) -> [String] {
        var parts: [String] = []
        if missing.parts > 0 {
            let shards =
                "\(missing.parts) of \(missing.of) " + (missing.of == 1 ? "shard" : "shards")
            parts.append(
                isShort
                    ? "\(shards) silent"
                    : "\(shards) did not answer: some films may be missing")
        }
        if missing.timedOut {
            parts.append(
                isShort
                    ? "cut short" : "the server stopped looking after its time limit")
        }
        return parts
    }

    /// What of a query the source could not do.
    private func leftOut(_ fields: [String], isShort: Bool) -> [String] {
        var parts: [String] = []
        var names = fields.filter { $0 != "sort" }.map {
            $0 == "runtime" ? name(.runtime) : $0
        }
        if let last = names.popLast() {
            let text = names.isEmpty ? last : names.joined(separator: ", ") + " and " + last
            let isOrAre = names.isEmpty ? "is" : "are"
            parts.append(
                isShort ? "\(text) not told" : "\(text) \(isOrAre) not told by this source")
        }
        if fields.contains("sort") {
            parts.append(isShort ? "not sorted" : "this source cannot sort so")
        }
        return parts
    }

    // MARK: Header and status line

    var offline: String { "offline" }

    /// How the source is doing, the most telling part first; nothing where all
    /// is local.
    func status(
        _ status: CatalogStatus, progress: CatalogStatus.SnapshotProgress?
    ) -> [String] {
        switch status.connection {
        case .local: return []
        case .switchedOff: return [data(status, after: "network off")]
        case .offline(let error, let wait): return [offline(error, wait, status)]
        case .connecting, .online: break
        }
        var parts: [String] = []
        if let text = progress.flatMap(self.progress) { parts.append(text) }
        if let nodes = status.nodes, nodes.answering < nodes.known {
            parts.append("\(nodes.answering) of \(nodes.known) nodes")
        }
        guard let answer = status.lastAnswer else { return parts }
        if answer.origin == .server, let took = answer.took {
            let whole = Numbers.grouped(answer.milliseconds)
            return parts + ["server \(Numbers.grouped(took)) ms of \(whole)"]
        }
        switch answer.origin {
        case .server: parts.append("server")
        case .cache: parts.append("cache")
        case .snapshot: parts.append("snapshot")
        }
        if answer.origin != .server, let time = status.readAt {
            parts.append(self.time(time) + (status.isStale ? ", old" : ""))
        }
        // Small times would flicker at each key and tell nothing.
        if answer.origin == .server || answer.milliseconds >= 20 {
            parts.append("\(Numbers.grouped(answer.milliseconds)) ms")
        }
        return parts
    }

    private func offline(_ error: CatalogError, _ wait: Int?, _ status: CatalogStatus) -> String {
        switch error.kind {
        case .unauthorized: data(status, after: "not authorized")
        case .busy: data(status, after: "busy" + (wait.map { ", waits \($0) s" } ?? ""))
        default: data(status, after: offline)
        }
    }

    private func data(_ status: CatalogStatus, after state: String) -> String {
        status.readAt.map { "\(state), data from \(time($0))" } ?? state
    }

    private func progress(_ progress: CatalogStatus.SnapshotProgress) -> String? {
        switch progress.stage {
        case .lists:
            "reading lists \(Numbers.grouped(progress.read))"
                + (progress.total.isExact ? " of \(count(progress.total))" : "")
        case .building: "building the copy"
        case .details: "reading \(Numbers.grouped(progress.read)) of \(count(progress.total))"
        case .complete, .tooLarge, .none: nil
        }
    }

    /// The hour of today, else the date.
    private func time(_ time: LocalTime) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return time.isToday
            ? "\(time.hour):\(two(time.minute))"
            : "\(time.year)-\(two(time.month))-\(two(time.day))"
    }
}
