internal import CinemaCore

/// The films of a query as far as they were read, and how far that is.
struct FilmSelection {
    var films: [FilmRecord] = []
    var total = Count.exact(0)
    var origin = ResultOrigin(place: .server)
    /// Whether these are all.
    var isComplete = true
}

/// How a query is answered: the list to read, and what is left to do here.
struct FilmPlan {
    /// Nil where nothing can match.
    var list: APIList?
    var filters: [Filter] = []
    var exclusions: [SearchText.Term] = []
    /// What titles are searched for here, where the service cannot.
    var text: SearchText?
    var sort: FilmSort?

    var isOfTheServer: Bool {
        filters.isEmpty && exclusions.isEmpty && text == nil && sort == nil
    }
}
