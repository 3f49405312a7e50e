/// What stands for a character that the terminal's character set lacks: one
/// character of one cell, so that columns stay straight.
struct CharsetFallback {
    /// Whether the character set has a character.
    let encodes: @Sendable (Unicode.Scalar) -> Bool

    static let ascii = CharsetFallback { _ in false }

    /// The character itself where it can be shown, else the nearest one of
    /// ASCII, else `?`.
    func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        // Lines and bars never: some sets have a few of them, and a mixture
        // looks worse than none.
        let isDrawing = (0x2500...0x259f).contains(scalar.value)
        if scalar.isASCII || (!isDrawing && encodes(scalar)) { return scalar }
        return Self.symbol(scalar.value) ?? Self.letter(scalar) ?? "?"
    }

    private static func symbol(_ value: UInt32) -> Unicode.Scalar? {
        switch value {
        case 0x2500...0x257f: line(value)
        case 0x2580...0x259f: block(value)
        case 0x2800: " "
        case 0x2801...0x28ff: "."
        default: symbols[value]
        }
    }

    private static func line(_ value: UInt32) -> Unicode.Scalar {
        switch value {
        case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254c, 0x254d, 0x2550,
            0x2574, 0x2576, 0x2578, 0x257a, 0x257c, 0x257e:
            "-"
        case 0x2502, 0x2503, 0x2506, 0x2507, 0x250a, 0x250b, 0x254e, 0x254f, 0x2551,
            0x2575, 0x2577, 0x2579, 0x257b, 0x257d, 0x257f:
            "|"
        case 0x2571: "/"
        case 0x2572: "\\"
        case 0x2573: "x"
        default: "+"
        }
    }

    /// Bars stay bars: what is nearly full looks heavier than what is nearly
    /// empty.
    private static func block(_ value: UInt32) -> Unicode.Scalar {
        switch value {
        // One eighth to full, from below.
        case 0x2581: "_"
        case 0x2582: "."
        case 0x2583: "-"
        case 0x2584: "="
        case 0x2585: "+"
        case 0x2586: "*"
        // Seven eighths to one eighth, from the left.
        case 0x2589...0x258c: "="
        case 0x258d...0x258f: "-"
        case 0x2591: "."
        case 0x2592: ":"
        default: "#"
        }
    }

    private static let symbols: [UInt32: Unicode.Scalar] = [
        0x00a0: " ", 0x00a1: "!", 0x00a9: "c", 0x00ab: "\"", 0x00ae: "r", 0x00b0: "o",
        0x00b1: "+", 0x00b2: "2", 0x00b3: "3", 0x00b4: "'", 0x00b7: ".", 0x00b9: "1",
        0x00bb: "\"", 0x00d7: "x", 0x00f7: "/",
        0x2010: "-", 0x2011: "-", 0x2012: "-", 0x2013: "-", 0x2014: "-", 0x2015: "-",
        0x2018: "'", 0x2019: "'", 0x201a: "'", 0x201b: "'", 0x201c: "\"", 0x201d: "\"",
        0x201e: "\"", 0x201f: "\"", 0x2022: "*", 0x2026: "~", 0x2032: "'", 0x2033: "\"",
        0x2039: "<", 0x203a: ">", 0x2044: "/", 0x20ac: "E", 0x2116: "#", 0x2122: "t",
        0x2190: "<", 0x2191: "^", 0x2192: ">", 0x2193: "v", 0x21b5: "<", 0x21d0: "<",
        0x21d2: ">", 0x2212: "-", 0x2248: "~", 0x2264: "<", 0x2265: ">", 0x23ce: "<",
        0x25a0: "#", 0x25a1: "#", 0x25b2: "^", 0x25b4: "^", 0x25b6: ">", 0x25b8: ">",
        0x25ba: ">", 0x25bc: "v", 0x25be: "v", 0x25c0: "<", 0x25c2: "<", 0x25c4: "<",
        0x25c6: "*", 0x25c7: "*", 0x25cb: "o", 0x25cf: "*", 0x2605: "*", 0x2606: "*",
        0x2713: "v", 0x2714: "v", 0x2715: "x", 0x2717: "x", 0x2718: "x", 0x276f: ">",
    ]
}
