/// One condition that films have to meet; conditions of a query are met all.
public struct Filter: Hashable, Sendable {
    public enum Condition: Hashable, Sendable {
        /// Films of any of the named genres (name or id).
        case genre([String])
        /// Films with any of the named people (name, part of a name in whole
        /// words, or id), in any role or in one.
        case person([String], role: Role?)
        case year(Span<Int>)
        /// In tenths, 0 to 100.
        case rating(Span<Int>)
        /// In minutes.
        case runtime(Span<Int>)
        case country([String])
        case language([String])
        case type([String])
    }

    public var condition: Condition
    /// Whether films that meet the condition are left out instead.
    public var isExcluding: Bool

    public init(_ condition: Condition, excluding: Bool = false) {
        self.condition = condition
        isExcluding = excluding
    }

    /// Whether two filters speak of the same field, so that setting one in a
    /// menu replaces the other.
    public func hasSameField(as other: Filter) -> Bool { fieldName == other.fieldName }

    /// The name of the field in query text.
    public var fieldName: String {
        switch condition {
        case .genre: "genre"
        case .person(_, let role): role?.name ?? "person"
        case .year: "year"
        case .rating: "rating"
        case .runtime: "runtime"
        case .country: "country"
        case .language: "language"
        case .type: "type"
        }
    }
}
