internal import CinemaClient
internal import CurlHTTP

extension Configuration {
    /// What is in force, as lines of TOML; of secrets only where they are, and
    /// in a comment whether they are there.
    ///
    /// `chosen` is a source that was given otherwise, and `from` says where.
    public func lines(
        chosen: String?, from: String, variable: (String) -> String?
    ) -> [String] {
        var lines = ["# " + (path ?? "no home, so no file") + (isThere ? "" : " (not there)")]
        if let chosen {
            lines.append("source = \(quoted(chosen))  # from \(from)")
        } else {
            lines.append("source = \(quoted(defaultSource ?? "embedded:"))")
        }
        for source in sources {
            lines += ["", "[sources.\(source.name)]"]
            switch source.selection {
            case .embedded: lines.append("address = \"embedded:\"")
            case .file(let path): lines.append("address = \(quoted(path))")
            case .remote(let server): lines += serverLines(server, variable)
            }
        }
        return lines
    }

    private func serverLines(
        _ server: SourceConfiguration, _ variable: (String) -> String?
    ) -> [String] {
        var lines: [String] = []
        if server.addresses.count == 1 {
            lines.append("address = \(quoted(server.addresses[0]))")
        } else {
            lines.append("addresses = \(list(server.addresses))")
        }
        switch server.family {
        case .unknown: break
        case .api: lines.append("kind = \"api\"")
        case .elasticsearch: lines.append("kind = \"elasticsearch\"")
        }
        if let document = server.documentAddress { lines.append("openapi = \(quoted(document))") }
        lines += authorizationLines(server, variable) + indexLines(server)
        for field in server.plainFields.fields {
            lines.append("headers.\(field.name) = \(quoted(field.value))")
        }
        for field in server.fields {
            lines.append(secretLine(field.value, "headers.\(field.name).", variable))
        }
        return lines + boundLines(server)
    }

    private func authorizationLines(
        _ server: SourceConfiguration, _ variable: (String) -> String?
    ) -> [String] {
        switch server.authorization {
        case nil: []
        case .token(let secret): [secretLine(secret, "token_", variable)]
        case .apiKey(let secret): [secretLine(secret, "api_key_", variable)]
        case .password(let user, let secret):
            ["user = \(quoted(user))", secretLine(secret, "password_", variable)]
        }
    }

    private func indexLines(_ server: SourceConfiguration) -> [String] {
        let choice = [
            ("index_films", server.indices.films), ("index_people", server.indices.people),
            ("index_genres", server.indices.genres),
        ]
        let names = choice.compactMap { key, name in name.map { "\(key) = \(quoted($0))" } }
        return names + (server.sniffs ? ["sniff = true"] : [])
    }

    private func boundLines(_ server: SourceConfiguration) -> [String] {
        var lines: [String] = []
        let security = server.security
        let files = [
            ("ca_file", security.authorityFile),
            ("client_certificate", security.clientCertificateFile),
            ("client_key", security.clientKeyFile),
        ]
        for (key, file) in files { if let file { lines.append("\(key) = \(quoted(file))") } }
        lines.append("verify_tls = \(security.verifiesPeer)")
        lines.append("timeout_connect = \(seconds(server.limits.connect))")
        lines.append("timeout_first_byte = \(seconds(server.limits.firstByte))")
        lines.append("timeout_total = \(seconds(server.limits.total))")
        lines.append("max_answer = \"\(ByteSize.words(server.limits.bodyBytes))\"")
        lines.append("cache = \"\(ByteSize.words(server.cacheBytes))\"")
        lines.append("snapshot = \(server.keepsSnapshot)")
        if let films = server.snapshotFilms { lines.append("snapshot_films = \(films)") }
        return lines
    }

    private func secretLine(
        _ secret: Secret, _ prefix: String, _ variable: (String) -> String?
    ) -> String {
        let value =
            switch secret {
            case .environment(let name): "env = \(quoted(name))"
            case .file(let path): "file = \(quoted(path))"
            case .command(let words): "command = \(list(words))"
            }
        return "\(prefix)\(value)  # \(secret.state(variable: variable).words)"
    }

    private func seconds(_ duration: Duration) -> String {
        let milliseconds = Int((duration / .milliseconds(1)).rounded())
        return milliseconds % 1_000 == 0
            ? String(milliseconds / 1_000) : String(Double(milliseconds) / 1_000)
    }

    private func list(_ texts: [String]) -> String {
        "[" + texts.map(quoted).joined(separator: ", ") + "]"
    }

    /// A basic string (https://toml.io/en/v1.0.0#string).
    private func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
