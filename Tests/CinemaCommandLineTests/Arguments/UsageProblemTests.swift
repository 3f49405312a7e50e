import CinemaCommandLine
import Testing

@Suite("A wrong command line is answered in one sentence")
struct UsageProblemTests {
    @Test(arguments: [
        ("--frob", "cinema: there is no option --frob; cinema --help lists them"),
        (
            "search films --limt 5",
            "cinema search: there is no option --limt; did you mean --limit?"
        ),
        ("search films --lim 5", "cinema search: there is no option --lim; did you mean --limit?"),
        (
            "show film x --limit 5",
            "cinema show: --limit is an option of cinema search; cinema show --help lists its own"
        ),
        ("search films --limit", "cinema search: --limit needs a value; write --limit N"),
        (
            "search films --limit --format json",
            "cinema search: --limit needs a value; write --limit N"
        ),
        (
            "search films --limit 0",
            "cinema search: --limit 0: write a whole number from 1 to 1,000,000,000"
        ),
        (
            "search films --limit -1",
            "cinema search: --limit -1: write a whole number from 1 to 1,000,000,000"
        ),
        (
            "search films --page=abc",
            "cinema search: --page abc: write a whole number from 1 to 1,000,000,000"
        ),
        (
            "search films --limit=",
            "cinema search: --limit \"\": write a whole number from 1 to 1,000,000,000"
        ),
        (
            "search films --limit 99999999999999999999",
            "cinema search: --limit 99999999999999999999: write a whole number from 1 to 1,000,000,000"
        ),
        (
            "catalogue generate --films 0 --into a.sqlite",
            "cinema catalogue generate: --films 0: write a whole number from 1 to 10,000,000"
        ),
        (
            "catalogue generate --films -5 --into a.sqlite",
            "cinema catalogue generate: --films -5: write a whole number from 1 to 10,000,000"
        ),
        (
            "catalogue generate --films 10000001 --into a.sqlite",
            "cinema catalogue generate: --films 10000001: write a whole number from 1 to 10,000,000"
        ),
        (
            "catalogue generate --films 5 --seed x --into a.sqlite",
            "cinema catalogue generate: --seed x: write a whole number from 0 to 9,223,372,036,854,775,807"
        ),
        (
            "catalogue generate --films 5",
            "cinema catalogue generate: --into is missing; write --into PATH.sqlite as well"
        ),
        (
            "catalogue generate --into a.sqlite",
            "cinema catalogue generate: --films is missing; write --films N as well"
        ),
        (
            "catalogue generate --films 5 --into=",
            "cinema catalogue generate: --into is empty; write the file to make, such as films.sqlite"
        ),
        (
            "catalogue generate a.ndjson --films 5 --into a.sqlite",
            "cinema catalogue generate: a.ndjson is one word too many; cinema catalogue generate --help tells what it takes"
        ),
        (
            "search films --format=xml",
            "cinema search: --format xml: write table, tsv, json or ndjson"
        ),
        (
            "show film x --format tsv", "cinema show: --format tsv: write table or json"
        ),
        (
            "search",
            "cinema search: films, people or genres is missing; write cinema search films|people|genres [QUERY…] [--limit N] [--page N] [--format table|tsv|json|ndjson]"
        ),
        (
            "search star wars",
            "cinema search: star is not films, people or genres; write one of them first"
        ),
        (
            "show film",
            "cinema show: ID|NAME is missing; write cinema show film|person|genre ID|NAME… [--format table|json]"
        ),
        (
            "catalogue",
            "cinema catalogue: a command is missing; write import, generate or info behind it"
        ),
        (
            "catalogue inf",
            "cinema catalogue: there is no command inf; did you mean info?"
        ),
        (
            "catalogue frob",
            "cinema catalogue: there is no command frob; write import, generate or info"
        ),
        (
            "search film star",
            "cinema search: film is not films, people or genres; did you mean films?"
        ),
        (
            "catalogue import a.ndjson",
            "cinema catalogue import: --into is missing; write --into PATH.sqlite as well"
        ),
        (
            "catalogue import a --into b --replace=yes",
            "cinema catalogue import: --replace takes no value; write --replace alone"
        ),
        (
            "catalogue import -x a --into b",
            "cinema catalogue import: there is no option -x; cinema catalogue import --help lists them"
        ),
        (
            "keys vim",
            "cinema keys: vim is one word too many; cinema keys --help tells what it takes"
        ),
        ("help frob", "cinema help: there is no command frob; cinema --help lists them"),
        (
            "-x star",
            "cinema: there is no option -x; as a word of the text it goes behind another word or behind --"
        ),
        ("--source=", "cinema: --source is empty; write an address, such as films.sqlite"),
    ])
    func sentences(arguments: String, sentence: String) async {
        let run = await cinema(arguments)
        #expect(run.messages == sentence + "\n")
        #expect(run.output == "")
        #expect(run.status == 2)
    }

    @Test("that repeats nothing that acts on a terminal")
    func hostile() async {
        let run = await cinema(["--\u{1b}]0;x\u{7}\n" + String(repeating: "a", count: 100)])
        #expect(
            run.messages
                == "cinema: there is no option \"--␛]0;x␇␊\(String(repeating: "a", count: 51))…\"; cinema --help lists them\n"
        )
    }

    @Test("also where arguments are no text")
    func invalidText() {
        let argument: [CChar] = [0x61, -1, -2, 0]
        let program: [CChar] = [0x61, 0]
        argument.withUnsafeBufferPointer { argument in
            program.withUnsafeBufferPointer { program in
                let values = [
                    UnsafeMutablePointer(mutating: program.baseAddress),
                    UnsafeMutablePointer(mutating: argument.baseAddress), nil,
                ]
                #expect(
                    throws: UsageProblem(
                        command: "cinema", cause: "argument 1 is not text; write it in UTF-8")
                ) {
                    try ArgumentText.read(count: 2, values: values, program: "cinema")
                }
            }
        }
    }
}
