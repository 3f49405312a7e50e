internal import CurlHTTP

/// The fields that prove who asks, got once at the first request.
actor CredentialStore {
    /// What was got, with a number that tells it from what was got before.
    struct Credentials: Sendable {
        var fields: HTTPFields
        var generation: Int
    }

    private let token: Secret?
    private let fields: [SourceConfiguration.Field]
    private let reader: SecretReader
    private var credentials: Credentials?
    /// The generation after which a new reading gave nothing new.
    private var confirmed: Int?

    nonisolated var unownedExecutor: UnownedSerialExecutor { reader.unownedExecutor }

    init(
        token: Secret?, fields: [SourceConfiguration.Field], reader: SecretReader = SecretReader()
    ) {
        self.token = token
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
        ([token].compactMap(\.self) + fields.map(\.value)).contains { secret in
            if case .environment = secret { false } else { true }
        }
    }

    private func readFields() async throws(SecretProblem) -> HTTPFields {
        var found = HTTPFields()
        if let token {
            found.set("Authorization", "Bearer \(try await reader.read(token).revealed)")
        }
        for field in fields { found.set(field.name, try await reader.read(field.value).revealed) }
        return found
    }
}
