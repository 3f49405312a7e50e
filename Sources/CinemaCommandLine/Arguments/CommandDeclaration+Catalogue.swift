extension CommandDeclaration {
    static let catalogue = CommandDeclaration(
        "catalogue", summary: "make a catalogue, or tell what one holds",
        commands: [
            CommandDeclaration(
                "import", summary: "make a catalogue out of files",
                arguments: [
                    ArgumentDeclaration(
                        "FILE", repeats: true,
                        summary:
                            """
                            NDJSON, plain or compressed (.gz), shaped as the API or the \
                            index has it, or in bulk format
                            """
                    )
                ],
                options: [
                    OptionDeclaration(
                        "into", value: "PATH.sqlite", isRequired: true,
                        summary: "the file to make"),
                    OptionDeclaration(
                        "replace", summary: "take the place of a file that is already there"),
                ],
                sections: [
                    HelpSection(
                        "Notes",
                        [
                            .init(
                                "",
                                """
                                What cannot be read is reported with its file and line, and the \
                                rest is imported. The file is made whole or not at all.
                                """
                            )
                        ]),
                    exitSection,
                ]),
            CommandDeclaration(
                "info", summary: "tell how many films, people and genres a catalogue holds",
                arguments: [
                    ArgumentDeclaration(
                        "PATH", isRequired: false,
                        summary: "the catalogue's file; without it the source that is in use")
                ],
                sections: [exitSection]),
        ])
}
