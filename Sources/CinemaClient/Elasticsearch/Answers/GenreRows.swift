internal import CinemaCore

/// Genres as typed, then those of a rescue.
struct GenreRows {
    private let entries: [GenreList.Entry]

    init(typed: [GenreList.Entry], rescued: RescuedText?, _ genres: GenreList) {
        let added = rescued.map { genres.matches($0.text) } ?? []
        entries = typed + added.filter { !typed.contains($0) }
    }

    func page(_ page: PageRequest) -> Page<GenreSummary> {
        Page(
            items: entries.dropFirst(page.offset).prefix(page.count).map(\.summary),
            offset: page.offset, total: .exact(entries.count),
            origin: ResultOrigin(place: .server))
    }

    var count: Int { entries.count }
}
