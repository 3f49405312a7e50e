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

    @Test(arguments: [
        (nil, "embedded /d/cinema"), ("embedded:", "embedded /d/cinema"),
        ("films.sqlite", "file films.sqlite"), ("file:/a/b.sqlite", "file /a/b.sqlite"),
        ("file:///a/b.sqlite", "file /a/b.sqlite"),
        ("http://localhost:8000", "unsupported http://localhost:8000"),
        ("es+http://localhost:9200", "unsupported es+http://localhost:9200"),
    ])
    func anAddressSaysWhatItIs(address: String?, meaning: String) {
        let source = CatalogSource(
            address, environment: environment(["XDG_DATA_HOME": "/d"]))
        let found =
            switch source {
            case .embedded(let directory): "embedded \(directory ?? "nowhere")"
            case .file(let path): "file \(path)"
            case .unsupported(let address): "unsupported \(address)"
            }
        #expect(found == meaning)
    }

    @Test func aSourceOfALaterReleaseIsSaidToBeOne() {
        #expect(throws: CatalogError.self) {
            _ = try CatalogSource("http://localhost", environment: environment([:])).openIfMade()
        }
    }
}
