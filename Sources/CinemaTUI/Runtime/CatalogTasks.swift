import CinemaCore

/// The questions that are under way, by what they ask: a newer one of a kind
/// takes the place of the older, so that however fast keys come, at most one
/// search, one count, one record are being worked on, and only rows near the
/// reader's place.
struct CatalogTasks {
    /// What a question is about.
    enum Name: Hashable, Sendable {
        case summary, rows, numbers, confirmation, record, surprise, inspection
        case page(Tab, offset: Int)

        /// Nil where an effect asks nothing.
        init?(_ effect: Effect) {
            switch effect {
            case .summarize: self = .summary
            case .search: self = .rows
            case .count: self = .numbers
            case .confirm: self = .confirmation
            case .load: self = .record
            case .surprise: self = .surprise
            case .inspect: self = .inspection
            case .films(_, let page, _): self = .page(.films, offset: page.offset)
            case .people(_, let page, _): self = .page(.people, offset: page.offset)
            case .genres(_, let page, _): self = .page(.genres, offset: page.offset)
            default: return nil
            }
        }

        /// Whether a new query makes it useless.
        var belongsToQuery: Bool {
            self != .summary && self != .record && self != .inspection
        }
    }

    private struct Entry {
        var task: Task<Void, Never>
        var number: Int
        var isQuick: Bool
    }

    private var entries: [Name: Entry] = [:]
    private var lastNumber = 0

    var count: Int { entries.count }

    /// Whether an answer is expected within milliseconds.
    var expectsReply: Bool { entries.values.contains { $0.isQuick } }
    /// Whether that is but the second pass.
    var expectsNumbersOnly: Bool {
        entries.allSatisfy { !$0.value.isQuick || $0.key == .numbers }
    }

    /// The number by which a question that is started now ends.
    mutating func nextNumber() -> Int {
        lastNumber += 1
        return lastNumber
    }

    mutating func start(_ name: Name, _ number: Int, isQuick: Bool, _ task: Task<Void, Never>) {
        entries.updateValue(Entry(task: task, number: number, isQuick: isQuick), forKey: name)?
            .task.cancel()
    }

    /// Ends a question; false where it was given up before.
    mutating func end(_ name: Name, _ number: Int) -> Bool {
        guard entries[name]?.number == number else { return false }
        entries[name] = nil
        return true
    }

    mutating func cancel(where isUseless: (Name) -> Bool) {
        for (name, entry) in entries where isUseless(name) {
            entry.task.cancel()
            entries[name] = nil
        }
    }
}
