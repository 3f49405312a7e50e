/// An index of people or of genres.
struct EntityIndex: Hashable, Sendable {
    /// What is asked for: an alias or an index.
    var name: String
    /// The indices behind it.
    var indices: [String] = []
    /// Nil where only `_id` tells entities apart.
    var id: IndexField?
    var label: IndexField
    var description: IndexField?
    /// How many documents it has, where that is known.
    var documents: Int?
}
