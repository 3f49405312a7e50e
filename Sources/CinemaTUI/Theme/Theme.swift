/// What the parts of the screen look like. Nothing is told by colour alone:
/// selection, match and state have an attribute or a glyph besides.
public struct Theme: Equatable, Sendable {
    public var brand: Style
    public var text: Style
    public var faint: Style
    public var heading: Style
    public var title: Style
    public var rating: Style
    public var match: Style
    public var selection: Style
    /// The selected row of a list that has not the focus.
    public var idleSelection: Style
    public var door: Style
    public var selectedDoor: Style
    public var chip: Style
    public var problem: Style
    public var tab: Style
    public var selectedTab: Style
    public var rule: Style
    public var key: Style
    public var notice: Style

    /// Eight colours of the terminal's own palette on its own background.
    public static let colored = Theme(
        brand: Style(foreground: .yellow, .bold), text: .plain,
        faint: Style(.dim), heading: Style(foreground: .cyan, .bold),
        title: Style(.bold), rating: Style(foreground: .yellow),
        match: Style(foreground: .green, [.bold, .underline]), selection: Style(.reverse),
        idleSelection: Style(.bold), door: Style(foreground: .cyan),
        selectedDoor: Style(foreground: .cyan, .reverse), chip: Style(foreground: .cyan, .reverse),
        problem: Style(foreground: .red, .reverse), tab: .plain,
        selectedTab: Style([.bold, .reverse]), rule: Style(.dim),
        key: Style(.bold), notice: Style(foreground: .yellow))

    /// The same without colour (NO_COLOR, or a terminal that has none).
    public static let plain = Theme(
        brand: Style(.bold), text: .plain, faint: Style(.dim), heading: Style(.bold),
        title: Style(.bold), rating: .plain, match: Style([.bold, .underline]),
        selection: Style(.reverse), idleSelection: Style(.bold), door: .plain,
        selectedDoor: Style(.reverse), chip: Style(.reverse),
        problem: Style([.reverse, .underline]), tab: .plain, selectedTab: Style([.bold, .reverse]),
        rule: Style(.dim), key: Style(.bold), notice: Style(.bold))

    public init(traits: ScreenTraits) { self = traits.hasColor ? .colored : .plain }

    private init(
        brand: Style, text: Style, faint: Style, heading: Style, title: Style, rating: Style,
        match: Style, selection: Style, idleSelection: Style, door: Style, selectedDoor: Style,
        chip: Style, problem: Style, tab: Style, selectedTab: Style, rule: Style, key: Style,
        notice: Style
    ) {
        self.brand = brand
        self.text = text
        self.faint = faint
        self.heading = heading
        self.title = title
        self.rating = rating
        self.match = match
        self.selection = selection
        self.idleSelection = idleSelection
        self.door = door
        self.selectedDoor = selectedDoor
        self.chip = chip
        self.problem = problem
        self.tab = tab
        self.selectedTab = selectedTab
        self.rule = rule
        self.key = key
        self.notice = notice
    }
}
