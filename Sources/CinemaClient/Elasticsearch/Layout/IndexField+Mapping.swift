extension IndexField {
    /// What a field of a mapping is good for.
    init(_ field: MappedField) {
        self.init(path: field.path, kind: Kind(field))
        nested = field.nested
        analyzer = field.analyzer
        let candidates = ([field] + field.subfields).filter(\.hasWholeValues)
        // Best: as it is, whatever its length.
        let best = candidates.min { Self.preference($0) < Self.preference($1) }
        exact = best?.path
        exactLimit = best?.limit
        exactFolds = best?.normalizer != nil
        if kind == .unsearchable, let keyword = best, keyword.path != field.path,
            keyword.isIndexed
        {
            // Not searched itself, but by a subfield.
            path = keyword.path
            kind = .keyword
        }
    }

    private static func preference(_ field: MappedField) -> (Int, Int) {
        (field.normalizer == nil ? 0 : 1, -(field.limit ?? .max))
    }
}

extension IndexField.Kind {
    fileprivate init(_ field: MappedField) {
        guard field.isIndexed else {
            self = .unsearchable
            return
        }
        self =
            switch field.type {
            case "text", "match_only_text", "annotated_text": .text
            case "keyword", "constant_keyword", "wildcard", "flattened", "flat_object", "version":
                .keyword
            case "search_as_you_type": .searchAsYouType
            case "long", "integer", "short", "byte", "unsigned_long": .integer
            case "double", "float", "half_float", "scaled_float": .decimal
            case "date", "date_nanos": .date
            case "boolean": .boolean
            default: .unsearchable
            }
    }
}

extension MappedField {
    /// Whether it can be sorted by and counted.
    fileprivate var hasWholeValues: Bool {
        guard hasValues, isIndexed else { return false }
        switch type {
        case "keyword", "constant_keyword", "wildcard", "version", "flattened", "long", "integer",
            "short", "byte", "unsigned_long", "double", "float", "half_float", "scaled_float",
            "date", "date_nanos", "boolean":
            return true
        default: return false
        }
    }
}
