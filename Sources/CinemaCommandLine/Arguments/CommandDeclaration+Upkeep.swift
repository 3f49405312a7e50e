extension CommandDeclaration {
    static let doctor = CommandDeclaration(
        "doctor", summary: "tell what works here, what does not, and what to do",
        sections: [
            HelpSection(
                "Notes",
                [
                    .init(
                        "",
                        """
                        Looks at the terminal, the locale, the files, the configuration and the \
                        libraries, and asks the source that is in use a few small questions, \
                        unless it is told to be --offline. Secrets are never shown. Elsewhere \
                        than on a terminal each line has ok, warning or problem, the part and \
                        the finding, apart by tabs.
                        """
                    )
                ]),
            exitSection,
        ])

    static let cache = CommandDeclaration(
        "cache", summary: "tell what is kept of remote sources, or clear it",
        commands: [
            CommandDeclaration(
                "info", summary: "tell what is kept of remote sources, and how old it is"),
            CommandDeclaration(
                "clear", summary: "remove what is kept of all remote sources, or of --source",
                sections: [
                    HelpSection(
                        "Notes",
                        [
                            .init(
                                "",
                                """
                                Answers and copies are removed; they are fetched anew when the \
                                source is used. $CINEMA_SOURCE and the configuration's default \
                                do not count here.
                                """
                            )
                        ])
                ]),
        ])

    static let config = CommandDeclaration(
        "config", summary: "tell where the configuration is, or what it says",
        commands: [
            CommandDeclaration("path", summary: "print the path of the configuration file"),
            CommandDeclaration(
                "print",
                summary: "print what is in force; of secrets only where they are"),
        ])

    static let configurationSection = HelpSection(
        "Configuration",
        [
            .init(
                "",
                """
                $XDG_CONFIG_HOME/cinema/config.toml, else ~/.config/cinema/config.toml; \
                it is read and never written:
                """
            ),
            .init("source = \"work\"", "the source to use where nothing else says"),
            .init("[sources.work]", "a source that is called work, with any of"),
            .init("address =", "\"https://films.example.org\""),
            .init("kind =", "\"api\", where it need not be found out"),
            .init("token_env =", "the variable that has the token; or token_file, token_command"),
            .init("headers =", "{ X-Api-Key = { env = \"KEY\" } }"),
            .init("ca_file =", "likewise client_certificate, client_key, verify_tls = false"),
            .init("timeout_total =", "seconds; likewise timeout_connect, timeout_first_byte"),
            .init("cache =", "\"64 MB\"; likewise max_answer, snapshot = false, snapshot_films"),
            .init("openapi =", "where the document of the API is, if at no usual place"),
        ])
}
