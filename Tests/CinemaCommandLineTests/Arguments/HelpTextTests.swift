import CinemaCommandLine
import CinemaTUI
import Testing

@Suite("The help")
struct HelpTextTests {
    @Test("of a command is made from what it declares")
    func command() async {
        let run = await cinema("catalogue import --help")
        #expect(
            run.output == """
                cinema catalogue import: make a catalogue out of files

                Usage: cinema catalogue import FILE… --into PATH.sqlite [--replace]

                Arguments:
                  FILE  NDJSON, plain or compressed (.gz), shaped as the API or the index has
                        it, or in bulk format

                Options:
                  --into PATH.sqlite  the file to make
                  --replace           take the place of a file that is already there

                Options of every command:
                  --source SOURCE  the catalogue to use, by address or by name; without it
                                   $CINEMA_SOURCE, else the configuration's, else the built-in
                                   one
                  --offline        use no network, only what is kept of a remote source
                  --no-snapshot    make no copy of a remote source; use one while it is away
                  --no-color       use no colours, as if $NO_COLOR were set
                  -h, --help       tell what a command takes, and end
                  -V, --version    tell the version, and end

                Notes:
                  What cannot be read is reported with its file and line, and the rest is
                  imported. The file is made whole or not at all.

                Exit status:
                  0    done
                  1    nothing was found
                  2    the command line or the configuration is wrong, or output cannot be
                       written
                  3    the source cannot be reached
                  4    the source's answer, or the file to import, makes no sense
                  130  interrupted

                """)
    }

    @Test("is the same however one asks for it")
    func ways() async {
        let help = await cinema("search --help").output
        for way in ["help search", "search -h", "search films --help"] {
            #expect(await cinema(way).output == help)
        }
        #expect(await cinema("help").output == cinema("-h").output)
    }

    @Test("of every command fits on a terminal of 80 columns")
    func width() async {
        for command in [
            "", "browse", "search", "show", "catalogue", "catalogue info", "doctor", "cache",
            "cache clear", "config", "config print", "keys",
        ] {
            let lines = await cinema(command + " --help").output.split(separator: "\n")
            #expect(lines.count > 5)
            #expect(lines.allSatisfy { DisplayWidth.columns(of: String($0)) <= 80 })
        }
    }

    @Test("tells of every command and every option")
    func complete() async {
        let program = CommandDeclaration.cinema
        let help = await cinema("--help").output
        for command in program.commands { #expect(help.contains("\n  \(command.name)")) }
        for command in program.commands + program.commands.flatMap(\.commands) {
            #expect(command.options.allSatisfy { !$0.summary.isEmpty })
        }
        #expect(program.options.allSatisfy { help.contains("--" + $0.name) })
    }
}
