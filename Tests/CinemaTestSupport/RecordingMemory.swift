public import CinemaTUI
import Synchronization

/// Keeps what the program wanted remembered.
public final class RecordingMemory: Memory {
    private let kept = Mutex<(queries: [String], viewed: [RecentItem])>(([], []))

    public init() {}

    public func remember(query: String) { kept.withLock { $0.queries.append(query) } }
    public func remember(viewed item: RecentItem) { kept.withLock { $0.viewed.append(item) } }

    public var queries: [String] { kept.withLock { $0.queries } }
    public var viewed: [RecentItem] { kept.withLock { $0.viewed } }
}
