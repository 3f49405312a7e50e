import CinemaClient

/// Reads a command line: from words to what is asked for.
public struct CommandLineReader: Sendable {
    /// Variables of the environment.
    public let environment: [String: String]

    /// The greatest `--limit` and `--page`: their product stays far from overflow.
    static let largestNumber = 1_000_000_000
    /// The greatest `--films`.
    static let mostFilms = CatalogGeneration.mostFilms

    private let program = CommandDeclaration.cinema

    public init(environment: [String: String]) { self.environment = environment }

    /// What the arguments ask for; never fails, because a wrong command line
    /// is something to answer as well.
    public func read(_ arguments: [String]) -> CommandInvocation {
        do {
            return try invocation(of: ArgumentParser(program: program).parse(arguments))
        } catch {
            return .problem(error)
        }
    }

    private func invocation(of parsed: ParsedArguments) throws(UsageProblem) -> CommandInvocation {
        if parsed.options["help"] != nil {
            return help(path: parsed.path, command: parsed.command)
        }
        if parsed.options["version"] != nil { return .version }
        let source = try source(parsed)
        switch parsed.path.dropFirst().joined(separator: " ") {
        case "search": return .search(try search(parsed, source: source))
        case "show": return .show(try show(parsed, source: source))
        case "export": return .export(try export(parsed, source: source))
        case "catalogue import": return .importCatalogue(try importRequest(parsed))
        case "catalogue generate": return .generateCatalogue(try generateRequest(parsed))
        case "catalogue info":
            var source = source
            source.text = parsed.words.first ?? source.text
            return .catalogueInfo(source: source)
        case "doctor": return .doctor(source: source)
        case "cache info": return .cacheInfo(source: parsed.options["source"])
        case "cache clear": return .cacheClear(source: parsed.options["source"])
        case "config path": return .configurationPath
        case "config print": return .configurationPrint(source: source)
        case "keys": return .keys
        case "help": return try help(parsed)
        default:
            return .browse(
                BrowseRequest(
                    source: source, query: parsed.words.joined(separator: " "),
                    usesColor: parsed.options["no-color"] == nil
                        && environment["NO_COLOR", default: ""].isEmpty))
        }
    }

    private func source(_ parsed: ParsedArguments) throws(UsageProblem) -> SourceChoice {
        SourceChoice(
            try address(parsed), isOffline: parsed.options["offline"] != nil,
            usesSnapshot: parsed.options["no-snapshot"] == nil)
    }

    /// The flag, else the environment, else nothing.
    private func address(_ parsed: ParsedArguments) throws(UsageProblem) -> String? {
        if let given = parsed.options["source"] {
            guard !given.isEmpty else {
                throw parsed.problem("--source is empty; write an address, such as films.sqlite")
            }
            return given
        }
        let variable = environment["CINEMA_SOURCE", default: ""]
        return variable.isEmpty ? nil : variable
    }

    private func search(
        _ parsed: ParsedArguments, source: SourceChoice
    ) throws(UsageProblem) -> SearchRequest {
        SearchRequest(
            command: parsed.name, source: source,
            kind: parsed.words.first.flatMap(CatalogKind.init(plural:)) ?? .film,
            query: parsed.words.dropFirst().joined(separator: " "),
            limit: try number("limit", parsed), page: try number("page", parsed),
            format: parsed.options["format"].flatMap(OutputFormat.init(rawValue:)))
    }

    private func show(
        _ parsed: ParsedArguments, source: SourceChoice
    ) throws(UsageProblem) -> ShowRequest {
        let name = parsed.words.dropFirst().joined(separator: " ")
        guard name.contains(where: { !$0.isWhitespace }) else {
            throw parsed.problem("the name is empty; write an id or a name")
        }
        return ShowRequest(
            source: source, kind: parsed.words.first.flatMap(CatalogKind.init(rawValue:)) ?? .film,
            name: name,
            format: parsed.options["format"].flatMap(ShowFormat.init(rawValue:)) ?? .table)
    }

    private func importRequest(_ parsed: ParsedArguments) throws(UsageProblem) -> ImportRequest {
        ImportRequest(
            files: parsed.words, target: try target(parsed),
            replaces: parsed.options["replace"] != nil)
    }

    private func generateRequest(
        _ parsed: ParsedArguments
    ) throws(UsageProblem) -> GenerateRequest {
        let films = try number("films", parsed, upTo: Self.mostFilms)
        let seed = try number("seed", parsed, from: 0, upTo: Int.max)
        return GenerateRequest(
            films: films ?? 1, seed: UInt64(seed ?? 1), target: try target(parsed),
            replaces: parsed.options["replace"] != nil)
    }

    private func target(_ parsed: ParsedArguments) throws(UsageProblem) -> String {
        let target = parsed.options["into", default: ""]
        guard !target.isEmpty else {
            throw parsed.problem("--into is empty; write the file to make, such as films.sqlite")
        }
        return target
    }

    private func number(
        _ option: String, _ parsed: ParsedArguments, from least: Int = 1,
        upTo most: Int = Self.largestNumber
    ) throws(UsageProblem) -> Int? {
        guard let text = parsed.options[option] else { return nil }
        let isPlain = !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        guard isPlain, let number = Int(text), (least...most).contains(number) else {
            throw parsed.problem(
                """
                --\(option) \(Quotation.short(text)): write a whole number from \(least) to \
                \(EnglishText.grouped(most))
                """
            )
        }
        return number
    }

    private func help(_ parsed: ParsedArguments) throws(UsageProblem) -> CommandInvocation {
        guard let command = program.command(at: parsed.words) else {
            let asked = Quotation.short(parsed.words.joined(separator: " "))
            throw parsed.problem("there is no command \(asked); cinema --help lists them")
        }
        return help(path: [program.name] + parsed.words, command: command)
    }

    private func help(path: [String], command: CommandDeclaration) -> CommandInvocation {
        .help(HelpText(program: program, path: path, command: command).lines)
    }
}
