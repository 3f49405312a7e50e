extension KeyMap {
    /// The keys that the program comes with: vim's, readline's and the arrows
    /// side by side.
    public static let standard: KeyMap = {
        var bindings: [KeyBinding] = []
        func bind(_ mode: Mode, _ command: Command, _ sequences: String...) {
            for sequence in sequences {
                guard let keys = Key.sequence(sequence) else { continue }
                bindings.append(KeyBinding(mode: mode, keys: keys, command: command))
            }
        }

        bind(.search, .submit, "<Enter>", "<C-j>")
        bind(.search, .down, "<Down>", "<C-n>")
        bind(.search, .up, "<Up>", "<C-p>")
        bind(.search, .pageDown, "<PgDn>")
        bind(.search, .pageUp, "<PgUp>")
        bind(.search, .leaveSearch, "<Esc>", "<C-g>")
        bind(.search, .nextTab, "<Tab>")
        bind(.search, .previousTab, "<S-Tab>")
        bind(.search, .previousQuery, "<M-p>")
        bind(.search, .nextQuery, "<M-n>")
        bind(.search, .cursorLeft, "<Left>", "<C-b>")
        bind(.search, .cursorRight, "<Right>", "<C-f>")
        bind(.search, .cursorStart, "<C-a>", "<Home>")
        bind(.search, .cursorEnd, "<C-e>", "<End>")
        bind(.search, .wordLeft, "<M-b>", "<C-Left>")
        bind(.search, .wordRight, "<M-f>", "<C-Right>")
        bind(.search, .deleteBackward, "<BS>", "<C-h>")
        bind(.search, .deleteForward, "<Del>", "<C-d>")
        bind(.search, .cutWord, "<C-w>", "<M-BS>")
        bind(.search, .cutToStart, "<C-u>")
        bind(.search, .cutToEnd, "<C-k>")
        bind(.search, .yank, "<C-y>")
        bind(.search, .historyBack, "<M-Left>")
        bind(.search, .historyForward, "<M-Right>")
        bind(.search, .refresh, "<C-r>", "<F5>")

        for mode in [Mode.list, .detail] {
            bind(mode, .down, "j", "<Down>", "<C-n>")
            bind(mode, .up, "k", "<Up>", "<C-p>")
            bind(mode, .halfPageDown, "<C-d>")
            bind(mode, .halfPageUp, "<C-u>")
            bind(mode, .pageDown, "<PgDn>", "<C-f>", "<C-v>")
            bind(mode, .pageUp, "<PgUp>", "<C-b>", "<M-v>")
            bind(mode, .first, "gg", "<Home>")
            bind(mode, .last, "G", "<End>")
            bind(mode, .open, "<Enter>", "l", "<Right>", "<C-j>")
            bind(mode, .back, "h", "<Left>", "<Esc>", "<BS>")
            bind(mode, .historyBack, "H", "<M-Left>")
            bind(mode, .historyForward, "L", "<M-Right>")
            bind(mode, .focusSearch, "/")
            bind(mode, .editSearch, "i")
        }
        bind(.list, .nextTab, "<Tab>")
        bind(.list, .previousTab, "<S-Tab>")
        bind(.detail, .nextSection, "<Tab>")
        bind(.detail, .previousSection, "<S-Tab>")
        for mode in [Mode.list, .detail] {
            bind(mode, .filterMenu, "f")
            bind(mode, .sortMenu, "s")
            bind(mode, .reverseSort, "S")
            bind(mode, .clearFilters, "c")
            bind(mode, .togglePane, "p")
            bind(mode, .surprise, "z")
            bind(mode, .refresh, "r", "<C-r>", "<F5>")
        }
        for mode in [Mode.list, .detail, .inspector] {
            bind(mode, .showDocument, "J")
            bind(mode, .showRequest, "R")
            bind(mode, .showReason, "W")
        }

        bind(.inspector, .down, "j", "<Down>", "<C-n>")
        bind(.inspector, .up, "k", "<Up>", "<C-p>")
        bind(.inspector, .halfPageDown, "<C-d>")
        bind(.inspector, .halfPageUp, "<C-u>")
        bind(.inspector, .pageDown, "<PgDn>", "<C-f>", "<C-v>")
        bind(.inspector, .pageUp, "<PgUp>", "<C-b>", "<M-v>")
        bind(.inspector, .first, "gg", "<Home>")
        bind(.inspector, .last, "G", "<End>")
        bind(.inspector, .toggleFold, "<Enter>", "<Space>", "<C-j>")
        bind(.inspector, .fold, "h", "<Left>")
        bind(.inspector, .unfold, "l", "<Right>")
        bind(.inspector, .foldAll, "-")
        bind(.inspector, .unfoldAll, "+", "=")
        bind(.inspector, .find, "/")
        bind(.inspector, .findNext, "n")
        bind(.inspector, .findPrevious, "N")
        bind(.inspector, .copy, "y")
        bind(.inspector, .refresh, "r", "<C-r>", "<F5>")
        bind(.inspector, .close, "<Esc>", "q", "<BS>", "<C-g>")

        bind(.find, .choose, "<Enter>", "<C-j>")
        bind(.find, .deleteBackward, "<BS>", "<C-h>")
        bind(.find, .cutToStart, "<C-u>")
        bind(.find, .close, "<Esc>", "<C-g>")

        bind(.menu, .down, "j", "<Down>", "<C-n>", "<Tab>")
        bind(.menu, .up, "k", "<Up>", "<C-p>", "<S-Tab>")
        bind(.menu, .pageDown, "<PgDn>", "<C-d>", "<C-f>")
        bind(.menu, .pageUp, "<PgUp>", "<C-u>", "<C-b>")
        bind(.menu, .first, "gg", "<Home>")
        bind(.menu, .last, "G", "<End>")
        bind(.menu, .choose, "<Enter>", "<Space>", "l", "<Right>")
        bind(.menu, .clearFilters, "c")
        bind(.menu, .close, "<Esc>", "q", "h", "<Left>", "<BS>", "<C-g>")

        bind(.help, .down, "<Down>", "<C-n>")
        bind(.help, .up, "<Up>", "<C-p>")
        bind(.help, .pageDown, "<PgDn>", "<C-v>")
        bind(.help, .pageUp, "<PgUp>", "<M-v>")
        bind(.help, .choose, "<Enter>")
        bind(.help, .deleteBackward, "<BS>", "<C-h>")
        bind(.help, .cutToStart, "<C-u>")
        bind(.help, .close, "<Esc>", "<F1>", "<C-g>")

        for mode in [Mode.list, .detail, .menu, .inspector] { bind(mode, .help, "?", "<F1>", ":") }
        bind(.search, .help, "<F1>")
        for mode in Mode.allCases {
            bind(mode, .redraw, "<C-l>")
            bind(mode, .suspend, "<C-z>")
            if mode == .list || mode == .detail { bind(mode, .quit, "q") }
            bind(mode, .interrupt, "<C-c>")
        }
        return KeyMap(bindings: bindings)
    }()
}
