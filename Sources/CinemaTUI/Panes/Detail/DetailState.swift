public import CinemaCore

/// The detail pane: which record, what is known of it, which door is chosen.
public struct DetailState: Equatable, Sendable {
    public var target: DetailTarget?
    public var content: DetailContent?
    public var failure: CatalogError?
    /// Whether the record takes so long that the reader is told.
    public var isStalled = false
    /// Whether loading waits until the selection rests.
    public var waitsForPause = false
    /// Whether it was noted as viewed.
    var isNoted = false
    /// The chosen door, as its number in the document; nil before one is.
    public var door = 0
    /// The first visible line.
    public var top = 0

    public init() {}

    public init(target: DetailTarget?) { self.target = target }

    /// The content if it belongs to the target; while another record is on
    /// its way the former one is not shown under its name.
    public var currentContent: DetailContent? {
        content?.target == target ? content : nil
    }
}
