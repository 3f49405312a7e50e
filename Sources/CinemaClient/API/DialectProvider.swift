internal import CinemaCore

/// Gives the dialect of a source: the remembered one, or, where there is none
/// or `anew` says that it does not fit any more, one derived now.
typealias DialectProvider =
    @Sendable (_ anew: Bool) async throws(CatalogError) -> APIDialect
