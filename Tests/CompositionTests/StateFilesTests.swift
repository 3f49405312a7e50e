import CinemaCore
import CinemaTUI
import Foundation
import Testing

@testable import cinema

@Suite struct StateFilesTests {
    private let directory = FileManager.default.temporaryDirectory
        .appending(path: "cinema-state-\(UUID().uuidString)/cinema").path

    private func files(source: String = "embedded:") -> StateFiles {
        StateFiles(directory: directory, source: source)
    }

    private let heat = RecentItem(target: .film(Identifier("f1")), name: "Heat", year: 1995)
    private let pacino = RecentItem(target: .person(Identifier("p1")), name: "Al\tPacino")

    @Test func queriesComeBackOldestFirstAndEachOnce() {
        for query in ["star wars", "heat", "star wars"] { files().remember(query: query) }
        #expect(files().queries() == ["heat", "star wars"])
    }

    @Test func whatWasViewedComesBackLatestFirstAndWithoutTabs() {
        for item in [heat, pacino, heat] { files().remember(viewed: item) }
        #expect(files().recent().map(\.name) == ["Heat", "Al Pacino"])
        #expect(files().recent().first == heat)
    }

    @Test func eachSourceHasItsOwnRecords() {
        files(source: "a.sqlite").remember(viewed: heat)
        #expect(files(source: "b.sqlite").recent() == [])
        #expect(files(source: "a.sqlite").recent() == [heat])
    }

    @Test func aLineThatMakesNoSenseIsSkipped() throws {
        files().remember(viewed: heat)
        let path = directory + "/viewed"
        let handle = try #require(FileHandle(forWritingAtPath: path))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data([0xff, 0x0a, 0x09, 0x09, 0x0a]))
        try handle.close()
        #expect(files().recent() == [heat])
    }

    @Test func aLongHistoryIsCutToItsNewestHalf() {
        for number in 0...2_000 { files().remember(query: "query \(number)") }
        #expect(files().queries().count == 1_000)
        #expect(files().queries().last == "query 2000")
    }

    @Test func onlyTheReaderMayReadIt() throws {
        files().remember(query: "heat")
        let attributes = try FileManager.default.attributesOfItem(atPath: directory + "/history")
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test func whereNothingCanBeWrittenNothingIsLostButTheHistory() {
        for directory in [nil, "/proc/nowhere/cinema", "/dev/null/cinema"] {
            let files = StateFiles(directory: directory, source: "embedded:")
            files.remember(query: "heat")
            #expect(files.queries() == [] && files.recent() == [])
        }
    }
}
