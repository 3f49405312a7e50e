public import CinemaTUI
import Synchronization

/// A screen that keeps every frame it was given.
public final class RecordingScreen: Screen, Sendable {
    public let size: Size
    private let record = Mutex(Record())

    private struct Record {
        var frames: [Frame] = []
        var redraws = 0
        var suspensions = 0
        var copies: [String] = []
    }

    public init(size: Size) { self.size = size }

    public func present(_ frame: Frame) { record.withLock { $0.frames.append(frame) } }
    public func redraw() { record.withLock { $0.redraws += 1 } }
    public func copy(_ text: String) { record.withLock { $0.copies.append(text) } }
    public func suspend() { record.withLock { $0.suspensions += 1 } }

    public var frames: [Frame] { record.withLock { $0.frames } }
    public var redraws: Int { record.withLock { $0.redraws } }
    public var copies: [String] { record.withLock { $0.copies } }
    public var suspensions: Int { record.withLock { $0.suspensions } }
}
