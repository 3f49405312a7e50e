import Testing

@testable import CursesTerminal

@Suite struct TextLocaleTests {
    /// A machine with few locales, as nl_langinfo would tell of them.
    private func locale(_ name: String?) -> TextLocale {
        TextLocale(named: name) { name in
            [
                "ru_RU.KOI8-R": "KOI8-R", "de_DE": "ISO-8859-1", "en_IN": "UTF-8",
                "C": "ANSI_X3.4-1968",
                "weird": "ANSI_X3.4-1968",
            ][name]
        }
    }

    @Test(arguments: [
        "C.UTF-8", "ru_RU.UTF-8", "en_US.utf8", "uk_UA.Utf-8", "de_DE.UTF-8@euro", "nowhere.UTF8",
    ])
    func utf8InTheNameIsEnough(name: String) {
        #expect(locale(name) == .unicode)
    }

    @Test(arguments: [nil, "C", "POSIX", "ru_RU.CP1251", "unknown", "weird", ""])
    func whatDoesNotExistIsASCII(name: String?) {
        #expect(locale(name) == .ascii)
    }

    @Test func anotherCharacterSetIsUsedWhereItExists() {
        #expect(locale("ru_RU.KOI8-R") == .charset(locale: "ru_RU.KOI8-R"))
        #expect(locale("de_DE") == .charset(locale: "de_DE"))
    }

    @Test func aLocaleMayBeUTF8WithoutSayingSo() {
        #expect(locale("en_IN") == .unicode)
    }
}
