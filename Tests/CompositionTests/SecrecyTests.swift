import CinemaClient
import CinemaCommandLine
import CinemaConfiguration
import CinemaCore
import CinemaTestSupport
import Foundation
import Testing

@testable import cinema

/// A planted secret appears nowhere.
@Suite("A secret")
struct SecrecyTests {
    private let secret = "hunter2-Zq9"
    private let directory: TestDirectory
    private let environment: Environment

    init() throws {
        directory = try TestDirectory()
        let variables = [
            "HOME": directory.path, "XDG_CONFIG_HOME": directory.path,
            "XDG_CACHE_HOME": directory.path + "/cache", "TOKEN": secret,
        ]
        environment = Environment(variables: variables)
        let manager = FileManager.default
        try manager.createDirectory(
            atPath: directory.file("cinema"), withIntermediateDirectories: true)
        _ = try directory.write(secret + "\n", to: "token")
        try manager.setAttributes([.posixPermissions: 0o600], ofItemAtPath: directory.file("token"))
        _ = try directory.write(
            """
            source = "work"
            [sources.work]
            address = "http://127.0.0.1:9"
            token_env = "TOKEN"
            headers = { X-Api-Key = { file = "~/token" }, Cookie = { command = ["cat", "\(directory.file("token"))"] } }
            """, to: "cinema/config.toml")
    }

    private var upkeep: Upkeep {
        Upkeep(environment: environment, chooser: SourceChooser(environment: environment))
    }

    @Test("is not in the configuration as it is printed")
    func configuration() throws {
        let lines = try upkeep.configuration(SourceChoice())
        let text = lines.joined(separator: "\n")
        #expect(text.contains("token_env = \"TOKEN\"  # set"))
        #expect(text.contains("headers.X-Api-Key.file ="))
        #expect(text.contains("# there, and only yours to read"))
        #expect(!text.contains(secret))
    }

    @Test("is not in what the doctor says")
    func doctor() async {
        for isOffline in [true, false] {
            let facts = await upkeep.facts(SourceChoice(isOffline: isOffline))
            let text = facts.findings.map(\.text).joined(separator: "\n")
            #expect(text.contains("the token: ") && !text.contains(secret))
        }
    }

    @Test("is not in an address that is refused")
    func address() async {
        let address = "http://ada:\(secret)@127.0.0.1:9"
        let facts = await upkeep.facts(SourceChoice(address))
        #expect(!facts.findings.map(\.text).joined().contains(secret))
        #expect(throws: CatalogError.self) {
            try SourceChooser(environment: environment).choose(SourceChoice(address))
        }
    }

    @Test("is in no file of ours")
    func files() async throws {
        _ = await upkeep.facts(SourceChoice())
        let chosen = try SourceChooser(environment: environment)
            .choose(SourceChoice(), isBrowsing: true)
        if let catalog = try? chosen.source.openIfMade() {
            _ = try? await catalog.search(FilmQuery(), count: 1)
        }
        StateFiles(directory: directory.file("state"), source: chosen.source.identity)
            .remember(query: "heat")
        let files = try #require(FileManager.default.enumerator(atPath: directory.path))
        for case let name as String in files where name != "token" {
            let data = FileManager.default.contents(atPath: directory.file(name)) ?? Data()
            #expect(data.range(of: Data(secret.utf8)) == nil, "\(name)")
        }
    }
}
