import CinemaTUI
import Foundation
import Testing

@Suite struct ReadmeTests {
    /// The README of this checkout; `make frames` writes its key table anew.
    private let readme = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../README.md").standardized

    @Test func theKeyTableIsThatOfTheProgram() throws {
        let text = try String(contentsOf: readme, encoding: .utf8)
        let start = try #require(text.range(of: "<!-- keys:"))
        let body = try #require(text.range(of: "-->\n", range: start.upperBound..<text.endIndex))
        let end = try #require(text.range(of: "<!-- /keys -->"))
        let expected = "\n" + KeyTable.markdown()
        let written = text[body.upperBound..<end.lowerBound]
        if ProcessInfo.processInfo.environment["RECORD_FRAMES"] != nil, written != expected {
            try text.replacingCharacters(in: body.upperBound..<end.lowerBound, with: expected)
                .write(to: readme, atomically: true, encoding: .utf8)
            Issue.record("The key table of the README was written anew.")
            return
        }
        #expect(written == expected, "run `make frames`")
    }

    @Test func everyCommandOfTheKeyMapHasATitle() {
        for command in Command.allCases { #expect(!Texts.english.title(command).isEmpty) }
    }
}
