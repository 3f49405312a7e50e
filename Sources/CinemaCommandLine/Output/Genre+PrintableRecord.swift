import CinemaClient
import CinemaCore

extension Genre: PrintableRecord {
    func page(on console: Console) -> RecordPage {
        var page = RecordPage(title: name, on: console)
        page.facts([EnglishText.films(summary.films)])
        page.paragraph(description)
        page.list([("Id", id.text)])
        page.rows("Best films", FilmSummary.shortColumns, best.map(\.shortCells))
        page.rows(
            "Decades",
            [TableColumn(minimum: 5), TableColumn(isTrailing: true, minimum: 9)],
            facets.decades.map { decade in
                ["\(decade.decade)s", EnglishText.counted(decade.films, "film", "films")]
            })
        return page
    }

    func write(to json: inout JSONWriter) {
        json.object { object in
            summary.writeMembers(to: &object)
            object.member("description", description)
            if !best.isEmpty {
                object.array("best") { array in
                    for film in best { array.shortFilm(film, roles: []) }
                }
            }
        }
    }
}
