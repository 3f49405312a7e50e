import CinemaCore
import Testing

struct KeyboardLayoutTests {
    @Test(arguments: [
        ("ыефк цфкы", "star wars"),
        ("ыефк", "star"),
        ("rhjdfnm", "кровать"),
        ("gfxbyj", "пачино"),
        ("Еру Пщваферук", "The Godfather"),
        ("ntvysq hswfhm", "темный рыцарь"),
    ])
    func textTypedUnderTheOtherLayoutIsConverted(_ typed: String, _ meant: String) {
        #expect(KeyboardLayout.converted(typed) == meant)
    }

    @Test func convertingTwiceGivesTheTextBack() {
        for text in ["star wars", "the matrix", "[];',.", "{}:\"<>", "Q`~"] {
            guard text.contains(where: \.isLetter) else { continue }
            #expect(KeyboardLayout.converted(text).flatMap(KeyboardLayout.converted) == text)
        }
    }

    @Test func theKeysBesideTheLettersCount() {
        #expect(KeyboardLayout.latin(for: "х") == "[")
        #expect(KeyboardLayout.latin(for: "ъ") == "]")
        #expect(KeyboardLayout.latin(for: "ж") == ";")
        #expect(KeyboardLayout.latin(for: "Ж") == ":")
        #expect(KeyboardLayout.latin(for: "э") == "'")
        #expect(KeyboardLayout.latin(for: "б") == ",")
        #expect(KeyboardLayout.latin(for: "ю") == ".")
        #expect(KeyboardLayout.latin(for: "ё") == "`")
    }

    @Test func ukrainianLettersCountByTheirPlaceToo() {
        #expect(KeyboardLayout.latin(for: "і") == "s")
        #expect(KeyboardLayout.latin(for: "ї") == "]")
        #expect(KeyboardLayout.latin(for: "є") == "'")
        #expect(KeyboardLayout.latin(for: "ґ") == "\\")
        #expect(KeyboardLayout.converted("іефк") == "star")
    }

    @Test func everyLatinLetterHasACyrillicKey() {
        for letter in "abcdefghijklmnopqrstuvwxyz" {
            let cyrillic = KeyboardLayout.converted(String(letter))
            #expect(cyrillic?.first.flatMap(KeyboardLayout.latin) == letter)
        }
    }

    @Test func whatHasNoLettersIsNotConverted() {
        #expect(KeyboardLayout.converted("") == nil)
        #expect(KeyboardLayout.converted("2001") == nil)
        #expect(KeyboardLayout.converted("七人") == nil)
        #expect(KeyboardLayout.latin(for: "a") == nil)
        #expect(KeyboardLayout.latin(for: ".") == nil)
    }
}
