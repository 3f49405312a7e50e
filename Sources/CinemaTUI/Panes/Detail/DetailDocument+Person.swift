import CinemaCore

extension DetailDocument {
    /// Lays out a person: their career as a line, then their films by role.
    init(person: Person, width: Int, texts: Texts) {
        self.init(width: width)
        add(person.name, .title)
        let years = person.filmography.compactMap(\.film.year)
        var career: ClosedRange<Int>?
        if let first = years.min(), let last = years.max() { career = first...last }
        let sections = Self.sections(of: person)
        let roles = sections.map(\.role).filter { $0 != .unknown }
        if !roles.isEmpty { add(roles.map(texts.name).joined(separator: ", ")) }
        add(texts.career(person.summary.films, career))
        if let career, career.count > 1 {
            var films = Array(repeating: 0, count: career.count)
            for year in years { films[year - career.lowerBound] += 1 }
            let groups = Sparkline.grouped(films, width: min(width, 40))
            addLine([
                (Sparkline.glyphs(groups).map(\.text).joined(), .rating)
            ])
        }
        for (role, films) in sections {
            addBlank()
            beginSection()
            add(texts.heading(role, films.count), .heading)
            for film in films { addFilm(film) }
        }
    }

    /// Their films by role, what they did most first.
    private static func sections(of person: Person) -> [(role: Role, films: [FilmSummary])] {
        var roles = Role.billing
        for entry in person.filmography {
            for role in entry.roles where !roles.contains(role) { roles.append(role) }
        }
        let sections = roles.map { role in (role: role, films: person.films(as: role)) }
            .filter { !$0.films.isEmpty }
        // The order of billing decides between equals: the sort is stable.
        return sections.enumerated().sorted { left, right in
            (right.element.films.count, left.offset) < (left.element.films.count, right.offset)
        }.map(\.element)
    }

    /// A line for a film: year, rating, title.
    mutating func addFilm(_ film: FilmSummary) {
        let year = film.year.map(String.init) ?? "    "
        let rating = film.rating.map(\.description) ?? " - "
        addDoorLine(
            before: [
                (year + " ", .text),
                (String(repeating: " ", count: max(0, 4 - rating.count)) + rating + "  ", .rating),
            ], name: film.title, door: .film(film.id))
    }

    /// A label and a value that wraps under its own beginning.
    mutating func addFact(_ label: String, _ value: String, labelWidth: Int) {
        let wrapped = TextWrapping.lines(of: value, width: width - labelWidth)
        for (index, text) in wrapped.enumerated() {
            let padding = labelWidth - (index == 0 ? DisplayWidth.columns(of: label) : 0)
            addLine([
                (
                    (index == 0 ? label : "") + String(repeating: " ", count: max(0, padding)),
                    .faint
                ),
                (text, .text),
            ])
        }
    }
}
