import CinemaTestSupport
import Testing

@testable import CinemaTUI

struct TextFieldTests {
    /// The text with a bar at the cursor.
    private func shown(_ field: TextField) -> String {
        String(field.characters[..<field.cursor]) + "|" + String(field.characters[field.cursor...])
    }

    private func edited(_ text: String, _ edits: (inout TextField) -> Void) -> String {
        var field = TextField(text)
        edits(&field)
        return shown(field)
    }

    @Test func lettersAreInsertedAtTheCursor() {
        #expect(
            edited("str") {
                $0.moveLeft()
                $0.insert("a")
            } == "sta|r")
        #expect(
            edited("") {
                $0.insert("七")
                $0.insert("人")
            } == "七人|")
        #expect(
            edited("ab") {
                $0.moveToStart()
                $0.moveLeft()
                $0.insert("x")
            } == "x|ab")
        #expect(
            edited("ab") {
                $0.moveRight()
                $0.insert("x")
            } == "abx|")
    }

    @Test func backspaceRemovesWhatOneSees() {
        #expect(edited("e\u{301}") { $0.deleteBackward() } == "|")
        #expect(edited("a👨‍👩‍👧‍👦") { $0.deleteBackward() } == "a|")
        #expect(edited("🇫🇷🇩🇪") { $0.deleteBackward() } == "🇫🇷|")
        #expect(edited("") { _ = $0.deleteBackward() } == "|")
        #expect(
            edited("ab") {
                $0.moveToStart()
                $0.deleteForward()
            } == "|b")
        #expect(edited("ab") { $0.deleteForward() } == "ab|")
    }

    @Test func aMarkJoinsTheLetterBeforeIt() {
        #expect(edited("e") { $0.insert("\u{301}") } == "e\u{301}|")
        #expect(
            edited("ex") {
                $0.moveLeft()
                $0.insert("\u{301}")
            } == "e\u{301}|x")
    }

    @Test func wordsAreCutAndPutBack() {
        #expect(edited("star wars  ") { $0.cutWordBackward() } == "star |")
        #expect(
            edited("star wars") {
                $0.cutWordBackward()
                $0.moveToStart()
                $0.yank()
            } == "wars|star ")
        #expect(
            edited("star wars") {
                $0.moveWordLeft()
                $0.cutToStart()
            } == "|wars")
        #expect(
            edited("star wars") {
                $0.moveWordLeft()
                $0.cutToEnd()
                $0.yank()
                $0.yank()
            }
                == "star warswars|")
        #expect(edited("x") { $0.yank() } == "x|")
    }

    @Test func theCursorGoesByWords() {
        #expect(
            edited("spider-man 2") {
                $0.moveWordLeft()
                $0.moveWordLeft()
            } == "spider-|man 2")
        #expect(
            edited("spider-man") {
                $0.moveToStart()
                $0.moveWordRight()
            } == "spider|-man")
        #expect(edited("  ") { $0.moveWordLeft() } == "|  ")
        #expect(edited("a") { $0.moveWordRight() } == "a|")
    }

    @Test func aPasteStaysOneLine() {
        #expect(
            edited("") { $0.insert("star\nwars\r\n\tiv\u{1b}[0m\u{85}") } == "star wars  iv [0m |")
    }

    @Test func moreThanTheLimitIsDropped() {
        var field = TextField(String(repeating: "a", count: 1_000))
        #expect(field.characters.count == TextField.limit)
        field.insert("b")
        #expect(field.characters.count == TextField.limit)
        field.moveToStart()
        field.deleteForward()
        field.insert(String(repeating: "c", count: 1_000_000))
        #expect(field.characters.count == TextField.limit)
        #expect(field.cursor == 1)
    }

    @Test func afterAnyEditsTheTextAndItsCharactersAreTheSame() {
        var random = SeededGenerator(seed: 3)
        var faults: [String] = []
        for _ in 0..<200 {
            var field = TextField(RandomText.make(length: 5, using: &random))
            for _ in 0..<40 {
                let before = field.text
                let edit = Int.random(in: 0..<13, using: &random)
                switch edit {
                case 0...3:
                    field.insert(RandomText.make(length: 2, using: &random))
                case 4: field.moveLeft()
                case 5: field.moveRight()
                case 6: field.deleteBackward()
                case 7: field.deleteForward()
                case 8: field.cutWordBackward()
                case 9: field.moveWordLeft()
                case 10: field.moveWordRight()
                case 11: field.moveToStart()
                default: field.yank()
                }
                if field.characters != Array(field.text)
                    || !(0...field.characters.count).contains(field.cursor)
                {
                    faults.append(
                        "edit \(edit) of \(before.unicodeScalars.map { String($0.value, radix: 16) })"
                    )
                }
            }
        }
        #expect(faults == [])
    }
}
