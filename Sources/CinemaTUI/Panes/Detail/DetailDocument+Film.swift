import CinemaCore

extension DetailDocument {
    /// Lays out a film.
    init(film: Film, width: Int, texts: Texts, isSparse: Bool = false) {
        self.init(width: width)
        add(film.title, .title)
        let summary = film.summary
        var facts: [String] = []
        if let year = summary.year { facts.append(String(year)) }
        if let runtime = summary.runtime { facts.append(texts.minutes(runtime)) }
        if !film.countries.isEmpty { facts.append(film.countries.joined(separator: ", ")) }
        if let type = summary.type, type != "movie" { facts.append(type) }
        // Alone it says nothing: some sources tell no years at all.
        if summary.year == nil && !facts.isEmpty { facts.insert(texts.withoutYear, at: 0) }
        if !facts.isEmpty { add(facts.joined(separator: " · ")) }
        add(
            summary.rating.map { texts.rating($0, reviews: summary.reviews) } ?? texts.notRated,
            .rating)
        if !summary.genres.isEmpty {
            beginSection()
            addFlow(
                label: "", labelWidth: 0,
                names: summary.genres.map { ($0.name, .genre($0.id)) })
        }
        addBlank()
        let labels: [(String, Role)] = [
            (texts.directedBy, .director), (texts.writtenBy, .writer), (texts.cast, .actor),
        ]
        let labelWidth = (labels.map { $0.0.count }.max() ?? 0) + 2
        for (label, role) in labels {
            let people = film.people(role)
            guard !people.isEmpty else { continue }
            beginSection()
            addFlow(
                label: label, labelWidth: labelWidth,
                names: people.map { ($0.name, .person($0.id)) })
        }
        for credit in film.credits
        where !credit.roles.contains(where: Role.billing.contains) {
            beginSection()
            addFlow(
                label: credit.roles.first?.name ?? "", labelWidth: labelWidth,
                names: [(credit.person.name, .person(credit.person.id))])
        }
        if film.credits.isEmpty {
            let isListed = isSparse && film.description == nil
            add(isListed ? texts.notReadYet : texts.unknownPeople, .faint)
        }
        if let description = film.description {
            addBlank()
            add(description)
        }
        addBlank()
        addFacts(of: film, texts: texts)
    }

    private mutating func addFacts(of film: Film, texts: Texts) {
        var facts: [(String, String)] = []
        if let awards = film.awards { facts.append((texts.awards, awards)) }
        if let released = film.released { facts.append((texts.released, released)) }
        if !film.languages.isEmpty {
            facts.append((texts.languages, film.languages.joined(separator: ", ")))
        }
        if let dollars = film.boxOffice {
            facts.append((texts.boxOffice, Numbers.dollars(dollars)))
        }
        if let score = film.metacritic { facts.append((texts.metacritic, "\(score) / 100")) }
        if let share = film.tomatometer { facts.append((texts.tomatometer, "\(share) %")) }
        let labelWidth = (facts.map { $0.0.count }.max() ?? 0) + 2
        for (label, value) in facts { addFact(label, value, labelWidth: labelWidth) }
    }
}
