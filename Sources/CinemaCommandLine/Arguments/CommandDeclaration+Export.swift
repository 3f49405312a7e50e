extension CommandDeclaration {
    static let export = CommandDeclaration(
        "export", summary: "take whole films away: all of a source, or what a query finds",
        arguments: [
            ArgumentDeclaration(
                "QUERY", isRequired: false, repeats: true, isText: true,
                summary:
                    """
                    which films, see Query; all of them without it. The word films may stand in \
                    front of it
                    """
            )
        ],
        options: [
            OptionDeclaration(
                "into", value: "FILE.ndjson",
                summary: "the file to make; standard output without it"
            ),
            OptionDeclaration(
                "resume", summary: "go on with an export that was not finished"),
            OptionDeclaration(
                "replace",
                summary: "take the place of a file that is there, or of an unfinished export"),
        ],
        sections: [
            HelpSection(
                "Notes",
                [
                    .init(
                        "",
                        """
                        A film a line, as cinema show film --format json prints it, in the order \
                        of cinema search films; cinema catalogue import reads it again. Films \
                        are asked for page by page, so that any number of them can be taken. \
                        Until it is whole the file is called FILE.ndjson.partial: what was \
                        interrupted goes on from there with --resume. A server that does not \
                        answer is asked again a few times.
                        """
                    )
                ]),
            querySection, exitSection,
        ])
}
