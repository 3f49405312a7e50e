extension MappedField {
    /// Objects deeper than so many levels are not looked into.
    private static let deepest = 8
    /// The most fields of one object that are looked at.
    private static let mostFields = 2_000

    /// The document of an index, from what `_mapping` has under `mappings`;
    /// older servers have the name of a type around it.
    init(mappings: JSONValue?) {
        self.init(path: "", type: "object")
        guard let mappings else { return }
        var properties = mappings["properties"]
        if properties == nil {
            let types = mappings.members.prefix(8).compactMap { $0.value["properties"] }
            properties = types.first
        }
        children = Self.fields(properties, within: self, depth: 0)
        // What is worked out of a document when it is asked for.
        for (path, field) in mappings.members(of: "runtime") {
            guard let type = field["type"]?.string, !children.contains(where: { $0.path == path })
            else { continue }
            children.append(MappedField(path: path, type: type))
        }
    }

    private init(_ value: JSONValue, path: String, within object: MappedField, depth: Int) {
        let properties = value["properties"]
        let type = value["type"]?.string ?? "object"
        self.init(path: path, type: value["enabled"]?.boolean == false ? "disabled" : type)
        isIndexed = value["index"]?.boolean ?? (value["index"]?.string != "no")
        hasValues = value["doc_values"]?.boolean ?? true
        analyzer = value["search_analyzer"]?.string ?? value["analyzer"]?.string
        normalizer = value["normalizer"]?.string
        limit = value["ignore_above"]?.integer.map { Int($0) }
        nested = object.nestedWithin
        target = value["path"]?.string
        guard depth < Self.deepest else { return }
        if self.type != "disabled" {
            children = Self.fields(properties, within: self, depth: depth + 1)
        }
        for (key, field) in value.members(of: "fields", most: 64) {
            subfields.append(
                MappedField(
                    field, path: "\(path).\(key)", within: object, depth: Self.deepest))
        }
    }

    private static func fields(
        _ properties: JSONValue?, within object: MappedField, depth: Int
    ) -> [MappedField] {
        guard let properties, depth < deepest else { return [] }
        var fields: [MappedField] = []
        for member in properties.members.prefix(mostFields) {
            guard let key = member.key.string, !key.isEmpty, member.value.kind == .object else {
                continue
            }
            let path = object.path.isEmpty ? key : "\(object.path).\(key)"
            fields.append(MappedField(member.value, path: path, within: object, depth: depth))
        }
        return fields
    }
}

extension MappedField {
    /// The document of an index as `_field_caps` tells it, for those who may
    /// not read the mapping: without analyzers and limits.
    init(capabilities fields: JSONValue) {
        self.init(path: "", type: "object")
        var types: [(path: String, type: String, isIndexed: Bool, hasValues: Bool)] = []
        for member in fields.members.prefix(Self.mostFields) {
            guard let path = member.key.string, !path.hasPrefix("_"),
                let kind = member.value.members.first(where: { $0.key.string != "unmapped" }),
                let type = kind.key.string
            else { continue }
            types.append(
                (
                    path, type, kind.value["searchable"]?.boolean ?? true,
                    kind.value["aggregatable"]?.boolean ?? true
                ))
        }
        // Parents before what is within them.
        for field in types.sorted(by: { $0.path < $1.path }) {
            var mapped = MappedField(path: field.path, type: field.type)
            mapped.isIndexed = field.isIndexed || mapped.isObject
            mapped.hasValues = field.hasValues
            insert(mapped, under: field.path.split(separator: ".").dropLast().map(String.init))
        }
    }

    private mutating func insert(_ field: MappedField, under parts: [String]) {
        var field = field
        field.nested = nestedWithin
        guard let first = parts.first else { return children.append(field) }
        let path = self.path.isEmpty ? first : "\(self.path).\(first)"
        guard let place = children.firstIndex(where: { $0.path == path }) else {
            // An object of which the server tells nothing itself.
            var object = MappedField(path: path, type: "object")
            object.nested = nestedWithin
            object.insert(field, under: Array(parts.dropFirst()))
            return children.append(object)
        }
        if children[place].isObject {
            children[place].insert(field, under: Array(parts.dropFirst()))
        } else {
            children[place].subfields.append(field)
        }
    }
}
