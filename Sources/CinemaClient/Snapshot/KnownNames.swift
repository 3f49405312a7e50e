/// The ids of people and genres by name, for services that tell of some
/// people (a director) or of the genres in films the name alone: else one
/// person would be two.
///
/// A name that two people have means neither.
struct KnownNames {
    private var people: [String: String?] = [:]
    private var genres: [String: String?] = [:]

    init(genres: [GenreRecord]) {
        for genre in genres where genre.id != genre.name {
            Self.note(FilmRecord.Name(id: genre.id, name: genre.name), in: &self.genres)
        }
    }

    mutating func note(_ film: FilmRecord) {
        for credit in film.credits { Self.note(credit.person, in: &people) }
        for genre in film.genres { Self.note(genre, in: &genres) }
    }

    /// The film with the ids of those whose names are known.
    func named(_ film: FilmRecord) -> FilmRecord {
        var film = film
        for place in film.credits.indices where film.credits[place].person.id == nil {
            film.credits[place].person.id = people[film.credits[place].person.name] ?? nil
        }
        for place in film.genres.indices where film.genres[place].id == nil {
            film.genres[place].id = genres[film.genres[place].name] ?? nil
        }
        return film
    }

    private static func note(_ name: FilmRecord.Name, in ids: inout [String: String?]) {
        guard let id = name.id else { return }
        guard let known = ids[name.name] else {
            ids[name.name] = .some(id)
            return
        }
        if known != id { ids[name.name] = .some(nil) }
    }
}
