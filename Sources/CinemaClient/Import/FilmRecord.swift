internal import CinemaCore

/// A film as a source tells it, before it is numbered and indexed.
struct FilmRecord: Equatable {
    /// A genre or a person: by name, with an id where the source has one.
    struct Name: Hashable {
        var id: String?
        var name: String
    }

    struct Credit: Hashable {
        var person: Name
        var role: Role
    }

    var id: String?
    /// A second id that the source tells, where it has two: what its addresses
    /// want may be either.
    var otherID: String?
    var title: String
    var year: Int?
    var rating: Rating?
    var reviews: Int?
    var type: String?
    var runtime: Int?
    var genres: [Name] = []
    var credits: [Credit] = []
    var description: String?
    var released: String?
    var countries: [String] = []
    var languages: [String] = []
    var awards: String?
    var metacritic: Int?
    var tomatometer: Int?
    var boxOffice: Int?
    var imdb: String?

    init(title: String) { self.title = title }
}
