import CinemaCommandLine
import CinemaCore
import Testing

@Suite("What is kept and configured")
struct UpkeepTests {
    private func read(_ arguments: String...) -> CommandInvocation {
        CommandLineReader(environment: ["CINEMA_SOURCE": "env"]).read(arguments)
    }

    @Test("is asked for by commands of its own")
    func commands() {
        #expect(read("cache", "info") == .cacheInfo(source: nil))
        #expect(read("cache", "clear", "--source", "work") == .cacheClear(source: "work"))
        #expect(read("config", "path") == .configurationPath)
        #expect(read("config", "print") == .configurationPrint(source: SourceChoice("env")))
        #expect(
            read("doctor", "--offline", "--source=work")
                == .doctor(source: SourceChoice("work", isOffline: true)))
    }

    @Test("is not used where the options say so")
    func options() {
        #expect(
            read("--offline", "--no-snapshot", "star")
                == .browse(
                    BrowseRequest(
                        source: SourceChoice("env", isOffline: true, usesSnapshot: false),
                        query: "star")))
        #expect(
            read("search", "films", "star", "--offline")
                == .search(
                    SearchRequest(
                        source: SourceChoice("env", isOffline: true), kind: .film, query: "star")))
    }

    @Test("has a path where there is a home")
    func path() async {
        #expect(await cinema(["config", "path"], configurationPath: "/c/t").output == "/c/t\n")
        #expect(await cinema("config path").status == 1)
    }

    @Test("is printed, and a wrong configuration ends with 2")
    func printing() async {
        let run = await cinema(["config", "print"], configuration: .success(["a = 1", "b\u{1b}"]))
        #expect(run.output == "a = 1\nb␛\n")
        let error = CatalogError(.unsupported, source: "c:1:1", cause: "wrong")
        let failed = await cinema(["config", "print"], configuration: .failure(error))
        #expect(failed.status == 2 && failed.messages == "cinema: c:1:1: wrong\n")
    }

    @Test("may be nothing")
    func nothing() async {
        let run = await cinema("cache info")
        #expect(run.status == 1 && run.messages == "cinema: nothing is kept of any source\n")
        #expect(await cinema("cache clear --source work").status == 1)
    }
}
