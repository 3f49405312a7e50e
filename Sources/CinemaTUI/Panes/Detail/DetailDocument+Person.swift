import CinemaCore

extension DetailDocument {
    /// Lays out a person: their career as a line, then their films by role.
    init(person: Person, width: Int, texts: Texts) {
        self.init(width: width, filmography: person.filmography)
        add(person.name, .title)
        let sections = Self.sections(of: person.filmography)
        let roles = sections.map(\.role).filter { $0 != .unknown }
        if !roles.isEmpty { add(roles.map(texts.name).joined(separator: ", ")) }
        addCareer(of: person, texts: texts)
        for (role, entries) in sections {
            addBlank()
            beginSection()
            add(texts.heading(role, entries.count), .heading)
            for entry in entries { addFilm(entry: entry) }
        }
    }

    private mutating func addCareer(of person: Person, texts: Texts) {
        var years: [Int] = []
        for entry in person.filmography {
            if let year = entry.film.year { years.append(year) }
        }
        guard let first = years.min(), let last = years.max() else {
            add(texts.career(person.summary.films, nil))
            return
        }
        add(texts.career(person.summary.films, first...last))
        guard first < last else { return }
        var films = Array(repeating: 0, count: last - first + 1)
        for year in years { films[year - first] += 1 }
        let groups = Sparkline.grouped(films, width: min(width, 40))
        addLine([(Sparkline.glyphs(groups).map(\.text).joined(), .rating)])
    }

    /// The places of their films by role, what they did most first.
    private static func sections(
        of filmography: [FilmographyEntry]
    ) -> [(role: Role, entries: [Int])] {
        var sections = Role.billing.map { (role: $0, entries: [Int]()) }
        for (place, entry) in filmography.enumerated() {
            for role in entry.roles {
                if let section = sections.firstIndex(where: { $0.role == role }) {
                    if sections[section].entries.last != place {
                        sections[section].entries.append(place)
                    }
                } else {
                    sections.append((role, [place]))
                }
            }
        }
        // The order of billing decides between equals: the sort is stable.
        return sections.filter { !$0.entries.isEmpty }.enumerated().sorted { left, right in
            (right.element.entries.count, left.offset) < (left.element.entries.count, right.offset)
        }.map(\.element)
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
