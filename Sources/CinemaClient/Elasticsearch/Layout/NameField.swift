/// The genres or people of a film: names, perhaps with ids.
struct NameField: Hashable, Sendable {
    /// The key of the document: `genres`, `actors_names`.
    var key: String
    var name: IndexField
    /// The ids beside the names, in the same objects.
    var id: IndexField?
}
