extension CommandDeclaration {
    static let catalogue = CommandDeclaration(
        "catalogue", summary: "make a catalogue, or tell what one holds",
        commands: [importing, generating, information])

    private static let importing = CommandDeclaration(
        "import", summary: "make a catalogue out of files",
        arguments: [
            ArgumentDeclaration(
                "FILE", repeats: true,
                summary:
                    """
                    NDJSON, plain or compressed (.gz), shaped as the API or the index has it, or \
                    in bulk format
                    """
            )
        ],
        options: [into, replace],
        sections: [
            notes(
                """
                What cannot be read is reported with its file and line, and the rest is imported. \
                The file is made whole or not at all.
                """
            ),
            exitSection,
        ])

    private static let generating = CommandDeclaration(
        "generate", summary: "make a catalogue of films that never were, for measurements",
        options: [
            OptionDeclaration(
                "films", value: "N", isRequired: true,
                summary: "how many, up to 10,000,000; a person comes to every two of them"),
            OptionDeclaration(
                "seed", value: "S",
                summary: "a whole number; the same one makes the same films. 1 without it"),
            into, replace,
        ],
        sections: [
            notes(
                """
                Half of the titles and names are Cyrillic. Words, people, years, ratings and \
                genres are as frequent as in real catalogues. A million films take about a minute, \
                100 MB of memory and a file of 600 MB. The file is made whole or not at all.
                """
            ),
            exitSection,
        ])

    private static let information = CommandDeclaration(
        "info", summary: "tell how many films, people and genres a catalogue holds",
        arguments: [
            ArgumentDeclaration(
                "PATH", isRequired: false,
                summary: "the catalogue's file; without it the source that is in use")
        ],
        sections: [exitSection])

    private static let into = OptionDeclaration(
        "into", value: "PATH.sqlite", isRequired: true, summary: "the file to make")

    private static let replace = OptionDeclaration(
        "replace", summary: "take the place of a file that is already there")

    private static func notes(_ text: String) -> HelpSection {
        HelpSection("Notes", [.init("", text)])
    }
}
