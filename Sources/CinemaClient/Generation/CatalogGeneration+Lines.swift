internal import CinemaCore
internal import Glibc

extension CatalogGeneration {
    /// Writes the films that `run` makes as lines of JSON into the file at
    /// `path`, for measurements of imports; false where it cannot be written.
    package static func writeLines(films: Int, seed: UInt64, to path: String) -> Bool {
        guard let stream = fopen(path, "w") else { return false }
        var writer = JSONWriter()
        for film in SyntheticFilms(count: max(0, min(films, mostFilms)), seed: seed) {
            film.write(to: &writer)
            let bytes = writer.takeBytes()
            guard fwrite(bytes, 1, bytes.count, stream) == bytes.count else {
                fclose(stream)
                return false
            }
        }
        return fclose(stream) == 0
    }
}

extension FilmRecord {
    /// One line, as an API tells a film.
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object { line in
            line.member("id", id)
            line.member("title", title)
            line.member("year", year)
            line.member("rating", rating?.value)
            line.member("reviews", reviews)
            line.member("type", type)
            line.member("runtime", runtime)
            line.member("released", released)
            line.member("description", description)
            line.member("awards", awards)
            line.member("metacritic", metacritic)
            line.member("tomatometer", tomatometer)
            line.member("box_office", boxOffice)
            line.array("genres") { list in for genre in genres { list.element(genre.name) } }
            line.array("countries") { list in for country in countries { list.element(country) } }
            line.array("languages") { list in for name in languages { list.element(name) } }
            for (key, role) in [
                ("directors", Role.director), ("writers", .writer), ("actors", .actor),
            ] {
                line.array(key) { list in
                    for credit in credits where credit.role == role {
                        list.object { person in
                            person.member("id", credit.person.id)
                            person.member("name", credit.person.name)
                        }
                    }
                }
            }
        }
        writer.newline()
    }
}
