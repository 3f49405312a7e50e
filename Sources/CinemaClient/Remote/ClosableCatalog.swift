public import CinemaCore

/// A catalogue that has work of its own under way, on threads of its own.
public protocol ClosableCatalog: Catalog {
    /// Ends all work and requests, and returns when no thread is within
    /// libcurl any more and what was seen is kept; it does not wait for the
    /// network. To be called before the process ends: libraries take
    /// themselves down then.
    nonisolated func shutDown()
}
