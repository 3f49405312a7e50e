import CinemaCore
import Testing

struct MatchHighlightingTests {
    /// The text with brackets round what is marked for a query.
    private func marked(_ text: String, _ query: String) -> String {
        let ranges = MatchHighlighting.ranges(in: text, matching: QuerySyntax.searchText(query))
        var result = ""
        for (offset, character) in text.enumerated() {
            if ranges.contains(where: { $0.lowerBound == offset }) { result += "[" }
            result.append(character)
            if ranges.contains(where: { $0.upperBound == offset + 1 }) { result += "]" }
        }
        return result
    }

    @Test(arguments: [
        ("Star Wars", "star", "[Star] Wars"),
        ("Star Wars", "star wars", "[Star] [Wars]"),
        ("Star Wars", "wars star", "[Star] [Wars]"),
        ("Amélie", "amelie", "[Amélie]"),
        ("Léon", "le", "[Lé]on"),
        ("Ёлки", "елк", "[Ёлк]и"),
        ("Ame\u{301}lie", "amel", "[Ame\u{301}l]ie"),
    ])
    func matchesAreMarkedAsTheyAreFound(_ text: String, _ query: String, _ expected: String) {
        #expect(marked(text, query) == expected)
    }

    @Test func onlyTheLastWordIsAPrefix() {
        #expect(marked("Starman Warrior", "war star") == "[Star]man Warrior")
        #expect(marked("Starman Warrior", "star war") == "Starman [War]rior")
    }

    @Test func aLetterThatFoldsToTwoIsMarkedWhole() {
        #expect(marked("Æon Flux", "aeon") == "[Æon] Flux")
        #expect(marked("Æon Flux", "a") == "[Æ]on Flux")
        #expect(marked("Straße", "strass") == "[Straß]e")
        #expect(marked("The ﬁlm", "film") == "The [ﬁlm]")
    }

    @Test func aHyphenatedWordIsFoundJoinedAndSplit() {
        #expect(marked("Spider-Man", "spiderman") == "[Spider-Man]")
        #expect(marked("Spider-Man", "spider-man") == "[Spider-Man]")
        #expect(marked("Spider-Man", "spider man") == "[Spider]-[Man]")
        #expect(marked("Spider-Man", "spiderm") == "[Spider-M]an")
        #expect(marked("Spider Man", "spider-man") == "[Spider] [Man]")
        #expect(marked("Ocean's Eleven", "oceans") == "[Ocean's] Eleven")
    }

    @Test func anAmpersandIsMarkedForAnd() {
        #expect(marked("Lilo & Stitch", "lilo and stitch") == "[Lilo] [&] [Stitch]")
    }

    @Test func aPhraseMarksItsWords() {
        #expect(marked("A Star Is Born", "\"star is\"") == "A [Star] [Is] Born")
    }

    @Test func nothingIsMarkedForWhatDoesNotMatch() {
        #expect(marked("Star Wars", "trek") == "Star Wars")
        #expect(marked("Star Wars", "") == "Star Wars")
        #expect(marked("Star Wars", "-star") == "Star Wars")
        #expect(marked("", "star") == "")
    }

    @Test func rangesAreInOrderAndApart() {
        let ranges = MatchHighlighting.ranges(
            in: "star star star a star", matching: QuerySyntax.searchText("star sta st s"))
        #expect(ranges == ranges.sorted { $0.lowerBound < $1.lowerBound })
        for (left, right) in zip(ranges, ranges.dropFirst()) {
            #expect(left.upperBound < right.lowerBound)
        }
    }
}
