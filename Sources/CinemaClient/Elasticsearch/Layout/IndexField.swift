/// A field of an index, as its mapping has it.
struct IndexField: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// Analysed text.
        case text
        /// Whole values.
        case keyword
        /// Text that is indexed by its beginnings too (`search_as_you_type`).
        case searchAsYouType
        case integer
        case decimal
        case date
        case boolean
        /// Not searchable: `index: false`, `enabled: false`, a kind unknown here.
        case unsearchable
    }

    /// The whole path, as a query has it: `genres.name`.
    var path: String
    var kind: Kind
    /// The path of whole values, for terms, sorts and counts: the field
    /// itself or a subfield (`title.raw`, `title.keyword`); nil where there is
    /// none.
    var exact: String?
    /// Whether values longer than `exact` holds are left out there
    /// (`ignore_above`), in characters.
    var exactLimit: Int?
    /// Whether `exact` folds case (a `normalizer`).
    var exactFolds = false
    /// The nested object that a query has to go into; nil where there is none.
    var nested: String?
    /// The analyzer of text; nil for the server's own.
    var analyzer: String?
}
