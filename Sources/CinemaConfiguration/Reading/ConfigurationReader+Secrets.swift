internal import CinemaClient
internal import CurlHTTP

extension ConfigurationReader {
    /// Names under which somebody might write a secret itself, and the prefix
    /// of those that say where it is.
    private static let plainSecrets = [
        ("token", "token_"), ("password", "password_"), ("secret", "token_"),
        ("api_key", "api_key_"), ("apikey", "api_key_"), ("bearer", "token_"),
    ]

    /// Refuses secrets that stand in the file themselves.
    mutating func refusePlainSecrets(of table: inout ConfigurationTable) {
        for (name, prefix) in Self.plainSecrets {
            guard let entry = table.entries.first(where: { $0.key == name }) else { continue }
            _ = table.entry(name)
            fail(
                table.name(of: name), entry.position,
                "a secret does not belong into this file; keep it in a variable (\(prefix)env), in"
                    + " a file that only you can read (\(prefix)file) or in a program"
                    + " (\(prefix)command)")
        }
    }

    /// Where a secret is kept: `env`, `file` or `command` with a prefix.
    mutating func secret(
        of table: inout ConfigurationTable, prefix: String
    ) -> Secret? {
        var found: [Secret] = []
        if let variable = variable(prefix + "env", of: &table) {
            found.append(.environment(variable))
        }
        if let path = path(prefix + "file", of: &table) { found.append(.file(path)) }
        if let command = texts(prefix + "command", of: &table) { found.append(.command(command)) }
        if found.count > 1 {
            let position = table.entries.first?.position ?? TOMLPosition(line: 1, column: 1)
            fail(
                table.path.joined(separator: "."), position,
                "write one of \(prefix)env, \(prefix)file and \(prefix)command, not several")
        }
        return found.first
    }

    private mutating func variable(_ key: String, of table: inout ConfigurationTable) -> String? {
        guard let entry = table.entry(key) else { return nil }
        let name = table.name(of: key)
        guard let text = text(entry, name) else { return nil }
        guard text.utf8.allSatisfy({ $0 == 0x5f || FieldName.isToken($0) && $0 != 0x2d }),
            text.utf8.count <= 200
        else {
            return refuse(entry, name, "write the name of a variable, such as CINEMA_TOKEN")
        }
        return text
    }

    /// `headers`: what is secret comes from elsewhere, the rest may stand here.
    mutating func readFields(
        _ table: inout ConfigurationTable, into source: inout SourceConfiguration
    ) {
        let name = table.name(of: "headers")
        for entry in self.table("headers", of: &table) ?? [] {
            let key = "\(name).\(entry.key)"
            guard FieldName.isValid(entry.key) else {
                fail(
                    key, entry.position, "this is no name of a header; write letters, digits and -")
                continue
            }
            guard !FieldName.isReserved(entry.key) else {
                fail(key, entry.position, "this header is the program's own; leave it out")
                continue
            }
            if let field = field(entry, key, path: table.path) {
                switch field {
                case .secret(let secret):
                    source.fields.append(.init(name: entry.key, value: secret))
                case .plain(let value): source.plainFields.append(entry.key, value)
                }
            }
        }
    }

    private enum FieldValue {
        case secret(Secret)
        case plain(String)
    }

    private mutating func field(_ entry: TOMLEntry, _ key: String, path: [String]) -> FieldValue? {
        let advice = "write { env = \"…\" }, { file = \"…\" } or { command = [\"…\"] }"
        switch entry.value.content {
        case .string(let text):
            guard !FieldName.isSecret(entry.key) else {
                return refuse(
                    entry, key,
                    "a secret does not belong into this file; \(advice), which say where it is")
            }
            guard FieldName.isValidValue(text) else {
                return refuse(entry, key, "a header has printable signs on one line")
            }
            return .plain(text)
        case .table(let entries):
            var table = ConfigurationTable(path: path + ["headers", entry.key], entries: entries)
            let before = problems.count
            let secret = secret(of: &table, prefix: "")
            warnOfUnknown(table)
            guard let secret else {
                return problems.count > before ? nil : refuse(entry, key, advice)
            }
            return .secret(secret)
        default: return refuse(entry, key, advice)
        }
    }
}
