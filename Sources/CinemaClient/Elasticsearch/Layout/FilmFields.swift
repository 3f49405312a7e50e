internal import CinemaCore

/// Where an index of films has what.
struct FilmFields: Hashable, Sendable {
    /// Nil where only the document's own id (`_id`) tells films apart.
    var id: IndexField?
    var title: IndexField
    /// Titles in other languages and former ones (`original_title`).
    var otherTitles: [IndexField] = []
    var description: IndexField?
    var rating: IndexField?
    var reviews: IndexField?
    /// A number, or a date of which the year counts.
    var year: IndexField?
    var runtime: IndexField?
    /// Objects before names, where there are both; the first has what can be
    /// filtered by.
    var genres: [NameField] = []
    /// By role; objects before names.
    var people: [Role: [NameField]] = [:]
    /// One list of everybody with what they did.
    var persons: NameField?
    /// What they did there.
    var personsRole: IndexField?
    var countries: IndexField?
    var languages: IndexField?
    var type: IndexField?

    /// The keys of the document that a row of a list needs, for `_source`.
    var rowKeys: [String] = []
}
