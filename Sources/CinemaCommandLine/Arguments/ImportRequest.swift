/// Files to make a catalogue of.
public struct ImportRequest: Hashable, Sendable {
    public var files: [String]
    public var target: String
    public var replaces: Bool

    public init(files: [String], target: String, replaces: Bool = false) {
        self.files = files
        self.target = target
        self.replaces = replaces
    }
}
