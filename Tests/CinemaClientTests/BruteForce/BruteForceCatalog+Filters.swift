import CinemaCore

/// Which films meet filters.
extension BruteForceCatalog {
    /// Whether the film of a place meets a filter.
    typealias Condition = (Int) -> Bool

    func condition(_ filter: Filter) -> Condition {
        let isMet = condition(filter.condition)
        return filter.isExcluding ? { !isMet($0) } : isMet
    }

    private func condition(_ condition: Filter.Condition) -> Condition {
        switch condition {
        case .person(let values, let role): person(values, role)
        case .genre(let values): named(values, genres)
        case .country(let values): named(values, countries)
        case .language(let values): named(values, languages)
        case .type(let values): named(values, types)
        case .year(let span): lies(years, in: span)
        case .rating(let span): lies(tenths, in: span)
        case .runtime(let span): lies(runtimes, in: span)
        }
    }

    private func named(_ values: [String], _ column: NameColumn) -> Condition {
        let meant = column.meant(by: values)
        let ofFilm = column.ofFilm
        return { film in
            for name in ofFilm[film] where meant[name] { return true }
            return false
        }
    }

    /// In one film, in any role or in one.
    private func person(_ values: [String], _ role: Role?) -> Condition {
        let meant = people.meant(by: values)
        return { [ofFilm = people.ofFilm, roles] film in
            for (place, person) in ofFilm[film].enumerated() where meant[person] {
                guard let role else { return true }
                if roles[film][place].contains(role) { return true }
            }
            return false
        }
    }

    /// An unknown value lies in no span.
    private func lies(_ values: [Int?], in span: Span<Int>) -> Condition {
        let lower = span.lower ?? .min
        let upper = span.upper ?? .max
        return { film in
            guard let value = values[film] else { return false }
            return value >= lower && value <= upper
        }
    }
}
