import Testing

@testable import CinemaTUI

struct KeyNotationTests {
    @Test(arguments: [
        ("a", Key("a")), ("й", Key("й")), ("<C-d>", Key("d", .control)), ("<M-x>", Key("x", .meta)),
        ("<Enter>", Key(.enter)), ("<S-Tab>", Key(.tab, .shift)), ("<lt>", Key("<")),
        ("<Space>", Key(" ")), ("<C-Left>", Key(.left, .control)), ("<F12>", Key(.function(12))),
        ("<C-M-x>", Key("x", [.control, .meta])), ("<M-BS>", Key(.backspace, .meta)),
        (">", Key(">")),
        ("<C-->", Key("-", .control)),
    ])
    func aKeyIsReadAndWrittenTheSame(_ notation: String, _ key: Key) {
        #expect(Key(notation: notation) == key)
        #expect(key.notation == notation)
    }

    @Test(arguments: ["<", "<X-a>", "<Return>", "<F0>", "<F25>", "<>", "<C-ab>", "gg", "", "<C-d"])
    func whatIsNoKeyIsRefused(_ notation: String) {
        #expect(Key(notation: notation) == nil)
    }

    @Test func sequencesAreKeysInARow() {
        #expect(Key.sequence("gg") == [Key("g"), Key("g")])
        #expect(Key.sequence("<C-x><C-s>") == [Key("x", .control), Key("s", .control)])
        #expect(Key.sequence("a b<Enter>") == [Key("a"), Key(" "), Key("b"), Key(.enter)])
        #expect(Key.sequence("") == [])
        #expect(Key.sequence("a<Nope>") == nil)
    }

    @Test func labelsHaveNoBrackets() {
        #expect(Key("d", .control).label == "C-d")
        #expect(Key("<").label == "<")
        #expect(Key("a").label == "a")
    }
}
