internal import CinemaCore

/// How far the reading of a snapshot is, as its staging file has it.
struct SnapshotState: Equatable, Sendable {
    enum Stage: String, Sendable { case lists, details, complete, tooLarge }

    var stage = Stage.lists
    /// Each reading of the lists is a round.
    var round = 0
    /// When the reading of the lists began that goes on, or was the last.
    var roundBeganAt: Int64?
    /// When lists were last read to their end; nil for never.
    var listsReadAt: Int64?
    /// When it was found that there are too many films.
    var gaveUpAt: Int64?
    var needsDetails = true
    /// What the server says, where it does.
    var announced: Int?
    /// Films known of, of this round while lists are read.
    var films = 0
    /// Films whose details were read, or that need none.
    var details = 0

    /// Whether what was read in lists is made into a catalogue just now.
    var isBuilding = false

    /// Whether every film of the source is known.
    var isWhole: Bool { listsReadAt != nil && stage != .tooLarge }

    var progress: CatalogStatus.SnapshotProgress {
        let total: Count =
            switch stage {
            case .lists, .tooLarge: announced.map { .exact(max($0, films)) } ?? .atLeast(films)
            case .details, .complete: .exact(films)
            }
        return CatalogStatus.SnapshotProgress(
            stage: progressStage, read: stage == .details ? details : films, total: total)
    }

    private var progressStage: CatalogStatus.SnapshotProgress.Stage {
        if isBuilding { return .building }
        return switch stage {
        case .lists: .lists
        case .details: .details
        case .complete: .complete
        case .tooLarge: .tooLarge
        }
    }
}
