/// The signs of a title by which one without letters and digits is found.
enum TitleSigns {
    /// The scalars that are neither letters nor ASCII digits nor blanks, each
    /// once.
    static func signs(in title: String) -> [UInt32] {
        var signs: [UInt32] = []
        for scalar in title.unicodeScalars {
            let value = scalar.value
            switch value {
            case ...0x20, 0x30...0x39, 0x41...0x5a, 0x61...0x7a: continue
            default: break
            }
            if !scalar.isASCII,
                scalar.properties.isAlphabetic || scalar.properties.isWhitespace
            {
                continue
            }
            if !signs.contains(value) { signs.append(value) }
        }
        return signs
    }
}
