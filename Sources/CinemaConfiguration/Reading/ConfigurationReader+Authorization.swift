internal import CinemaClient

extension ConfigurationReader {
    /// What proves who asks: a token, an API key, or a user with a password.
    mutating func authorization(
        of table: inout ConfigurationTable
    ) -> SourceConfiguration.Authorization? {
        var found: [(SourceConfiguration.Authorization, prefix: String)] = []
        if let token = secret(of: &table, prefix: "token_") {
            found.append((.token(token), "token_"))
        }
        if let key = secret(of: &table, prefix: "api_key_") {
            found.append((.apiKey(key), "api_key_"))
        }
        let user = user(of: &table)
        let password = secret(of: &table, prefix: "password_")
        switch (user, password) {
        case (let user?, let password?):
            found.append((.password(user: user, password), "password_"))
        case (_?, nil):
            fail(
                table.name(of: "user"), position(in: table, prefix: "user"),
                "a user needs a password; write password_env, password_file or password_command")
        case (nil, _?):
            guard !table.entries.contains(where: { $0.key == "user" }) else { break }
            fail(
                table.path.joined(separator: "."), position(in: table, prefix: "password_"),
                "a password needs its user; write user = \"…\"")
        case (nil, nil): break
        }
        if found.count > 1 {
            fail(
                table.path.joined(separator: "."),
                position(in: table, prefix: found[found.count - 1].prefix),
                "write a token, an API key, or user and password, not several of them")
        }
        return found.first?.0
    }

    private mutating func user(of table: inout ConfigurationTable) -> String? {
        guard let entry = table.entry("user") else { return nil }
        let name = table.name(of: "user")
        guard let text = text(entry, name) else { return nil }
        guard FieldName.isValidValue(text), !text.utf8.contains(UInt8(ascii: ":")) else {
            return refuse(entry, name, "a user has printable signs, and no colon")
        }
        return text
    }

    /// Where the first entry of that prefix stands.
    private func position(in table: ConfigurationTable, prefix: String) -> TOMLPosition {
        let entry = table.entries.first { $0.key.hasPrefix(prefix) } ?? table.entries.first
        return entry?.position ?? TOMLPosition(line: 1, column: 1)
    }
}
