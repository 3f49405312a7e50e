internal import CinemaCore

extension ElasticsearchCatalog: DescribedCatalog {
    func descriptionLines() async throws(CatalogError) -> [String] {
        do throws(SearchFailure) {
            return try await knowledge().layout.lines
        } catch {
            throw error.error
        }
    }
}

extension IndexLayout {
    /// Where what is, a line a matter.
    fileprivate var lines: [String] {
        [
            "films     \(films.name): \(films.fields.paths.joined(separator: ", "))",
            "people    \(Self.words(people))",
            "genres    \(Self.words(genres))",
        ] + remarks.map { "remark    \($0)" }
    }

    private static func words(_ index: EntityIndex?) -> String {
        index.map { "\($0.name): \($0.label.path)" } ?? "read from the films"
    }
}

extension FilmFields {
    /// The fields that are read, nested ones said to be so.
    fileprivate var paths: [String] {
        let plain =
            [title] + otherTitles
            + [description, rating, reviews, year, runtime].compactMap(\.self)
        let names =
            genres + Role.billing.flatMap { people[$0] ?? [] } + [persons].compactMap(\.self)
        let others = [countries, languages, type].compactMap(\.self)
        return plain.map(\.path)
            + names.map { $0.name.path + ($0.name.nested == nil ? "" : " (nested)") }
            + others.map(\.path)
    }
}
