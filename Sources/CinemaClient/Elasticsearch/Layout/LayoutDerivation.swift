internal import CinemaCore

/// Which indices hold films, people and genres, and where they have what:
/// from what a server tells of itself, without asking it anything.
///
/// Fields count before names: an index with titles and what films have is one
/// of films, whatever it is called.
struct LayoutDerivation {
    /// Why there is no layout, in words for the reader.
    struct Failure: Error, Hashable {
        var cause: String
    }

    let facts: IndexFacts

    func layout() throws(Failure) -> IndexLayout {
        let films = try films()
        var layout = IndexLayout(server: facts.server, films: films.index)
        layout.remarks = films.remarks
        let taken = Set(films.index.indices)
        if let (index, remarks) = try entities(.people, besides: taken) {
            layout.people = index
            layout.remarks += remarks
        }
        let alsoTaken = taken.union(layout.people?.indices ?? [])
        if let (index, remarks) = try entities(.genres, besides: alsoTaken) {
            layout.genres = index
            layout.remarks += remarks
        }
        layout.remarks += fieldRemarks(layout)
        return layout
    }

    private func films() throws(Failure) -> (index: FilmIndex, remarks: [String]) {
        if let chosen = facts.chosen[.films] {
            let document = facts.document(of: chosen.indices)
            guard let fields = FilmFieldFinder(document).fields else {
                throw Failure(
                    cause: "the index \(chosen.name) has no field that could be a title"
                        + " (\(Self.list(document.children.map(\.key))));"
                        + " name another one in the configuration: index_films = \"…\"")
            }
            let index = FilmIndex(name: chosen.name, indices: chosen.indices, fields: fields)
            return (index, [])
        }
        let candidates = candidates(.films) { filmScore($0, $1) }
        guard let best = candidates.first,
            let fields = FilmFieldFinder(facts.document(of: best.indices)).fields
        else { throw Failure(cause: nothingFound) }
        let index = FilmIndex(name: best.name, indices: best.indices, fields: fields)
        return (index, Self.remarks(candidates, "films", "index_films"))
    }

    private func entities(
        _ kind: IndexNameWords.Kind, besides taken: Set<String>
    ) throws(Failure) -> (EntityIndex, [String])? {
        let key = kind == .people ? "index_people" : "index_genres"
        if let chosen = facts.chosen[kind] {
            let document = facts.document(of: chosen.indices)
            guard let index = EntityFinder(document).index(chosen.name, chosen.indices, kind)
            else {
                throw Failure(
                    cause: "the index \(chosen.name) has no field that could be a name"
                        + " (\(Self.list(document.children.map(\.key))));"
                        + " name another one in the configuration: \(key) = \"…\"")
            }
            return (index, [])
        }
        let candidates = candidates(kind) { document, name in
            EntityFinder(document).score(kind, name: name)
        }.filter { taken.isDisjoint(with: $0.indices) }
        guard let best = candidates.first,
            let index = EntityFinder(facts.document(of: best.indices))
                .index(best.name, best.indices, kind)
        else { return nil }
        return (index, Self.remarks(candidates, kind == .people ? "people" : "genres", key))
    }

    /// How much an index looks like one of films; nil for not at all.
    private func filmScore(_ document: MappedField, _ name: String) -> Int? {
        let finder = FilmFieldFinder(document)
        guard let fields = finder.fields else { return nil }
        let named = IndexNameWords.kind(of: name)
        let hasOwnTitle = document.children.contains { FilmWords.ownTitle.contains($0.word) }
        let groups = fields.groups
        let isNamedSo = named?.kind == .films
        switch (hasOwnTitle, isNamedSo) {
        case (true, true): break
        case (true, false): guard groups >= (named == nil ? 2 : 4) else { return nil }
        case (false, true): guard groups >= 1 else { return nil }
        case (false, false):
            guard groups >= 3, !fields.genres.isEmpty || !fields.people.isEmpty else { return nil }
            guard named == nil else { return nil }
        }
        return groups * 10 + (hasOwnTitle ? 10 : 0) + (isNamedSo ? 15 * (named?.rank ?? 0) : 0)
    }

    private var nothingFound: String {
        let names = facts.mappings.keys.filter { !$0.hasPrefix(".") }.sorted()
        guard !names.isEmpty else {
            return "no index is open; load films first, open their index, or look at another server"
        }
        return "no index looks like one of films (\(Self.list(names)));"
            + " name it in the configuration: index_films = \"…\""
    }

    /// The first few names.
    static func list(_ names: [String]) -> String {
        let shown = names.prefix(8).joined(separator: ", ")
        if names.isEmpty { return "it has no fields" }
        return names.count > 8 ? shown + " and \(names.count - 8) more" : shown
    }

    private func fieldRemarks(_ layout: IndexLayout) -> [String] {
        var remarks: [String] = []
        if layout.people == nil { remarks.append("people are gathered from the films") }
        if layout.genres == nil { remarks.append("genres are gathered from the films") }
        let fields = layout.films.fields
        if fields.title.exact == nil {
            remarks.append("titles have no whole values to sort by (\(fields.title.path))")
        }
        if fields.id == nil { remarks.append("films are told apart by _id alone") }
        return remarks
    }
}

extension FilmFields {
    /// How many of the things that films have there are.
    fileprivate var groups: Int {
        let single = [description, rating, reviews, year, runtime, countries, type].filter {
            $0 != nil
        }
        return single.count + (genres.isEmpty ? 0 : 1) + people.count + (persons == nil ? 0 : 1)
    }
}
