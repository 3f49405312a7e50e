import CinemaCore

/// Takes a command line apart by the declarations of its commands.
///
/// Long options stand anywhere, one-letter options only before the first word
/// of free text, so that `-wars` behind a word is an exclusion; `--` ends
/// both. The first word that names no command belongs to the program itself.
/// Of an option given twice the last one counts.
struct ArgumentParser {
    let program: CommandDeclaration

    func parse(_ arguments: [String]) throws(UsageProblem) -> ParsedArguments {
        var parsed = ParsedArguments(path: [program.name], command: program)
        var rest = arguments[...]
        var mayBeOption = true
        var mayBeCommand = true
        while let argument = rest.popFirst() {
            if mayBeOption {
                if argument == "--" {
                    mayBeOption = false
                    mayBeCommand = false
                    continue
                }
                if argument.hasPrefix("--") {
                    try takeLongOption(argument.dropFirst(2), from: &rest, into: &parsed)
                    continue
                }
                if try takeLetter(argument, into: &parsed) { continue }
            }
            if mayBeCommand, let command = parsed.command.command(named: argument) {
                parsed.path.append(argument)
                parsed.command = command
                mayBeCommand = !command.commands.isEmpty
            } else {
                mayBeCommand = false
                parsed.words.append(argument)
            }
        }
        // Who asks for help need not be right about the rest.
        if parsed.options["help"] == nil && parsed.options["version"] == nil {
            try check(parsed)
        }
        return parsed
    }

    private func takeLongOption(
        _ text: Substring, from rest: inout ArraySlice<String>, into parsed: inout ParsedArguments
    ) throws(UsageProblem) {
        let name = String(text.prefix { $0 != "=" })
        guard let option = program.allOptions.first(where: { $0.name == name }) else {
            throw parsed.problem(unknownOption(name, of: parsed))
        }
        let attached = text.count > name.count ? String(text.dropFirst(name.count + 1)) : nil
        guard option.takesValue else {
            guard attached == nil else {
                throw parsed.problem("--\(name) takes no value; write --\(name) alone")
            }
            parsed.options[name] = ""
            return
        }
        if let attached {
            parsed.options[name] = attached
        } else if let next = rest.first, !next.hasPrefix("--") {
            parsed.options[name] = next
            rest.removeFirst()
        } else {
            throw parsed.problem("--\(name) needs a value; write \(option.synopsis)")
        }
    }

    /// Takes an argument that is a one-letter option; false if it is a word.
    private func takeLetter(
        _ argument: String, into parsed: inout ParsedArguments
    ) throws(UsageProblem) -> Bool {
        guard argument.hasPrefix("-"), argument.count > 1 else { return false }
        if parsed.command.takesText {
            let leading = parsed.command.arguments.prefix { !$0.isText }.count
            guard argument.count == 2, parsed.words.count <= leading else { return false }
        }
        let letter = argument[argument.index(after: argument.startIndex)]
        if argument.count == 2 {
            if let option = program.allOptions.first(where: { $0.letter == letter }) {
                parsed.options[option.name] = ""
                return true
            }
            guard letter.isASCII && letter.isLetter || !parsed.command.takesText else {
                return false
            }
        }
        let shown = Quotation.short(argument)
        if parsed.command.takesText {
            throw parsed.problem(
                """
                there is no option \(shown); as a word of the text it goes behind another \
                word or behind --
                """
            )
        }
        throw parsed.problem("there is no option \(shown); \(listing(parsed))")
    }

    private func unknownOption(_ name: String, of parsed: ParsedArguments) -> String {
        let known = (parsed.command.options + program.options).map(\.name)
        let shown = Quotation.short("--" + name)
        if let likely = Suggestion.nearest(to: name, among: known)
            ?? Suggestion.nearest(to: name, among: program.allOptions.map(\.name))
        {
            return "there is no option \(shown); did you mean --\(likely)?"
        }
        return "there is no option \(shown); \(listing(parsed))"
    }

    func listing(_ parsed: ParsedArguments) -> String { "\(parsed.name) --help lists them" }
}
