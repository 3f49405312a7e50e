internal import CinemaCore

/// Why a film is found and where it stands, in words and as the server
/// reckons it.
struct FoundReason {
    let plan: FilmQuestion
    let result: ResultPlan
    let hit: JSONValue

    var lines: [Inspection.Line] {
        [Inspection.Line("found by")] + textLines + filterLines
            + [Inspection.Line("its place")] + orderLines + reckoning
    }

    // MARK: By what

    private var met: [String] { hit.elements(of: "matched_queries").compactMap(\.string) }

    private var textLines: [Inspection.Line] {
        guard plan.text != nil else {
            return [Inspection.Line(depth: 1, "no words: every film is found")]
        }
        let tiers = FilmText.Tier.allCases.reversed().filter { tier in
            met.contains(tier.name) || tier == .beginning && met.contains(FilmText.phraseName)
        }
        guard let best = tiers.first else {
            return [Inspection.Line(depth: 1, "the words of the query")]
        }
        var lines = [Inspection.Line(depth: 1, reason(best) + ": score \(best.rawValue)")]
        for tier in tiers.dropFirst() {
            lines.append(Inspection.Line(depth: 2, "also: \(reason(tier))"))
        }
        for (field, parts) in hit.members(of: "highlight", most: 20) {
            for part in parts.elements.prefix(3) {
                guard let text = part.string else { continue }
                lines.append(Inspection.Line(depth: 2, "\(field): \(text)"))
            }
        }
        return lines
    }

    private func reason(_ tier: FilmText.Tier) -> String {
        tier == .beginning && !met.contains(tier.name)
            ? "its title has the words one after another" : tier.reason
    }

    private var filterLines: [Inspection.Line] {
        let applied = plan.query.filters.filter { !plan.ignored.contains($0.fieldName) }
        return applied.map { Inspection.Line(depth: 1, "it meets \($0.queryText)") }
            + plan.ignored.map {
                Inspection.Line(depth: 1, "\($0) is not in this index and was left out")
            }
    }

    // MARK: Where

    /// Each key of the order with the film's value.
    private var orderLines: [Inspection.Line] {
        let values = hit.elements(of: "sort")
        return zip(result.fullSort, values).enumerated().map { place, key in
            let (name, direction) = Self.words(key.0)
            let value = key.1.isNull ? "nothing" : key.1.text ?? "nothing"
            return Inspection.Line(
                depth: 1,
                (place == 0 ? "first by " : "then by ") + "\(name) (\(direction)): \(value)")
        }
    }

    private static func words(_ key: SearchJSON) -> (String, String) {
        guard case .object(let members) = key, let member = members.first else {
            if case .string(let name) = key { return (name, "least first") }
            return ("?", "?")
        }
        var order = member.value
        if let inner = member.value["order"] { order = inner }
        let name = member.key == "_score" ? "score" : member.key
        return (name, order == "desc" ? "greatest first" : "least first")
    }

    // MARK: As the server reckons

    private var reckoning: [Inspection.Line] {
        guard let explanation = hit["_explanation"] else { return [] }
        var lines = [Inspection.Line("as the server reckons the score")]
        add(explanation, depth: 1, to: &lines)
        return lines
    }

    private func add(_ part: JSONValue, depth: Int, to lines: inout [Inspection.Line]) {
        guard lines.count < 2_000, depth < 100 else { return }
        let value = part["value"]?.text ?? "?"
        lines.append(
            Inspection.Line(depth: depth, "\(value)  \(part["description"]?.string ?? "")"))
        for detail in part.elements(of: "details", most: 1_000) {
            add(detail, depth: depth + 1, to: &lines)
        }
    }
}

extension FilmText.Tier {
    /// Why a film is in it.
    fileprivate var reason: String {
        switch self {
        case .exact: "its title is the text"
        case .beginning: "its title begins with the text"
        case .words: "its title has all the words"
        case .people: "its people have all the words in their names"
        case .anywhere: "its title, people and genres have all the words together"
        }
    }
}
