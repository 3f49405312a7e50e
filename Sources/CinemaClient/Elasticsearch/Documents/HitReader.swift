internal import CinemaCore

/// Reads the documents of a search index: films, people and genres.
struct HitReader {
    private let layout: IndexLayout
    private var films = FilmRecordReader()
    private var entities = PersonRecordReader()
    private let filmIndices: Set<String>

    /// - Parameter genres: What genres are called, for films that have only
    ///   their ids.
    init(_ layout: IndexLayout, genres: GenreNames = GenreNames([])) {
        self.layout = layout
        // Genres without ids of their own are known by their names.
        films.genreNames = genres.byID.filter { $0.key != $0.value }
        filmIndices = Set(layout.films.indices + [layout.films.name])
        films.keys = layout.films.fields.furtherKeys
    }

    /// The documents of an answer, in its order.
    mutating func hits(_ root: JSONValue) -> [IndexHit] {
        (root["hits"]?.elements(of: "hits") ?? []).map { hit($0) }
    }

    /// One element of `hits.hits`, or the answer of `_doc`.
    mutating func hit(_ value: JSONValue) -> IndexHit {
        var hit = IndexHit(
            documentID: value["_id"]?.text ?? "", index: value["_index"]?.string ?? "")
        hit.sort = value.elements(of: "sort").map { SearchJSON($0) }
        // Without the document nothing was asked for but its place.
        guard value["_source"] != nil else { return hit }
        if filmIndices.contains(hit.index) || hit.index.isEmpty {
            hit.film = film(value, documentID: hit.documentID)
            hit.problems = films.problems
        } else {
            hit.entity = entity(value, documentID: hit.documentID)
            hit.problems = hit.entity == nil ? entities.problems : []
        }
        return hit
    }

    private mutating func film(_ value: JSONValue, documentID: String) -> FilmRecord? {
        guard var film = films.film(value)?.withoutRepetitions else { return nil }
        film.nameAlike()
        // The id by which the layout finds it is the one by which it is known.
        let own = id(layout.films.fields.id, value) ?? documentID
        if !own.isEmpty, film.id != own {
            film.otherID = film.id
            film.id = own
        }
        if film.otherID == nil, documentID != film.id, !documentID.isEmpty {
            film.otherID = documentID
        }
        return film
    }

    private mutating func entity(_ value: JSONValue, documentID: String) -> EntityRecord? {
        let index = value["_index"]?.string ?? ""
        guard let person = entities.person(value, documentID: documentID) else { return nil }
        let isGenre = layout.genres.map { $0.indices.contains(index) || $0.name == index } ?? false
        let known = isGenre ? layout.genres?.id : layout.people?.id
        var entity = EntityRecord(
            id: id(known, value) ?? (known == nil ? documentID : person.id), name: person.name)
        entity.description = value["_source"]?["description"]?.string.map {
            String($0.prefix(FilmRecordReader.longestText))
        }
        entity.roles = person.roles.map(\.name)
        entity.films = person.films.map { film in
            EntityRecord.Film(id: film.id, roles: film.roles.map(\.name))
        }
        return entity
    }

    private func id(_ field: IndexField?, _ value: JSONValue) -> String? {
        guard let field else { return nil }
        return value["_source"]?[field.topKey].flatMap(FilmRecordReader.identifier)
    }
}

extension FilmRecord {
    /// Gives who is told by name alone the id that the film has beside the
    /// same name in another role.
    fileprivate mutating func nameAlike() {
        guard credits.contains(where: { $0.person.id == nil }) else { return }
        var ids: [String: String] = [:]
        for credit in credits where ids[credit.person.name] == nil {
            ids[credit.person.name] = credit.person.id
        }
        guard !ids.isEmpty else { return }
        for place in credits.indices where credits[place].person.id == nil {
            credits[place].person.id = ids[credits[place].person.name]
        }
    }
}

extension IndexField {
    /// The member of the document that has it.
    var topKey: String { path.split(separator: ".").first.map(String.init) ?? path }
}

extension FilmFields {
    /// The keys of the documents that a reader of films does not know by
    /// itself.
    fileprivate var furtherKeys: [String: FilmField] {
        var keys: [String: FilmField] = [:]
        func add(_ key: String?, _ field: FilmField) {
            guard let key, FilmField.byKey[key] == nil, keys[key] == nil else { return }
            keys[key] = field
        }
        add(id?.topKey, .id)
        add(title.topKey, .title)
        add(description?.topKey, .description)
        add(rating?.topKey, .rating)
        add(reviews?.topKey, .reviews)
        add(year?.topKey, year?.kind == .date ? .released : .year)
        add(runtime?.topKey, .runtime)
        add(type?.topKey, .type)
        add(countries?.topKey, .countries)
        add(languages?.topKey, .languages)
        add(persons?.key, .persons)
        for name in genres { add(name.key, name.id == nil ? .genresNames : .genres) }
        let byRole: [(Role, FilmField, FilmField)] = [
            (.director, .directors, .directorsNames), (.writer, .writers, .writersNames),
            (.actor, .actors, .actorsNames),
        ]
        for (role, objects, names) in byRole {
            for name in people[role] ?? [] { add(name.key, name.id == nil ? names : objects) }
        }
        return keys
    }
}
