import Testing

@testable import CinemaClient

struct UUIDNamespaceTests {
    /// RFC 4122, appendix C.
    private static let domainNames = "6ba7b810-9dad-11d1-80b4-00c04fd430c8"

    @Test func nameHasOneIdentifier() throws {
        let namespace = try #require(UUIDNamespace(Self.domainNames))
        #expect(
            namespace.identifier(for: "www.example.com") == "2ed6657d-e927-568b-95e1-2665a8aea6a2")
        #expect(namespace.identifier(for: "").count == 36)
        #expect(namespace.identifier(for: "Амели") != namespace.identifier(for: "Сталкер"))
    }

    @Test func hyphensAndCaseDoNotMatter() {
        let plain = UUIDNamespace("6BA7B8109DAD11D180B400C04FD430C8")
        #expect(plain == UUIDNamespace(Self.domainNames))
    }

    @Test(arguments: ["", "6ba7b810", "zba7b810-9dad-11d1-80b4-00c04fd430c8"])
    func whatIsNoUUIDIsRefused(text: String) {
        #expect(UUIDNamespace(text) == nil)
    }
}
