extension CommandDeclaration {
    /// The whole command line of the program.
    public static let cinema = CommandDeclaration(
        "cinema", summary: "browse a catalogue of films, people and genres",
        arguments: [query],
        options: [
            OptionDeclaration(
                "source", value: "SOURCE",
                summary:
                    """
                    the catalogue to use, by address or by name; without it $CINEMA_SOURCE, \
                    else the configuration's, else the built-in one
                    """
            ),
            OptionDeclaration(
                "offline", summary: "use no network, only what is kept of a remote source"),
            OptionDeclaration(
                "no-snapshot", summary: "make no copy of a remote source; use one while it is away"),
            OptionDeclaration("no-color", summary: "use no colours, as if $NO_COLOR were set"),
            OptionDeclaration("help", letter: "h", summary: "tell what a command takes, and end"),
            OptionDeclaration("version", letter: "V", summary: "tell the version, and end"),
        ],
        commands: [browse, search, show, export, catalogue, doctor, cache, config, keys, help],
        sections: [
            HelpSection(
                "Sources",
                [
                    .init("embedded:", "the built-in catalogue"),
                    .init("PATH.sqlite", "a catalogue made by cinema catalogue import or generate"),
                    .init(
                        "http://HOST:PORT",
                        "a cinema API or a search server, or https://; with a prefix if it has one"
                    ),
                    .init("es+http://HOST:9200,…", "the nodes of a search server"),
                    .init("NAME", "a source of the configuration"),
                ]),
            querySection, configurationSection, exitSection, environmentSection,
        ])

    private static let browse = CommandDeclaration(
        "browse", summary: "open the browser, on the results of a query if there is one",
        arguments: [query],
        sections: [
            HelpSection(
                "In a pipe",
                [
                    .init(
                        "",
                        """
                        Where standard output is no terminal, the films that match are \
                        printed as by cinema search films.
                        """
                    )
                ]),
            querySection,
        ])

    private static let keys = CommandDeclaration(
        "keys", summary: "print the keys of the browser")

    private static let help = CommandDeclaration(
        "help", summary: "tell what a command takes",
        arguments: [
            ArgumentDeclaration(
                "COMMAND", isRequired: false, repeats: true, summary: "the command to tell about")
        ])

    static let query = ArgumentDeclaration(
        "QUERY", isRequired: false, repeats: true, isText: true,
        summary: "what to look for, see Query; everything without it")

    static let querySection = HelpSection(
        "Query",
        [
            .init("words", "all of them have to match; the last one may be a beginning"),
            .init("\"a phrase\"", "words that follow each other; quote it for the shell as well"),
            .init("-word", "must not match; behind the first word, or behind --"),
            .init("genre:drama,war", "any of these genres; once more: that one too"),
            .init(
                "person:pacino", "likewise actor: director: writer: country: language: type:"),
            .init("year:1977..1983", "likewise rating:>=7, runtime:<=100"),
            .init(
                "sort:-rating", "or relevance, year, title, reviews, runtime; - reverses"),
            .init("--", "ends the options: cinema -- search looks for the word search"),
        ])

    static let exitSection = HelpSection(
        "Exit status",
        [
            .init("0", "done"),
            .init("1", "nothing was found"),
            .init(
                "2", "the command line or the configuration is wrong, or output cannot be written"),
            .init("3", "the source cannot be reached"),
            .init("4", "the source's answer, or the file to import, makes no sense"),
            .init("130", "interrupted"),
        ])

    private static let environmentSection = HelpSection(
        "Environment",
        [
            .init("CINEMA_SOURCE", "the catalogue to use where --source does not say"),
            .init("NO_COLOR", "if it is not empty: no colours"),
            .init("COLUMNS", "the width of output that does not go to a terminal"),
            .init("XDG_CONFIG_HOME", "where cinema/config.toml is, else ~/.config"),
            .init("XDG_CACHE_HOME", "where copies of remote sources are kept, else ~/.cache"),
            .init("https_proxy", "a proxy, as libcurl reads it; likewise http_proxy, no_proxy"),
        ])
}
