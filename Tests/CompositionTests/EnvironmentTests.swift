import CinemaClient
import CinemaCommandLine
import CinemaCore
import Testing

@testable import cinema

@Suite struct EnvironmentTests {
    private func environment(_ variables: [String: String]) -> Environment {
        Environment(variables: variables)
    }

    @Test func directoriesAreThoseOfTheSpecification() {
        let home = environment(["HOME": "/home/ada"])
        #expect(home.dataDirectory == "/home/ada/.local/share/cinema")
        #expect(home.stateDirectory == "/home/ada/.local/state/cinema")
        let named = environment(["HOME": "/home/ada", "XDG_DATA_HOME": "/data"])
        #expect(named.dataDirectory == "/data/cinema")
    }

    @Test func relativePathsAreIgnored() {
        let named = environment(["HOME": "/home/ada", "XDG_DATA_HOME": "data"])
        #expect(named.dataDirectory == "/home/ada/.local/share/cinema")
        #expect(environment(["HOME": "."]).stateDirectory == nil)
        #expect(environment([:]).dataDirectory == nil)
    }

    private func meaning(_ address: String?) throws -> String {
        let chooser = SourceChooser(environment: environment(["XDG_DATA_HOME": "/d"]))
        switch try chooser.choose(SourceChoice(address)).source {
        case .embedded(let directory): return "embedded \(directory ?? "nowhere")"
        case .file(let path): return "file \(path)"
        case .remote(let source, _): return "remote \(source.addresses.joined(separator: " "))"
        }
    }

    @Test(arguments: [
        (nil, "embedded /d/cinema"), ("embedded:", "embedded /d/cinema"),
        ("films.sqlite", "file films.sqlite"), ("file:/a/b.sqlite", "file /a/b.sqlite"),
        ("file:///a/b.sqlite", "file /a/b.sqlite"),
        ("http://localhost:8000/", "remote http://localhost:8000"),
        ("es+http://localhost:9200", "remote http://localhost:9200"),
    ])
    func anAddressSaysWhatItIs(address: String?, meaning expected: String) throws {
        #expect(try meaning(address) == expected)
    }
}
