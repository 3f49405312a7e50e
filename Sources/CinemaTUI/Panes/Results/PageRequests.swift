import CinemaCore

/// What a list asks for as the reader moves, and what it no longer needs.
struct PageRequests: Equatable, Sendable {
    var asked: [PageRequest] = []
    /// Asked for before, for a place that has been left.
    var dropped: [PageRequest] = []
}
