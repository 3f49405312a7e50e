extension LayoutDerivation {
    /// A name that could be asked for, and what is behind it.
    struct Candidate: Hashable {
        var name: String
        var indices: [String]
        var isAlias: Bool
        var score: Int
        var documents: Int
    }

    /// What could hold a kind of thing, best first: more of its fields and a
    /// better name, aliases before indices, full ones before nearly empty
    /// ones, newer versions before older ones.
    func candidates(
        _ kind: IndexNameWords.Kind, score: (MappedField, String) -> Int?
    ) -> [Candidate] {
        var scores: [String: Int] = [:]
        for (name, document) in facts.mappings where !name.hasPrefix(".") {
            scores[name] = score(document, name)
        }
        var all: [Candidate] = []
        for (alias, indices) in facts.aliases where !alias.hasPrefix(".") {
            // An alias over other things as well is none of this kind.
            let own = indices.map { index in
                scores[index] ?? facts.mappings[index].flatMap { score($0, alias) }
            }
            guard !indices.isEmpty, own.allSatisfy({ $0 != nil }) else { continue }
            let best = own.compactMap(\.self).max() ?? 0
            let document = facts.document(of: indices)
            all.append(
                Candidate(
                    name: alias, indices: indices.sorted(), isAlias: true,
                    score: max(best, score(document, alias) ?? 0), documents: documents(indices)))
        }
        for (name, score) in scores {
            all.append(
                Candidate(
                    name: name, indices: [name], isAlias: false, score: score,
                    documents: documents([name])))
        }
        let most = all.map(\.documents).max() ?? 0
        return all.sorted { Self.isBetter($0, $1, most: most) }
    }

    private func documents(_ indices: [String]) -> Int {
        indices.reduce(0) { $0 + (facts.documents[$1] ?? 0) }
    }

    private static func isBetter(_ left: Candidate, _ right: Candidate, most: Int) -> Bool {
        // A name and a field more or less decide nothing between versions.
        if abs(left.score - right.score) > 15 { return left.score > right.score }
        if left.isAlias != right.isAlias { return left.isAlias }
        let (isLeftFull, isRightFull) = (left.documents * 2 >= most, right.documents * 2 >= most)
        if isLeftFull != isRightFull { return isLeftFull }
        if left.score != right.score, left.name != right.name, !left.isVersion(of: right) {
            return left.score > right.score
        }
        return NaturalOrder.isBefore(right.name, left.name)
    }

    /// What was left aside, where that might surprise.
    static func remarks(
        _ candidates: [Candidate], _ what: String, _ key: String
    ) -> [String] {
        guard let best = candidates.first else { return [] }
        let aside = candidates.dropFirst().filter { other in
            !other.indices.allSatisfy(best.indices.contains)
                && Set(other.indices) != Set(best.indices)
        }
        guard !aside.isEmpty else { return [] }
        let names = list(aside.map(\.name))
        return [
            "\(what) are read from \(best.name); there is also \(names)"
                + " (\(key) in the configuration names another)"
        ]
    }
}

extension LayoutDerivation.Candidate {
    /// Whether two names differ by their numbers alone.
    fileprivate func isVersion(of other: Self) -> Bool {
        func letters(_ name: String) -> String { name.filter { $0.isLetter } }
        func base(_ name: String) -> String {
            let letters = letters(name)
            return name.contains { $0.isNumber } && letters.hasSuffix("v")
                ? String(letters.dropLast()) : letters
        }
        return base(name) == base(other.name)
    }
}
