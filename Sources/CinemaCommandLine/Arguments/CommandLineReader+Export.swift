extension CommandLineReader {
    func export(
        _ parsed: ParsedArguments, source: SourceChoice
    ) throws(UsageProblem) -> ExportRequest {
        var words = parsed.words[...]
        if let kind = words.first, let other = CatalogKind(plural: kind) {
            guard other == .film else {
                throw parsed.problem(
                    """
                    films are exported, with their people and genres; for the word \(kind) \
                    write films \(kind)
                    """
                )
            }
            words = words.dropFirst()
        }
        let target = parsed.options["into"]
        guard target != "" else {
            throw parsed.problem("--into is empty; write the file to make, such as films.ndjson")
        }
        for option in ["resume", "replace"] where parsed.options[option] != nil && target == nil {
            throw parsed.problem("--\(option) is about a file; write --into FILE as well")
        }
        return ExportRequest(
            source: source, query: words.joined(separator: " "), target: target,
            resumes: parsed.options["resume"] != nil, replaces: parsed.options["replace"] != nil)
    }
}
