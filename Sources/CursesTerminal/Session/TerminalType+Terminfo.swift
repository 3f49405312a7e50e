internal import CNCurses

extension TerminalType {
    /// Chooses by the descriptions on this machine, and loads the one that is
    /// chosen (setupterm(3X)).
    init?(loading requested: String?) {
        // What is known is loaded, so the last one loaded is the one chosen.
        self.init(requested: requested) { cncurses_load($0) }
    }
}
