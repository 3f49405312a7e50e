internal import CinemaCore

/// A line of the help: a heading, or a command with its keys.
enum HelpEntry: Equatable {
    case heading(String)
    case command(Command, keys: String, title: String, mode: Mode)

    var isSelectable: Bool {
        if case .command = self { true } else { false }
    }
}

extension AppState {
    /// The lines of the help, of the live key map: the keys of where one came
    /// from first. A filter text leaves what has it in its keys or title.
    func helpEntries(_ help: HelpState) -> [HelpEntry] {
        let others = Mode.allCases.filter { $0 != help.mode && isOffered($0) }
        let wanted = help.filter.text.lowercased()
        var entries: [HelpEntry] = []
        for mode in [help.mode] + others {
            var lines: [HelpEntry] = []
            for command in keyMap.commands(in: mode) where isOffered(command) {
                let keys = keyMap.keys(for: command, in: mode).map(\.label).joined(separator: "  ")
                let title = texts.title(command)
                guard
                    wanted.isEmpty || title.lowercased().contains(text: wanted)
                        || keys.lowercased().contains(text: wanted)
                else { continue }
                lines.append(.command(command, keys: keys, title: title, mode: mode))
            }
            if !lines.isEmpty { entries += [.heading(texts.name(mode))] + lines }
        }
        return entries
    }

    mutating func filterHelp(_ change: (inout TextField) -> Void) -> [Effect] {
        guard case .help(var help) = overlay else { return [] }
        change(&help.filter)
        help.selected = 0
        help.top = 0
        overlay = .help(help)
        return []
    }

    mutating func performHelp(_ command: Command, _ help: HelpState) -> [Effect] {
        var help = help
        let choices = helpEntries(help).filter(\.isSelectable)
        var menu = MenuState()
        menu.selected = help.selected
        switch command {
        case .close:
            overlay = coveredOverlay
            coveredOverlay = nil
            return []
        case .deleteBackward: return filterHelp { $0.deleteBackward() }
        case .cutToStart: return filterHelp { $0.cutToStart() }
        case .choose:
            guard choices.indices.contains(help.selected),
                case .command(let chosen, _, _, let mode) = choices[help.selected]
            else { return [] }
            overlay = coveredOverlay
            coveredOverlay = nil
            // A command of another place than the one that one came from would
            // act where nobody looks.
            guard mode == self.mode else { return [] }
            return perform(chosen)
        default: menu.move(command, count: choices.count)
        }
        help.selected = menu.selected
        overlay = .help(help)
        return []
    }
}
