import CinemaTUI
import Testing

@testable import CursesTerminal

@Suite struct KeySequencesTests {
    @Test(arguments: [
        ("[A", "<Up>"), ("OB", "<Down>"), ("[C", "<Right>"), ("OD", "<Left>"),
        ("[H", "<Home>"), ("OF", "<End>"), ("[1~", "<Home>"), ("[4~", "<End>"),
        ("[7~", "<Home>"), ("[8~", "<End>"), ("[2~", "<Ins>"), ("[3~", "<Del>"),
        ("[5~", "<PgUp>"), ("[6~", "<PgDn>"), ("[Z", "<S-Tab>"), ("OM", "<Enter>"),
        ("Oj", "*"), ("Op", "0"), ("OX", "="),
    ])
    func namedKeys(sequence: String, key: String) {
        #expect(decoded("\u{1b}" + sequence) == key)
    }

    @Test(arguments: [
        ("OP", "<F1>"), ("[11~", "<F1>"), ("[[A", "<F1>"), ("[P", "<F1>"), ("[[E", "<F5>"),
        ("[15~", "<F5>"), ("[17~", "<F6>"), ("[21~", "<F10>"), ("[23~", "<F11>"),
        ("[24~", "<F12>"), ("[1;5P", "<C-F1>"), ("[15;2~", "<S-F5>"),
    ])
    func functionKeys(sequence: String, key: String) {
        #expect(decoded("\u{1b}" + sequence) == key)
    }

    @Test(arguments: [
        ("[1;5A", "<C-Up>"), ("[1;2D", "<S-Left>"), ("[1;3C", "<M-Right>"),
        ("[3;5~", "<C-Del>"), ("[1;8H", "<C-M-S-Home>"), ("O5A", "<C-Up>"),
        ("[a", "<S-Up>"), ("Oa", "<C-Up>"), ("[5$", "<S-PgUp>"), ("[5^", "<C-PgUp>"),
        ("[5@", "<C-S-PgUp>"),
    ])
    func modifiedKeys(sequence: String, key: String) {
        #expect(decoded("\u{1b}" + sequence) == key)
    }

    @Test(arguments: [
        ("[27;5;100~", "<C-d>"), ("[100;5u", "<C-d>"), ("[1074;5u", "<C-в>"),
        ("[27;5;1074~", "<C-в>"), ("[27;3;120~", "<M-x>"), ("[13;5u", "<C-Enter>"),
        ("[9;2u", "<S-Tab>"), ("[127;5u", "<C-BS>"), ("[27u", "<Esc>"), ("[97u", "a"),
        ("[97;2u", "A"), ("[32;5u", "<C-Space>"), ("[97:65;5:1u", "<C-a>"),
        ("[1079:1047:112;5u", "<C-з>"), ("[27;5;3~", "<C-c>"),
    ])
    func charactersWithModifiers(sequence: String, key: String) {
        #expect(decoded("\u{1b}" + sequence) == key)
    }

    @Test(arguments: [
        // Focus, mouse (three kinds), device attributes, cursor position,
        // a mode's state, a key let go, a key without a character.
        "[I", "[O", "[<0;12;5M", "[<0;12;5m", "[M !!", "[32;1;1M", "[?62;22c", "[>0;276;0c",
        "[12;40R", "[?2026;1$y", "[97;1:3u", "[57358u", "[27;5;57358~", "[1;1:3A",
        "]11;rgb:0000/0000/0000\u{7}", "]52;c;cXVpdA==\u{1b}\\", "P1$r0m\u{1b}\\",
        "_Gi=1;OK\u{1b}\\", "[99~", "[200;q", "[ q", "[1;2;3;4;5;6;7x", "[=0;1u", "Oz", "[3u",
        "[26u",
    ])
    func whatIsNoKeyIsSwallowedWhole(sequence: String) {
        #expect(decoded("\u{1b}" + sequence + "z") == "z")
    }

    @Test func aControlEndsASequenceThatWasNeverFinished() {
        #expect(decoded("\u{1b}[12\u{3}") == "<C-c>")
        #expect(decoded("\u{1b}]0;quit\rq") == "<Enter>q")
        #expect(decoded("\u{1b}[1\u{1b}[B") == "<Down>")
    }

    @Test func anEndlessSequenceIsSwallowed() {
        #expect(decoded("\u{1b}[" + String(repeating: "1;", count: 5_000) + "Aq") == "q")
    }

    @Test func theTerminalsOwnDescriptionComesFirst() {
        let capabilities = ["kf1": "\u{1b}[M", "kcuu1": "\u{1b}A", "khome": "\u{1b}[224z"]
        #expect(
            decoded("\u{1b}[M\u{1b}A\u{1b}[224zq", capabilities: capabilities) == "<F1><Up><Home>q")
    }

    @Test func aDescribedSequenceWithoutEscapeIsIgnored() {
        #expect(decoded("\u{8}j", capabilities: ["kcub1": "\u{8}", "kcud1": "j"]) == "<BS>j")
    }
}
