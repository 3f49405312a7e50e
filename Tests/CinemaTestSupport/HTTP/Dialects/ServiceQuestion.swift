import Foundation

/// A target of a request, taken apart.
struct ServiceQuestion {
    var path: String
    /// The parts of the path, unescaped, a text with a slash as one.
    var segments: [String]
    var items: [String: String] = [:]

    init(_ target: String) {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let raw = String(parts[0])
        path = Self.unescaped(raw)
        segments = raw.split(separator: "/", omittingEmptySubsequences: false)
            .map { Self.unescaped(String($0)) }
        for item in parts.dropFirst().first?.split(separator: "&") ?? [] {
            let pair = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2 else { continue }
            items[Self.unescaped(String(pair[0]))] =
                Self.unescaped(
                    pair[1].split(separator: "+", omittingEmptySubsequences: false).joined(
                        separator: " "))
        }
    }

    /// With the slash at its end that it lacks, or without the one it has.
    var withOtherSlash: ServiceQuestion {
        var other = self
        if path.hasSuffix("/") {
            other.path.removeLast()
            other.segments.removeLast()
        } else {
            other.path += "/"
            other.segments.append("")
        }
        return other
    }

    private static func unescaped(_ text: String) -> String {
        text.removingPercentEncoding ?? text
    }
}
