internal import CinemaCore

/// How the first rows of a query came: of what happened to be kept, unless
/// something else is said.
struct FirstRows {
    var areOfServer = false
    /// Whether people, and rows of a rescue, have to be asked for behind them.
    var arePeopleApart = false
    var isRescueApart = false
}

extension FirstRows {
    /// Of an answer of the server.
    init(_ results: SearchResults) {
        self.init(
            areOfServer: true, arePeopleApart: results.peopleComeApart,
            isRescueApart: results.rescueComesApart)
    }
}
