import CinemaClient
import Testing

@testable import CinemaConfiguration

/// Reads a text as the file of somebody whose home is /home/ada.
func configuration(_ text: String, home: String? = "/home/ada") -> Configuration {
    Configuration(Array(text.utf8), path: "config.toml", home: home)
}

/// The one server of a text.
func server(_ lines: String) throws -> SourceConfiguration {
    let read = configuration("[sources.work]\naddress = \"http://host\"\n" + lines)
    #expect(read.problems == [])
    guard case .remote(let source) = try #require(read.source(named: "work")).selection else {
        throw NoServer()
    }
    return source
}

/// Every problem of a text, as it is told.
func problems(_ text: String, home: String? = "/home/ada") -> [String] {
    configuration(text, home: home).problems.map(\.sentence)
}

private struct NoServer: Error {}
