internal import CinemaCore

/// Why a search server did not answer a request.
struct SearchFailure: Error, Hashable {
    /// What the reader is told.
    var error: CatalogError
    /// The status of the answer; nil where none came.
    var status: Int?
    /// What the server calls it: `index_not_found_exception`.
    var type: String?

    init(_ error: CatalogError, status: Int? = nil, type: String? = nil) {
        self.error = error
        self.status = status
        self.type = type
    }
}
