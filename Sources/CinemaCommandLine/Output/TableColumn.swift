/// A column of a table for the eye.
struct TableColumn: Hashable, Sendable {
    /// Whether its cells end in the same place, as numbers do.
    var isTrailing = false
    /// The cells below which it is not cut.
    var minimum: Int
    /// How much wider it may stay than others when there is too little room.
    var weight = 1
    /// Whether the table may leave it out when there is far too little room.
    var isOptional = false
    /// Whether what matches the query is emphasised in it.
    var showsMatches = false
}
