import CinemaClient
import CinemaCore

extension Film: PrintableRecord {
    func page(on console: Console) -> RecordPage {
        var page = RecordPage(title: title, on: console)
        page.facts([
            summary.year.map { String($0) }, summary.typeText,
            summary.runtime.map { "\($0) min" }, countries.joined(separator: ", "),
            summary.ratingText,
        ])
        page.facts(summary.genres.map(\.name))
        page.paragraph(description)
        page.list(
            roles.map { role in
                (role.creditLabel, people(role).map(\.name).joined(separator: ", "))
            })
        page.list([
            ("Languages", languages.joined(separator: ", ")),
            ("Released", released),
            ("Awards", awards),
            ("Metacritic", metacritic.map { "\($0) of 100" }),
            ("Tomatometer", tomatometer.map { "\($0) %" }),
            ("Box office", boxOffice.map { "$" + EnglishText.grouped($0) }),
            ("IMDb", imdb),
            ("Id", id.text),
        ])
        return page
    }

    /// The roles of its people: those of a poster first, then others as they come.
    private var roles: [Role] {
        var roles = Role.billing
        for role in credits.flatMap(\.roles) where !roles.contains(role) { roles.append(role) }
        return roles
    }

    func write(to json: inout JSONWriter) {
        json.object { object in
            summary.writeMembers(to: &object)
            object.member("description", description)
            object.member("released", released)
            object.texts("countries", countries)
            object.texts("languages", languages)
            if !credits.isEmpty {
                object.array("credits") { array in
                    for credit in credits {
                        array.object { member in
                            member.member("id", credit.person.id.text)
                            member.member("name", credit.person.name)
                            member.roles(credit.roles)
                        }
                    }
                }
            }
            object.member("awards", awards)
            object.member("metacritic", metacritic)
            object.member("tomatometer", tomatometer)
            object.member("box_office", boxOffice)
            object.member("imdb", imdb)
        }
    }
}
