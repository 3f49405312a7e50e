/// A place in a text, counted from 1; 0 where it is not known.
struct TOMLPosition: Hashable, Sendable {
    var line: Int
    var column: Int
}
