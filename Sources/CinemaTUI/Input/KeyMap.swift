import CinemaCore

/// Which keys stand for which command, by mode.
public struct KeyMap: Equatable, Sendable {
    /// In the order in which help lists them.
    public let bindings: [KeyBinding]
    private let commands: [Mode: [[Key]: Command]]
    private let beginnings: [Mode: Set<[Key]>]

    public init(bindings: [KeyBinding]) {
        self.bindings = bindings
        var commands: [Mode: [[Key]: Command]] = [:]
        var beginnings: [Mode: Set<[Key]>] = [:]
        for binding in bindings {
            commands[binding.mode, default: [:]][binding.keys] = binding.command
            for length in 1..<max(1, binding.keys.count) {
                beginnings[binding.mode, default: []].insert(Array(binding.keys.prefix(length)))
            }
        }
        self.commands = commands
        self.beginnings = beginnings
    }

    public enum Lookup: Equatable, Sendable {
        case command(Command)
        /// The keys begin a longer sequence.
        case pending
        case nothing
    }

    /// What a sequence of keys means. Keys of a Russian layout count by their
    /// place on the keyboard; in a text field only those with Control or Meta
    /// do, because letters there are text.
    public func lookup(_ keys: [Key], in mode: Mode) -> Lookup {
        if let found = exact(keys, in: mode) { return found }
        let latin = keys.map { $0.latin(inTextField: mode.isTextField) }
        if latin != keys, let found = exact(latin, in: mode) { return found }
        return .nothing
    }

    private func exact(_ keys: [Key], in mode: Mode) -> Lookup? {
        if let command = commands[mode]?[keys] { return .command(command) }
        if beginnings[mode]?.contains(keys) == true { return .pending }
        return nil
    }

    /// The keys of a command in a mode, in the order of the table.
    public func keys(for command: Command, in mode: Mode) -> [KeyBinding] {
        bindings.filter { $0.mode == mode && $0.command == command }
    }

    /// The commands that a mode has keys for, each once, in the order of the table.
    public func commands(in mode: Mode) -> [Command] {
        var seen: Set<Command> = []
        return bindings.filter { $0.mode == mode && seen.insert($0.command).inserted }.map(
            \.command)
    }
}

extension Key {
    /// The key under the Latin layout. In lists the keys that give `.` and `,`
    /// under the Russian layout are `/` and `?` there.
    func latin(inTextField: Bool) -> Key {
        guard case .character(let character) = code else { return self }
        if let latin = KeyboardLayout.latin(for: character) {
            if inTextField && modifiers.isEmpty { return self }
            return Key(.character(latin), modifiers)
        }
        guard !inTextField, modifiers.isEmpty else { return self }
        switch character {
        case ".": return Key("/")
        case ",": return Key("?")
        default: return self
        }
    }
}
