import Testing

@testable import CursesTerminal

@Suite struct TerminalEnvironmentTests {
    private func environment(_ variables: [String: String]) -> TerminalEnvironment {
        TerminalEnvironment { variables[$0] }
    }

    @Test func theFirstOfTheLocaleVariablesCounts() {
        #expect(environment(["LC_ALL": "a", "LC_CTYPE": "b", "LANG": "c"]).characterLocale == "a")
        #expect(environment(["LC_CTYPE": "b", "LANG": "c"]).characterLocale == "b")
        #expect(environment(["LC_ALL": "", "LC_CTYPE": "", "LANG": "c"]).characterLocale == "c")
        #expect(environment([:]).characterLocale == nil)
    }

    @Test func noColorMeansAnyValueButTheEmptyOne() {
        #expect(environment(["NO_COLOR": "0"]).forbidsColor)
        #expect(!environment(["NO_COLOR": ""]).forbidsColor)
        #expect(!environment([:]).forbidsColor)
    }

    @Test func escapeDelayIsObeyedWithinReason() {
        #expect(environment([:]).escapeDelay == 4)
        #expect(environment(["SSH_CONNECTION": "10.0.0.1 22"]).escapeDelay == 25)
        #expect(environment(["ESCDELAY": "100"]).escapeDelay == 100)
        #expect(environment(["ESCDELAY": "0"]).escapeDelay == 0)
        #expect(environment(["ESCDELAY": "-5"]).escapeDelay == 0)
        #expect(environment(["ESCDELAY": "99999999"]).escapeDelay == 2_000)
        #expect(environment(["ESCDELAY": "soon"]).escapeDelay == 4)
    }

    @Test func anEmptyTypeIsNone() {
        #expect(environment(["TERM": ""]).term == nil)
        #expect(environment(["TERM": "vt100"]).term == "vt100")
    }
}
