import CinemaCommandLine
import CinemaCore
import Testing

@Suite("Rows into a pipe")
struct StreamingTests {
    private let large = StubCatalog(
        films: (1...100_000).map { Film.named("Film \($0)", year: 1_900 + $0 % 100) })

    @Test("are asked for page by page, and written before the next page is asked for")
    func bounded() async {
        let sink = MemorySink()
        let run = await cinema(["search", "films"], catalog: large, sink: sink)
        #expect(run.output.utf8.count { $0 == 0x0a } == 100_000)
        #expect(large.requests.count == 200)
        #expect(large.requests.allSatisfy { $0.count == 500 })
        #expect(large.requests.map(\.offset) == Array(stride(from: 0, to: 100_000, by: 500)))
        // A page of these films takes about 20 kB: no write holds more than one.
        #expect((sink.writes.max() ?? 0) < 30_000)
        #expect(sink.writes.count == 200)
    }

    @Test("end at the limit, also in the middle of a page")
    func limit() async {
        let run = await cinema(["search", "films", "--limit", "1200"], catalog: large)
        #expect(run.output.utf8.count { $0 == 0x0a } == 1_200)
        #expect(large.requests.map(\.count) == [500, 500, 200])
    }

    @Test("end silently when nobody reads any more, as after head", arguments: ["tsv", "json"])
    func closed(format: String) async {
        let sink = MemorySink(capacity: 100_000)
        let run = await cinema(
            ["search", "films", "--format", format], catalog: large, sink: sink)
        #expect(run.messages == "")
        #expect(run.status == 141)
        #expect(large.requests.count < 10)
    }

    @Test("end with a sentence when the disk is full")
    func full() async {
        let sink = MemorySink(capacity: 0, failure: .failed("No space left on device"))
        let run = await cinema(["search", "films"], sink: sink)
        #expect(
            run.messages
                == "cinema: standard output cannot be written: No space left on device\n")
        #expect(run.status == 2)
    }
}
