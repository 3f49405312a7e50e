import CinemaCore

/// Which rows are fetched, and which are kept.
extension ResultsState {
    /// What the shown list needs at its place, `height` rows of which are seen,
    /// and what was asked for other places.
    /// - Parameter ahead: the most pages that are fetched ahead of a held key.
    mutating func requestPages(height: Int, ahead: Int) -> PageRequests {
        let seen = seenRows(of: tab, height: height)
        let around = motion.around(seen, limit: ahead * ListWindow<FilmSummary>.pageSize)
        return switch tab {
        case .films: films.request(seen, around: around)
        case .people: people.request(seen, around: around)
        case .genres: genres.request(seen, around: around)
        }
    }

    /// Gives up the rows that are on their way to a list.
    mutating func dropRequests(_ tab: Tab) -> [PageRequest] {
        switch tab {
        case .films: films.dropRequests()
        case .people: people.dropRequests()
        case .genres: genres.dropRequests()
        }
    }

    /// Whether rows that are asked for are on the screen.
    func shows(_ page: PageRequest, in tab: Tab, height: Int) -> Bool {
        tab == self.tab
            && (page.offset..<page.offset + page.count)
                .overlaps(seenRows(of: tab, height: height))
    }

    private func seenRows(of tab: Tab, height: Int) -> Range<Int> {
        let top = self[placeOf: tab].top - leadingItems(tab)
        return top..<top + height
    }

    /// Keeps only the rows around the places of the lists, `height` of them
    /// seen, or no rows at all.
    mutating func keepRows(height: Int?) {
        motion = ListMotion()
        func around(_ tab: Tab) -> Range<Int>? {
            height.map { height in motion.around(seenRows(of: tab, height: height)) }
        }
        films.keep(only: around(.films))
        people.keep(only: around(.people))
        genres.keep(only: around(.genres))
    }
}
