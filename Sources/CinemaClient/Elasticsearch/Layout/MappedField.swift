/// A field as a mapping tells it, or an object with the fields within.
struct MappedField: Hashable, Sendable {
    /// The whole path: `genres.name`; empty for the document itself.
    var path: String
    /// As the server calls it: `text`, `nested`; `object` for objects.
    var type: String
    var isIndexed = true
    /// Whether values can be sorted by and counted (`doc_values`).
    var hasValues = true
    var analyzer: String?
    var normalizer: String?
    /// `ignore_above`.
    var limit: Int?
    /// The path of the nested object around it.
    var nested: String?
    /// Which field an alias stands for.
    var target: String?
    /// The same value indexed in other ways (`fields`).
    var subfields: [MappedField] = []
    /// The fields of an object.
    var children: [MappedField] = []

    var isObject: Bool { ["object", "nested", "flattened", "flat_object"].contains(type) }

    /// The path of nested objects that the fields within are in.
    var nestedWithin: String? { type == "nested" ? path : nested }

    /// The last part of the path.
    var key: String { path.split(separator: ".").last.map(String.init) ?? "" }

    /// The member of the document that has it.
    var topKey: String { path.split(separator: ".").first.map(String.init) ?? "" }

    /// The key for comparing: letters and digits alone, so that `imdbRating`
    /// and `imdb_rating` are one.
    var word: String { Self.word(key) }

    static func word(_ key: String) -> String {
        key.lowercased().filter { $0.isLetter || $0.isNumber }
    }

    /// The field of a path within.
    func field(at path: String) -> MappedField? {
        for child in children {
            if child.path == path { return child }
            if path.hasPrefix(child.path + "."), let found = child.field(at: path) { return found }
        }
        return nil
    }

    /// What two indices behind one name have in common: what only one has is
    /// kept, what both have in different ways is only as good as the worse.
    func merged(_ other: MappedField) -> MappedField {
        var merged = self
        guard isObject == other.isObject else { return merged }
        if isObject {
            let own = Set(children.map(\.path))
            let others = Dictionary(other.children.map { ($0.path, $0) }) { first, _ in first }
            merged.children = children.map { child in
                others[child.path].map { child.merged($0) } ?? child
            }
            merged.children += other.children.filter { !own.contains($0.path) }
            return merged
        }
        let common = Set(other.subfields.map { [$0.path, $0.type] })
        merged.subfields = subfields.filter { common.contains([$0.path, $0.type]) }
        if type != other.type {
            if other.type == "text" { merged.type = other.type }
            merged.hasValues = hasValues && other.hasValues && other.type != "text"
        }
        merged.isIndexed = isIndexed && other.isIndexed
        merged.normalizer = normalizer ?? other.normalizer
        merged.limit = limit.map { min($0, other.limit ?? $0) } ?? other.limit
        return merged
    }
}
