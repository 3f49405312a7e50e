internal import CurlHTTP

/// The fields that prove who asks, got once at the first request.
actor CredentialStore {
    /// What was got, with a number that tells it from what was got before.
    struct Credentials: Sendable {
        var fields: HTTPFields
        var generation: Int
    }

    private let authorization: SourceConfiguration.Authorization?
    private let fields: [SourceConfiguration.Field]
    private let reader: SecretReader
    private var credentials: Credentials?
    /// The generation after which a new reading gave nothing new.
    private var confirmed: Int?

    nonisolated var unownedExecutor: UnownedSerialExecutor { reader.unownedExecutor }

    init(
        authorization: SourceConfiguration.Authorization?, fields: [SourceConfiguration.Field],
        reader: SecretReader = SecretReader()
    ) {
        self.authorization = authorization
        self.fields = fields
        self.reader = reader
    }

    func current() async throws(SecretProblem) -> Credentials {
        if let credentials { return credentials }
        let read = try await readFields()
        // Another request may have got them meanwhile.
        if let credentials { return credentials }
        let made = Credentials(fields: read, generation: 1)
        credentials = made
        return made
    }

    /// What a file or program has now, after the server refused `refused`; nil
    /// where that is the same.
    func renewed(after refused: Credentials) async -> Credentials? {
        guard isRenewable else { return nil }
        if let credentials, credentials.generation != refused.generation { return credentials }
        guard confirmed != refused.generation else { return nil }
        confirmed = refused.generation
        guard let read = try? await readFields(), read != refused.fields else { return nil }
        let made = Credentials(fields: read, generation: refused.generation + 1)
        credentials = made
        return made
    }

    private var isRenewable: Bool {
        ([authorization?.secret].compactMap(\.self) + fields.map(\.value)).contains { secret in
            if case .environment = secret { false } else { true }
        }
    }

    private func readFields() async throws(SecretProblem) -> HTTPFields {
        var found = HTTPFields()
        if let authorization {
            let secret = try await reader.read(authorization.secret)
            found.set("Authorization", authorization.field(secret))
        }
        for field in fields { found.set(field.name, try await reader.read(field.value).revealed) }
        return found
    }
}

extension SourceConfiguration.Authorization {
    /// The field's value.
    fileprivate func field(_ secret: SecretText) -> String {
        let text = secret.revealed
        switch self {
        case .token: return "Bearer \(text)"
        // Keys are handed out both encoded and as id and key (in base64 there
        // is no colon).
        case .apiKey: return "ApiKey \(text.contains(":") ? Base64.text(of: text.utf8) : text)"
        case .password(let user, _): return "Basic \(Base64.text(of: "\(user):\(text)".utf8))"
        }
    }
}
