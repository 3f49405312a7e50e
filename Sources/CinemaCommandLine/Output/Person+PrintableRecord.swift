import CinemaClient
import CinemaCore

extension Person: PrintableRecord {
    func page(on console: Console) -> RecordPage {
        var page = RecordPage(title: name, on: console)
        page.facts([
            EnglishText.films(summary.films),
            summary.roles.map(\.name).joined(separator: ", "),
        ])
        page.list([("Id", id.text)])
        for role in roles {
            page.rows(role.title, FilmSummary.shortColumns, films(as: role).map(\.shortCells))
        }
        let others = filmography.filter(\.roles.isEmpty).map(\.film.shortCells)
        page.rows("Films", FilmSummary.shortColumns, others)
        return page
    }

    /// Their roles in all films: those of a poster first, then others as they come.
    private var roles: [Role] {
        var roles = Role.billing
        for role in filmography.flatMap(\.roles) where !roles.contains(role) {
            roles.append(role)
        }
        return roles
    }

    func write(to json: inout JSONWriter) {
        json.object { object in
            summary.writeMembers(to: &object)
            object.array("filmography") { array in
                for entry in filmography { array.shortFilm(entry.film, roles: entry.roles) }
            }
        }
    }
}
