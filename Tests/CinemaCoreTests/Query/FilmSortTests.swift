import CinemaCore
import Testing

struct FilmSortTests {
    @Test func anOrderCanBeTurnedRoundAndBack() {
        for field in FilmSort.Field.allCases {
            let sort = FilmSort(field)
            #expect(sort.reversed.isDescending)
            #expect(sort.reversed.field == field)
            #expect(sort.reversed.reversed == sort)
        }
    }

    @Test func everyOrderIsReadBackFromItsText() {
        for field in FilmSort.Field.allCases {
            for descending in [false, true] {
                let sort = FilmSort(field, descending: descending)
                #expect(FilmQuery(sort.queryText).sort == sort)
            }
        }
        #expect(FilmSort(.rating, descending: true).queryText == "sort:-rating")
    }
}
