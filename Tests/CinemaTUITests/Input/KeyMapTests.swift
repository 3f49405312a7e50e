import CinemaCore
import Testing

@testable import CinemaTUI

struct KeyMapTests {
    private let map = KeyMap.standard

    @Test func everyBindingIsReadBackFromItsNotation() {
        for binding in map.bindings {
            let notation = binding.keys.map(\.notation).joined()
            #expect(Key.sequence(notation) == binding.keys, "\(notation)")
            #expect(map.lookup(binding.keys, in: binding.mode) == .command(binding.command))
        }
        #expect(map.bindings.count > 150)
    }

    @Test func everyCommandHasAKeyAndNoKeyHasTwo() {
        for command in Command.allCases {
            #expect(map.bindings.contains { $0.command == command }, "\(command)")
        }
        for mode in Mode.allCases {
            let keys = map.bindings.filter { $0.mode == mode }.map(\.keys)
            #expect(Set(keys).count == keys.count)
        }
    }

    @Test func noKeyIsHiddenBehindTheBeginningOfAnother() {
        for binding in map.bindings where binding.keys.count > 1 {
            for length in 1..<binding.keys.count {
                let beginning = Array(binding.keys.prefix(length))
                #expect(map.lookup(beginning, in: binding.mode) == .pending)
            }
        }
    }

    /// What the keys give under the Russian layout, by their places.
    private func underRussianLayout(_ keys: [Key]) -> [Key] {
        keys.map { key in
            guard case .character(let character) = key.code else { return key }
            switch character {
            case "/" where key.modifiers.isEmpty: return Key(".")
            case "?" where key.modifiers.isEmpty: return Key(",")
            default:
                guard let cyrillic = KeyboardLayout.converted(String(character))?.first else {
                    return key
                }
                return Key(cyrillic, key.modifiers)
            }
        }
    }

    @Test(arguments: [Mode.list, .detail, .menu])
    func inListsKeysCountByTheirPlace(_ mode: Mode) {
        for binding in map.bindings where binding.mode == mode {
            let keys = underRussianLayout(binding.keys)
            #expect(
                map.lookup(keys, in: mode) == .command(binding.command),
                "\(keys.map(\.notation).joined())")
        }
    }

    @Test(arguments: [Mode.search, .help])
    func inTextOnlyCombinationsCountByTheirPlace(_ mode: Mode) {
        for binding in map.bindings where binding.mode == mode {
            let keys = underRussianLayout(binding.keys)
            #expect(map.lookup(keys, in: mode) == .command(binding.command))
        }
        for character in "йцукенгшщзхъфывапролджэячсмитьбю.,/?ЙЁё" {
            #expect(map.lookup([Key(character)], in: mode) == .nothing, "\(character)")
        }
    }

    @Test func aRussianLetterWithControlIsTheLatinOne() {
        #expect(map.lookup([Key("с", .control)], in: .search) == .command(.interrupt))
        #expect(map.lookup([Key("т", .control)], in: .list) == .command(.down))
        #expect(
            map.lookup([Key("щ", .control)], in: .search)
                == map.lookup([Key("o", .control)], in: .search))
        #expect(map.lookup([Key("з", .meta)], in: .search) == .command(.previousQuery))
    }

    @Test func anotherMapMayBindAndUnbind() {
        let own = KeyMap(bindings: [
            KeyBinding(mode: .list, keys: [Key("x")], command: .down),
            KeyBinding(mode: .list, keys: [Key("z"), Key("z")], command: .quit),
        ])
        #expect(own.lookup([Key("x")], in: .list) == .command(.down))
        #expect(own.lookup([Key("ч")], in: .list) == .command(.down))
        #expect(own.lookup([Key("я")], in: .list) == .pending)
        #expect(own.lookup([Key("я"), Key("я")], in: .list) == .command(.quit))
        #expect(own.lookup([Key("j")], in: .list) == .nothing)
        #expect(own.lookup([Key("x")], in: .search) == .nothing)
        #expect(own.commands(in: .list) == [.down, .quit])
        #expect(own.keys(for: .quit, in: .list).map(\.label) == ["zz"])
    }
}
