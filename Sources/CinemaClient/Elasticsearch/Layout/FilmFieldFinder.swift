internal import CinemaCore

/// Finds where the documents of an index have what of a film.
struct FilmFieldFinder {
    private let document: MappedField
    /// The members of the document by their words; aliases of fields last.
    private var byWord: [String: MappedField] = [:]

    init(_ document: MappedField) {
        self.document = document
        let real = document.children.filter { $0.type != "alias" }
        for child in real where byWord[child.word] == nil { byWord[child.word] = child }
        for child in document.children where child.type == "alias" {
            guard byWord[child.word] == nil, let target = child.target,
                let field = document.field(at: target)
            else { continue }
            byWord[child.word] = field
        }
    }

    /// Nil where there is nothing that could be a title.
    var fields: FilmFields? {
        guard let (title, titleKey) = title else { return nil }
        var fields = FilmFields(title: title)
        fields.id = one(FilmWords.id)
        fields.otherTitles = otherTitles(besides: titleKey)
        fields.description = text(FilmWords.description)
        fields.rating = number(FilmWords.rating, FilmWords.raters)
        fields.reviews = number(FilmWords.reviews, ["count", "value"])
        fields.year = one(FilmWords.year) ?? one(FilmWords.date)
        fields.runtime = number(FilmWords.runtime, ["minutes", "value"])
        fields.genres = names(FilmWords.genres, orLike: "genres")
        for (role, words) in FilmWords.people {
            let names = names(words, orLike: words[0])
            if !names.isEmpty { fields.people[role] = names }
        }
        findPersons(&fields)
        fields.countries = leaf(FilmWords.countries)
        fields.languages = leaf(FilmWords.languages)
        fields.type = leaf(FilmWords.type)
        fields.rowKeys = rowKeys(fields)
        return fields
    }

    private func all(_ words: [String]) -> [MappedField] { words.compactMap { byWord[$0] } }

    /// The first of the words that is a member, searchable ones first.
    private func one(_ words: [String]) -> IndexField? {
        let found = all(words).filter { !$0.isObject }.map { IndexField($0) }
        return found.first { $0.kind != .unsearchable } ?? found.first
    }

    private var title: (IndexField, key: String)? {
        for field in all(FilmWords.title) {
            if let title = Self.text(field), Self.isText(title) { return (title, field.key) }
        }
        return nil
    }

    private static func isText(_ field: IndexField) -> Bool {
        switch field.kind {
        case .text, .keyword, .searchAsYouType: true
        default: false
        }
    }

    /// A field, or of an object of titles by language the likeliest.
    private static func text(_ field: MappedField) -> IndexField? {
        guard field.isObject else { return IndexField(field) }
        let within = Dictionary(field.children.map { ($0.word, $0) }) { first, _ in first }
        let best = FilmWords.languageKeys.compactMap { within[$0] }.first { !$0.isObject }
        return (best ?? field.children.first { !$0.isObject }).map { IndexField($0) }
    }

    private func text(_ words: [String]) -> IndexField? {
        let found = all(words).compactMap(Self.text)
        return found.first(where: Self.isText) ?? found.first
    }

    private func otherTitles(besides key: String) -> [IndexField] {
        var titles: [IndexField] = []
        for field in all(FilmWords.title + FilmWords.otherTitles) {
            let parts = field.isObject ? field.children.filter { !$0.isObject } : [field]
            for part in parts where field.isObject || field.key != key {
                let title = IndexField(part)
                if Self.isText(title), !titles.contains(title) { titles.append(title) }
            }
        }
        return titles.filter { $0.path != title?.0.path }
    }

    private func number(_ words: [String], _ within: [String]) -> IndexField? {
        let found = all(words).compactMap { field -> IndexField? in
            guard field.isObject else { return IndexField(field) }
            let children = Dictionary(field.children.map { ($0.word, $0) }) { first, _ in first }
            return within.compactMap { children[$0] }.first { !$0.isObject }.map { IndexField($0) }
        }
        return found.first { $0.kind == .decimal || $0.kind == .integer } ?? found.first
    }

    /// A field of names, or the names within an object.
    private func leaf(_ words: [String]) -> IndexField? {
        let found = all(words).compactMap { Self.nameField($0)?.name }
        return found.first { $0.kind != .unsearchable } ?? found.first
    }

    /// Names, of objects before others; what can be filtered by before what
    /// cannot. A misspelt key serves where no right one does.
    private func names(_ words: [String], orLike word: String) -> [NameField] {
        var found = all(words)
        if found.isEmpty {
            let near = document.children.filter { child in
                child.word.count > 4 && EditDistance.between(child.word, word, limit: 1) != nil
            }
            found = near.sorted { $0.path < $1.path }.prefix(1).map(\.self)
        }
        let names = found.compactMap(Self.nameField)
        return names.enumerated().sorted { left, right in
            (left.element.rank, left.offset) < (right.element.rank, right.offset)
        }.map(\.element)
    }

    private func findPersons(_ fields: inout FilmFields) {
        for field in all(FilmWords.persons) where field.isObject {
            guard let persons = Self.nameField(field) else { continue }
            let role = FilmWords.role.compactMap { word in
                field.children.first { $0.word == word }
            }.first
            fields.persons = persons
            fields.personsRole = role.map { IndexField($0) }
            return
        }
    }
}

extension FilmFieldFinder {
    /// The names of a field: itself, or those within an object.
    static func nameField(_ field: MappedField) -> NameField? {
        guard field.isObject else { return NameField(key: field.topKey, name: IndexField(field)) }
        if field.children.isEmpty {
            guard field.type == "flattened" || field.type == "flat_object" else { return nil }
            return flattened(field)
        }
        let within = Dictionary(field.children.map { ($0.word, $0) }) { first, _ in first }
        let id = FilmWords.nameID.compactMap { within[$0] }.first { !$0.isObject }
        let name = FilmWords.name.compactMap { within[$0] }.first { !$0.isObject }
        // Names may be told by the id alone.
        guard let name = name ?? id else { return nil }
        return NameField(
            key: field.topKey, name: IndexField(name), id: id.map { IndexField($0) })
    }

    /// Whatever is within such a field is a keyword.
    private static func flattened(_ field: MappedField) -> NameField {
        func keyword(_ key: String) -> IndexField {
            let path = "\(field.path).\(key)"
            return IndexField(path: path, kind: .keyword, exact: path, nested: field.nested)
        }
        return NameField(key: field.topKey, name: keyword("name"), id: keyword("id"))
    }

    /// The members of the document that a row shows.
    private func rowKeys(_ fields: FilmFields) -> [String] {
        var keys: [String] = []
        func add(_ words: [String]) {
            for field in all(words) where !keys.contains(field.topKey) {
                keys.append(field.topKey)
            }
        }
        func add(_ names: [NameField]) {
            for name in names.prefix(1) where !keys.contains(name.key) { keys.append(name.key) }
        }
        add(FilmWords.id)
        add(FilmWords.title)
        add(FilmWords.year)
        add(FilmWords.date)
        add(FilmWords.rating)
        add(FilmWords.reviews)
        add(FilmWords.type)
        add(FilmWords.runtime)
        add(fields.genres)
        let directors = fields.people[.director] ?? []
        add(directors.isEmpty ? fields.persons.map { [$0] } ?? [] : directors)
        return keys
    }
}

extension NameField {
    /// Objects that can be filtered by, names that can, objects, names.
    fileprivate var rank: Int {
        let isSearchable = name.kind != .unsearchable || id?.kind ?? .unsearchable != .unsearchable
        return (isSearchable ? 0 : 2) + (id == nil ? 1 : 0)
    }
}
