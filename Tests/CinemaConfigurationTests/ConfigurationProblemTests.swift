import CinemaCore
import Testing

@testable import CinemaConfiguration

@Suite("A mistake in the configuration")
struct ConfigurationProblemTests {
    @Test("that makes it no TOML is told with line and column")
    func syntax() {
        let found = problems("source = \"work\"\n[sources.work\n")
        #expect(found.count == 1)
        #expect(found[0].hasPrefix("config.toml:2:"))
        #expect(found[0].contains("not TOML"))
    }

    @Test(
        "in a value is told with line, column, key and what to write",
        arguments: [
            (
                "kind = \"soap\"",
                "3:1: sources.work.kind: this is a text that cannot be used here; write \"api\" or \"elasticsearch\""
            ),
            (
                "verify_tls = \"no\"",
                "3:1: sources.work.verify_tls: this is a text that cannot be used here; write true or false"
            ),
            (
                "timeout_total = 0",
                "3:1: sources.work.timeout_total: this is a number that cannot be used here; write seconds, from 0.01 to 3600"
            ),
            (
                "max_answer = \"lots\"",
                "3:1: sources.work.max_answer: this is a text that cannot be used here; write a size from \"1 KB\" to \"1 GB\", such as \"64 MB\""
            ),
            (
                "snapshot = 1",
                "3:1: sources.work.snapshot: this is a number that cannot be used here; write true or false"
            ),
            (
                "snapshot_films = 0",
                "3:1: sources.work.snapshot_films: this is a number that cannot be used here; write a whole number from 1 to 10000000"
            ),
            (
                "token_env = \"a b\"",
                "3:1: sources.work.token_env: this is a text that cannot be used here; write the name of a variable, such as CINEMA_TOKEN"
            ),
            (
                "token_command = \"pass\"",
                "3:1: sources.work.token_command: this is a text that cannot be used here; write a list of texts, as in [\"…\", \"…\"]"
            ),
            (
                "headers = 1",
                "3:1: sources.work.headers: this is a number that cannot be used here; write a table, as in [sources.work.headers]"
            ),
            (
                "user = \"ada\"",
                "3:1: sources.work.user: a user needs a password; write password_env, password_file or password_command"
            ),
            (
                "user = \"a:b\"\npassword_env = \"P\"",
                "3:1: sources.work.user: this is a text that cannot be used here; a user has printable signs, and no colon"
            ),
            (
                "password_env = \"P\"",
                "3:1: sources.work: a password needs its user; write user = \"…\""
            ),
            (
                "token_env = \"T\"\napi_key_env = \"K\"",
                "4:1: sources.work: write a token, an API key, or user and password, not several of them"
            ),
            (
                "api_key = \"abc\"",
                "3:1: sources.work.api_key: a secret does not belong into this file; keep it in a variable (api_key_env), in a file that only you can read (api_key_file) or in a program (api_key_command)"
            ),
            (
                "index_films = \"_all\"",
                "3:1: sources.work.index_films: this is a text that cannot be used here; write the name of an index or an alias, or several apart by commas; none begins with _"
            ),
            (
                "kind = \"api\"\nindex_films = \"films\"",
                "4:1: sources.work.index_films: this is a text that cannot be used here; only a search server has indices; write kind = \"elasticsearch\""
            ),
            (
                "kind = \"api\"\nsniff = true",
                "4:1: sources.work.sniff: only a search server has nodes to look for; leave it out"
            ),
            (
                "cloud_id = \"work:abc\"",
                "3:1: sources.work.cloud_id: this is a text that cannot be used here; write cloud_id, address or addresses, not several of them"
            ),
            (
                "ca_file = []",
                "3:1: sources.work.ca_file: this is a list that cannot be used here; write a text in quotes"
            ),
        ])
    func values(line: String, problem: String) {
        #expect(
            problems("[sources.work]\naddress = \"http://host\"\n\(line)\n")
                == ["config.toml:\(problem)"])
    }

    @Test(
        "in the id of a deployment is told, and the id is not repeated",
        arguments: ["work", "work:", "work:!!", "work:YWJj", "work:YSQ=", "work:YWIkdW5kZWZpbmVk"])
    func cloud(id: String) {
        let told = problems("[sources.work]\ncloud_id = \"\(id)\"\n")
        #expect(
            told == [
                "config.toml:2:1: sources.work.cloud_id: this is a text that cannot be used here; copy it as the page of the deployment shows it: a name, a colon, signs"
            ])
    }

    @Test("in a name is a warning that tells the likely one")
    func names() {
        let read = configuration(
            "sorce = \"x\"\n[sources.work]\naddress = \"http://host\"\ntoken_envv = \"T\"\n")
        #expect(read.errors == [])
        #expect(
            read.warnings.map(\.sentence) == [
                "config.toml:1:1: sorce: this name means nothing and is passed over; did you mean source?",
                "config.toml:4:1: sources.work.token_envv: this name means nothing and is passed over; did you mean token_env?",
            ])
        #expect(throws: Never.self) { try read.selection("work") }
    }

    @Test(
        "that writes a secret down is refused without repeating it",
        arguments: [
            "token = \"hunter2\"", "password = \"hunter2\"",
            "headers = { Authorization = \"hunter2\" }",
            "headers = { X-Api-Key = \"hunter2\" }", "headers = { Cookie = \"hunter2\" }",
            "headers = { X-Auth-Token = \"hunter2\" }", "token_env = \"hunter2 \"",
        ])
    func plainSecrets(line: String) {
        let found = problems("[sources.work]\naddress = \"http://host\"\n\(line)\n")
        #expect(found.count == 1)
        #expect(found[0].hasPrefix("config.toml:3:"))
        #expect(!found[0].contains("hunter2"))
    }

    @Test("that puts a password into an address is refused without repeating it")
    func userInformation() {
        let found = problems("[sources.work]\naddress = \"http://ada:hunter2@host\"\n")
        #expect(found.count == 1)
        #expect(found[0].contains("config.toml:2:1: sources.work.address"))
        #expect(!found[0].contains("hunter2") && !found[0].contains("ada"))
    }

    @Test("stops what needs the file, and nothing else")
    func effect() throws {
        let read = configuration("[sources.work]\naddress = 1\n[sources.b]\naddress = 2\n")
        let error = #expect(throws: CatalogError.self) { try read.selection("work") }
        #expect(error?.kind == .unsupported)
        #expect(
            error?.sentence == "config.toml:2:1: sources.work.address: this is a number that"
                + " cannot be used here; write a text in quotes (and 1 more; cinema doctor lists them)"
        )
        #expect(throws: CatalogError.self) { try read.selection(nil) }
        #expect(try read.selection("embedded:") == .embedded)
        #expect(try read.selection("films.sqlite") == .file("films.sqlite"))
    }

    @Test(
        "about several things is told about each",
        arguments: [
            ("[sources.\"a b\"]\naddress = \"http://h\"", "name a source with"),
            ("[sources.a]", "sources.a.address: it is missing"),
            ("[sources.a]\naddress = \"http://h\"\naddresses = [\"http://h\"]", "not both"),
            (
                "[sources.a]\naddress = \"http://h\"\ntoken_env = \"A\"\ntoken_file = \"/b\"",
                "not several"
            ),
            ("[sources.a]\naddress = \"api+http://h\"\nkind = \"elasticsearch\"", "says otherwise"),
            ("[sources.a]\naddresses = [\"http://h\", \"http://i\"]", "kind = \"elasticsearch\""),
            (
                "[sources.a]\naddress = \"http://h\"\nheaders = { Host = \"x\" }",
                "the program's own"
            ),
            (
                "[sources.a]\naddress = \"http://h\"\nheaders = { X-A = \"a\\r\\nB: c\" }",
                "one line"
            ),
            ("source = \"wrok\"\n[sources.work]\naddress = \"http://h\"", "did you mean work?"),
            ("source = 3", "source: this is a number"),
            ("sources = 3", "sources: this is a number"),
        ])
    func others(text: String, words: String) {
        let found = problems(text)
        #expect(found.count == 1 && found.allSatisfy { $0.contains(words) }, "\(found)")
    }

    @Test("cannot make it deep or large")
    func bounds() throws {
        #expect(problems(String(repeating: "a.", count: 5_000) + "a = 1").count == 1)
        #expect(problems("a = " + String(repeating: "[", count: 5_000)).count == 1)
        #expect(problems(String(repeating: "[a.b.c.d.e.f.g.h.i.j]\n", count: 1)).count == 1)
    }
}
