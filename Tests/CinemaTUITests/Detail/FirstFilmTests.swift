import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaTUI

@Suite struct FirstFilmTests {
    /// Types "h" and answers with rows and the record of a film.
    private func typed(record: Film?) -> (AppState, [Effect]) {
        let heat = FilmFixtures.films[2]
        var state = AppState(size: Size(columns: 120, rows: 30))
        _ = state.update(.key(Key("h")))
        let effects = state.update(
            .found(
                SearchResults(
                    films: Page(items: [heat.summary], total: .exact(1)), firstFilm: record),
                generation: state.generation))
        return (state, effects)
    }

    private func loads(_ effects: [Effect]) -> Bool {
        effects.contains { effect in
            if case .load = effect { true } else { false }
        }
    }

    @Test func aRecordThatCameWithTheRowsIsShownWithoutAsking() {
        let (state, effects) = typed(record: FilmFixtures.films[2])
        #expect(!loads(effects))
        #expect(state.view().text.contains("Michael Mann"))
    }

    @Test func withoutOneOrWithAnotherTheRecordIsAskedFor() {
        #expect(loads(typed(record: nil).1))
        #expect(loads(typed(record: FilmFixtures.films[0]).1))
    }
}
