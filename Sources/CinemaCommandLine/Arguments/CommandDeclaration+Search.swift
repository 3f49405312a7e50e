import CinemaCore

extension CommandDeclaration {
    static let search = CommandDeclaration(
        "search", summary: "print the films, people or genres that match a query",
        arguments: [
            ArgumentDeclaration(
                "KIND", choices: CatalogKind.allCases.map(\.plural), summary: "what to look for"),
            query,
        ],
        options: [
            OptionDeclaration(
                "limit", value: "N",
                summary: "print at most N rows; 50 on a terminal, all of them elsewhere"),
            OptionDeclaration(
                "page", value: "N", summary: "print the Nth page, from 1, of --limit rows or 50"),
            OptionDeclaration(
                "format", choices: OutputFormat.allCases.map(\.rawValue),
                summary: "table on a terminal and tsv elsewhere, unless it is given"),
        ],
        sections: [
            HelpSection(
                "Formats",
                [
                    .init("table", "columns for the eye, cut to the width"),
                    .init(
                        "tsv",
                        "one row a line, columns apart by tabs, no header; unknown values are empty"
                    ),
                    .init("ndjson", "one JSON object a line"),
                    .init("json", "{\"total\", \"exact\", \"page\", \"results\": […]}"),
                ]),
            HelpSection(
                "Columns of tsv",
                [
                    .init("films", FilmSummary.fieldNames.joined(separator: ", ")),
                    .init("people", PersonSummary.fieldNames.joined(separator: ", ")),
                    .init("genres", GenreSummary.fieldNames.joined(separator: ", ")),
                ]),
            HelpSection(
                "Notes",
                [
                    .init(
                        "",
                        """
                        Rows go to standard output, everything else to standard error: how \
                        many rows there are, and the words that were searched where the \
                        query as typed finds next to nothing.
                        """
                    )
                ]),
            querySection, exitSection,
        ])

    static let show = CommandDeclaration(
        "show", summary: "print all that is known of a film, a person or a genre",
        arguments: [
            ArgumentDeclaration(
                "KIND", choices: CatalogKind.allCases.map(\.singular), summary: "what to show"),
            ArgumentDeclaration(
                "ID|NAME", repeats: true, isText: true,
                summary:
                    "an id as cinema search prints it, else a name, without case and accents"),
        ],
        options: [
            OptionDeclaration(
                "format", choices: ShowFormat.allCases.map(\.rawValue),
                summary: "table, which is a page for the eye, unless it is given")
        ],
        sections: [
            HelpSection(
                "Names",
                [
                    .init(
                        "",
                        """
                        Of several that have the name the best known is shown, and standard \
                        error lists the others with their ids. Where none has it, the best \
                        one that the words find is shown, and standard error says so. A name \
                        that begins with a dash goes behind --.
                        """
                    )
                ]),
            exitSection,
        ])
}
