internal import CinemaCore

extension FilmRecord {
    /// The row of a list. People without an id are known by their names.
    func summary(_ genreNames: GenreNames) -> FilmSummary {
        FilmSummary(
            id: Identifier(id ?? ""), title: title, year: year, rating: rating, reviews: reviews,
            type: type, runtime: runtime, genres: genres.map(genreNames.reference),
            directors: credits.filter { $0.role == .director }.map(\.person.reference))
    }

    func film(_ genreNames: GenreNames) -> Film {
        Film(
            summary: summary(genreNames), description: description, released: released,
            countries: countries, languages: languages, credits: mergedCredits, awards: awards,
            metacritic: metacritic, tomatometer: tomatometer, boxOffice: boxOffice, imdb: imdb)
    }

    /// Everybody once in each role, and each genre once: a service that joins
    /// its tables repeats them.
    var withoutRepetitions: FilmRecord {
        var film = self
        var seen: Set<Credit> = []
        film.credits.removeAll { !seen.insert($0).inserted }
        var genres: Set<Name> = []
        film.genres.removeAll { !genres.insert($0).inserted }
        return film
    }

    /// Everybody once, with all their roles. Role by role, so that the directors
    /// stand as in a row, wherever in a list of everybody they are told.
    private var mergedCredits: [CinemaCore.Credit] {
        var merged: [CinemaCore.Credit] = []
        var places: [Name: Int] = [:]
        let others = credits.filter { !Role.billing.contains($0.role) }
        let billed = Role.billing.flatMap { role in credits.filter { $0.role == role } }
        for credit in billed + others {
            if let place = places[credit.person] {
                if !merged[place].roles.contains(credit.role) {
                    merged[place].roles.append(credit.role)
                }
            } else {
                places[credit.person] = merged.count
                merged.append(
                    CinemaCore.Credit(person: credit.person.reference, roles: [credit.role]))
            }
        }
        return merged
    }
}

extension FilmRecord.Name {
    /// A person; one without an id has `NamedPerson` for one.
    var reference: PersonReference {
        PersonReference(id: Identifier(id ?? NamedPerson.id(name)), name: name)
    }

    /// - Parameter told: An id that may have been made of a person's name, for
    ///   want of one: no id at all, so that another film may tell it.
    init(told id: String?, name: String) {
        self.init(id: id == NamedPerson.id(name) ? nil : id, name: name)
    }
}

/// Ids of people of whom a service tells the name alone.
enum NamedPerson {
    private static let prefix = "name:"

    static func id(_ name: String) -> String { prefix + name }

    /// The name, if the id is of this kind.
    static func name(_ id: String) -> String? {
        id.hasPrefix(prefix) ? String(id.dropFirst(prefix.count)) : nil
    }
}
