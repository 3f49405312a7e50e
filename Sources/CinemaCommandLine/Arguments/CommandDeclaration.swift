/// A command as a value: the parser, the help and everything else that has to
/// know the command line read it from here.
public struct CommandDeclaration: Hashable, Sendable {
    public var name: String
    /// What it does, in one line without a full stop.
    public var summary: String
    public var arguments: [ArgumentDeclaration]
    /// Its own options; those of the whole program are its first command's.
    public var options: [OptionDeclaration]
    public var commands: [CommandDeclaration]
    /// What the help says beyond arguments and options.
    public var sections: [HelpSection]

    public init(
        _ name: String, summary: String, arguments: [ArgumentDeclaration] = [],
        options: [OptionDeclaration] = [], commands: [CommandDeclaration] = [],
        sections: [HelpSection] = []
    ) {
        self.name = name
        self.summary = summary
        self.arguments = arguments
        self.options = options
        self.commands = commands
        self.sections = sections
    }

    /// Whether it only holds other commands.
    public var isGroup: Bool { arguments.isEmpty && !commands.isEmpty }

    /// Whether words of it may begin with a dash.
    public var takesText: Bool { arguments.contains(where: \.isText) }

    public func command(named name: String) -> CommandDeclaration? {
        commands.first { $0.name == name }
    }

    /// The command at a path of names below this one.
    public func command(at path: some Sequence<String>) -> CommandDeclaration? {
        var found: CommandDeclaration? = self
        for name in path { found = found?.command(named: name) }
        return found
    }

    /// Every option of this command and of those below it.
    public var allOptions: [OptionDeclaration] { options + commands.flatMap(\.allOptions) }

    /// The path of the first command, from this one, that has an option.
    public func path(ofOption name: String) -> [String]? {
        if options.contains(where: { $0.name == name }) { return [self.name] }
        for command in commands {
            if let path = command.path(ofOption: name) { return [self.name] + path }
        }
        return nil
    }
}
