import CinemaClient
import CinemaCore

extension JSONWriter {
    /// A genre or a person as another record names it.
    mutating func reference(id: String, name: String) {
        object { object in
            object.member("id", id)
            object.member("name", name)
        }
    }

    /// Role names; nothing where there are none.
    mutating func roles(_ roles: [Role]) { texts("roles", roles.map(\.name)) }

    /// Texts; nothing where there are none.
    mutating func texts(_ key: String, _ texts: [String]) {
        guard !texts.isEmpty else { return }
        array(key) { array in
            for text in texts { array.element(text) }
        }
    }

    /// A film as a short line of another record.
    mutating func shortFilm(_ film: FilmSummary, roles: [Role]) {
        object { object in
            object.member("id", film.id.text)
            object.member("title", film.title)
            object.member("year", film.year)
            object.member("rating", film.rating?.value)
            object.roles(roles)
        }
    }
}
