/// What a service tells of itself in an OpenAPI document: what can be asked
/// with GET, and with which parameters.
///
/// Lenient, because documents are made by programs of all ages: versions 2.0,
/// 3.0 and 3.1; what cannot be understood is left out.
struct OpenAPIDocument: Equatable, Sendable {
    enum Failure: Error, Equatable, Sendable {
        case tooLarge
        case notJSON(JSONError)
        /// JSON, but without `paths`.
        case notOpenAPI
    }

    /// What is known of a value. Alternatives (`anyOf`) are laid over one
    /// another: a nullable string is a string.
    struct Schema: Equatable, Sendable {
        var types: [String] = []
        var format: String?
        var values: [String] = []
        var pattern: String?
        var standard: String?
        var minimum: Int?
        var maximum: Int?
        var minimumLength: Int?
        var maximumLength: Int?

        var isUUID: Bool { format?.lowercased().hasPrefix("uuid") ?? false }
    }

    struct Parameter: Equatable, Sendable {
        enum Place: String, Sendable { case query, path, header, cookie }

        var name: String
        var place: Place
        var isRequired: Bool
        var schema: Schema
    }

    /// One GET.
    struct Operation: Equatable, Sendable {
        /// Verbatim, without the server's path.
        var path: String
        var parameters: [Parameter]
        /// The keys of the objects that a list consists of, as documented.
        var rowKeys: [String] = []

        func query() -> [Parameter] { parameters.filter { $0.place == .query } }
    }

    /// A longer text is no document of such a service.
    static let maximumBytes = 8 << 20

    /// What stands before every path: `/cinema`, or nothing.
    var serverPath: String
    var operations: [Operation]

    init(serverPath: String = "", operations: [Operation]) {
        self.serverPath = serverPath
        self.operations = operations
    }

    init(reading bytes: [UInt8]) throws(Failure) {
        guard bytes.count <= Self.maximumBytes else { throw .tooLarge }
        // The document has to outlive its values.
        let document = JSONDocument(depth: 128)
        let root: JSONValue
        do throws(JSONError) { root = try document.parse(bytes) } catch { throw .notJSON(error) }
        guard let paths = root["paths"], paths.kind == .object else { throw .notOpenAPI }
        var reader = OpenAPIReader(root: root)
        operations = reader.operations(paths)
        serverPath = reader.serverPath()
    }
}
