extension CommandDeclaration {
    /// The command as one writes it, `cinema search films|people|genres [QUERY…]`,
    /// with its own options in brackets unless it needs them.
    public func synopsis(path: [String]) -> String {
        var pieces = path
        if isGroup { pieces.append("COMMAND") }
        pieces += arguments.map(\.synopsis)
        pieces += options.filter { !Self.universal.contains($0.name) }.map { option in
            option.isRequired ? option.synopsis : "[\(option.synopsis)]"
        }
        return pieces.joined(separator: " ")
    }

    /// Options that every command understands; no synopsis repeats them.
    private static let universal: Set<String> = [
        "help", "version", "no-color", "offline", "no-snapshot",
    ]
}
