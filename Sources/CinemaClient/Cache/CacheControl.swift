internal import CurlHTTP

/// What an answer's fields say of how long it may be kept (RFC 9111, 5.2.2),
/// as far as a cache of one reader cares. What cannot be read is not there.
struct CacheControl: Equatable {
    var forbidsStoring = false
    /// `no-cache`: nothing may be shown before the server was asked.
    var needsRevalidation = false
    /// `must-revalidate`: nothing may be shown that is not fresh.
    var mustRevalidate = false
    var maxAge: Int64?
    var staleWhileRevalidate: Int64?

    init(_ text: String) {
        for part in text.split(separator: ",") {
            let pair = part.split(separator: "=", maxSplits: 1)
            let name = Self.trimmed(pair.first ?? "").lowercased()
            let value = pair.count > 1 ? Self.seconds(pair[1]) : nil
            switch name {
            case "no-store": forbidsStoring = true
            case "no-cache": needsRevalidation = true
            case "must-revalidate": mustRevalidate = true
            case "max-age": maxAge = value ?? maxAge
            case "stale-while-revalidate": staleWhileRevalidate = value ?? staleWhileRevalidate
            default: break
            }
        }
    }

    /// A number of seconds, perhaps in quotes; more than a year is a year.
    static func seconds(_ text: some StringProtocol) -> Int64? {
        let digits = trimmed(text)
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return min(Int64(digits) ?? .max, 366 * 86_400)
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        let isBlank = { (character: Character) in character.isWhitespace || character == "\"" }
        let inner = text.drop(while: isBlank)
        guard let last = inner.lastIndex(where: { !isBlank($0) }) else { return "" }
        return String(inner[...last])
    }
}
