import CinemaTestSupport
import Foundation
import Testing

@testable import CinemaClient

@Suite("What is kept of a source")
struct KeptSourceTests {
    private let directory: TestDirectory

    init() throws { directory = try TestDirectory() }

    private func source(_ name: String, _ address: String) -> SourceConfiguration {
        SourceConfiguration(name: name, addresses: [address])
    }

    @Test("lies in a directory of its own, by name and address")
    func names() {
        let names = [
            SourceDirectory.name(of: source("work", "http://host:8000")),
            SourceDirectory.name(of: source("home", "http://host:8000")),
            SourceDirectory.name(of: source("work", "http://host:8001")),
        ]
        #expect(Set(names).count == 3)
        #expect(names[0].hasPrefix("host-8000-") && names[0].count == 26)
        let odd = SourceDirectory.name(of: source("x", "http://../../etc"))
        #expect(!odd.contains("/"))
    }

    @Test("is listed, and can be removed")
    func removing() throws {
        let path = try #require(
            SourceDirectory.make(for: source("work", "http://host"), in: directory.path)
        ).path
        try Data(repeating: 1, count: 5_000).write(
            to: URL(fileURLWithPath: path + "/responses.sqlite"))
        let kept = try #require(KeptSource.all(in: directory.path).first)
        #expect(kept.name == "work" && kept.addresses == ["http://host"] && kept.bytes >= 5_000)
        #expect(kept.remove())
        #expect(KeptSource.all(in: directory.path) == [])
        #expect(directory.names == [])
    }

    @Test("is only what we have put there")
    func others() throws {
        try FileManager.default.createDirectory(
            atPath: directory.file("foreign"), withIntermediateDirectories: true)
        _ = try directory.write("x", to: "foreign/precious")
        #expect(KeptSource.all(in: directory.path) == [])
        #expect(KeptSource.all(in: "/nowhere") == [])
    }

    @Test("is nobody else's to read")
    func mode() throws {
        let path = try #require(
            SourceDirectory.make(for: source("work", "http://host"), in: directory.path)
        ).path
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o700)
        #expect(SourceDirectory.make(for: source("a", "http://h"), in: "/proc/nowhere") == nil)
    }

    @Test("does not change by being opened")
    func opening() throws {
        let wanted = source("work", "http://host")
        _ = try #require(SourceDirectory.make(for: wanted, in: directory.path))
        let label = directory.file(SourceDirectory.name(of: wanted)) + "/source"
        // Long ago: writing it once more would show.
        let then = Date(timeIntervalSince1970: 1_000_000)
        try FileManager.default.setAttributes([.modificationDate: then], ofItemAtPath: label)
        _ = try #require(SourceDirectory.make(for: wanted, in: directory.path))
        let attributes = try FileManager.default.attributesOfItem(atPath: label)
        #expect(attributes[.modificationDate] as? Date == then)
    }
}
