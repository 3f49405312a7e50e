/// What lies over the panes.
public enum Overlay: Equatable, Sendable {
    case filters(MenuState)
    case sort(MenuState)
    case inspector(InspectorState)
    case help(HelpState)
}
