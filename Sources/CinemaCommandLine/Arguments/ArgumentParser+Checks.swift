extension ArgumentParser {
    /// Whether a command has what it takes, and nothing else.
    func check(_ parsed: ParsedArguments) throws(UsageProblem) {
        try checkOptions(of: parsed)
        try checkWords(of: parsed)
        try checkRequiredOptions(of: parsed)
    }

    private func checkOptions(of parsed: ParsedArguments) throws(UsageProblem) {
        let known = parsed.command.options + program.options
        for (name, value) in parsed.options.sorted(by: { $0.key < $1.key }) {
            guard let option = known.first(where: { $0.name == name }) else {
                let owner = program.path(ofOption: name) ?? [program.name]
                throw parsed.problem(
                    """
                    --\(name) is an option of \(owner.joined(separator: " ")); \
                    \(parsed.name) --help lists its own
                    """
                )
            }
            if !option.choices.isEmpty && !option.choices.contains(value) {
                throw parsed.problem(
                    """
                    --\(name) \(Quotation.short(value)): write \
                    \(EnglishText.either(option.choices))
                    """
                )
            }
        }
    }

    private func checkRequiredOptions(of parsed: ParsedArguments) throws(UsageProblem) {
        for option in parsed.command.options
        where option.isRequired && parsed.options[option.name] == nil {
            throw parsed.problem("--\(option.name) is missing; write \(option.synopsis) as well")
        }
    }

    private func checkWords(of parsed: ParsedArguments) throws(UsageProblem) {
        if parsed.command.isGroup { throw parsed.problem(missingCommand(of: parsed)) }
        for (index, argument) in parsed.command.arguments.enumerated() {
            guard index < parsed.words.count else {
                guard argument.isRequired else { return }
                let synopsis = parsed.command.synopsis(path: parsed.path)
                let what =
                    argument.choices.isEmpty
                    ? argument.name : EnglishText.either(argument.choices)
                throw parsed.problem("\(what) is missing; write \(synopsis)")
            }
            if let problem = problem(parsed.words[index], as: argument) {
                throw parsed.problem(problem)
            }
            if argument.repeats { return }
        }
        if parsed.words.count > parsed.command.arguments.count {
            let extra = Quotation.short(parsed.words[parsed.command.arguments.count])
            throw parsed.problem(
                "\(extra) is one word too many; \(parsed.name) --help tells what it takes")
        }
    }

    private func missingCommand(of parsed: ParsedArguments) -> String {
        let names = parsed.command.commands.map(\.name)
        guard let word = parsed.words.first else {
            return "a command is missing; write \(EnglishText.either(names)) behind it"
        }
        return "there is no command \(Quotation.short(word)); \(advice(for: word, names))"
    }

    private func problem(_ word: String, as argument: ArgumentDeclaration) -> String? {
        guard !argument.choices.isEmpty, !argument.choices.contains(word) else { return nil }
        let choices = EnglishText.either(argument.choices)
        guard let likely = Suggestion.nearest(to: word, among: argument.choices) else {
            return "\(Quotation.short(word)) is not \(choices); write one of them first"
        }
        return "\(Quotation.short(word)) is not \(choices); did you mean \(likely)?"
    }

    private func advice(for word: String, _ names: [String]) -> String {
        Suggestion.nearest(to: word, among: names).map { "did you mean \($0)?" }
            ?? "write \(EnglishText.either(names))"
    }
}
