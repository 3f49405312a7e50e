/// Reads the parts of an OpenAPI document. References may go in circles and
/// lists be endless, so everything is counted.
struct OpenAPIReader {
    private let root: JSONValue
    /// References and alternatives that may still be followed.
    private var steps = 8192

    /// How deep schemas are looked into.
    static let depth = 8
    static let maximumPaths = 1024
    static let maximumParameters = 64

    init(root: JSONValue) { self.root = root }

    mutating func operations(_ paths: JSONValue) -> [OpenAPIDocument.Operation] {
        var found: [OpenAPIDocument.Operation] = []
        for (key, item) in paths.members.prefix(Self.maximumPaths) {
            guard let path = key.string, path.hasPrefix("/"), path.utf8.count <= 512,
                let get = resolved(item)["get"], get.kind == .object
            else { continue }
            var parameters = parameters(get["parameters"])
            for shared in self.parameters(resolved(item)["parameters"])
            where !parameters.contains(where: { $0.name == shared.name && $0.place == shared.place }
            ) {
                parameters.append(shared)
            }
            found.append(
                OpenAPIDocument.Operation(
                    path: path, parameters: parameters, rowKeys: rowKeys(get["responses"])))
        }
        return found
    }

    /// The path of the first server that is named by one: FastAPI's root path.
    func serverPath() -> String {
        let address = root["servers"]?.elements.first { $0["url"]?.string != nil }?["url"]?.string
        guard var path = address ?? root["basePath"]?.string else { return "" }
        if !path.hasPrefix("/") {
            // After scheme, two slashes and host.
            let parts = path.split(separator: "/", omittingEmptySubsequences: false)
            guard parts.count > 3, parts[0].hasSuffix(":"), parts[1].isEmpty else { return "" }
            path = "/" + parts[3...].joined(separator: "/")
        }
        while path.hasSuffix("/") { path.removeLast() }
        guard path.hasPrefix("/"), !path.contains("{"), path.utf8.count <= 256 else { return "" }
        return path
    }

    /// Whether there is a step left; it is then gone.
    mutating func take() -> Bool {
        steps -= 1
        return steps >= 0
    }

    private mutating func parameters(_ list: JSONValue?) -> [OpenAPIDocument.Parameter] {
        guard let list else { return [] }
        var found: [OpenAPIDocument.Parameter] = []
        for element in list.elements.prefix(Self.maximumParameters) {
            let parameter = resolved(element)
            guard let name = parameter["name"]?.string, !name.isEmpty, name.utf8.count <= 128,
                let place = parameter["in"]?.string.flatMap(OpenAPIDocument.Parameter.Place.init)
            else { continue }
            // In version 2.0 the parameter is its own schema.
            let schema = schema(parameter["schema"] ?? parameter, depth: Self.depth)
            found.append(
                OpenAPIDocument.Parameter(
                    name: name, place: place,
                    isRequired: parameter["required"]?.boolean ?? false, schema: schema))
        }
        return found
    }

    /// What a reference (`$ref`) leads to; the value itself if it is none.
    mutating func resolved(_ value: JSONValue) -> JSONValue {
        var value = value
        for _ in 0..<Self.depth {
            guard let reference = value["$ref"]?.string, reference.hasPrefix("#/"), take()
            else { return value }
            var target: JSONValue? = root
            for part in reference.dropFirst(2).split(separator: "/").prefix(16) {
                target = target?[Self.unescaped(part)]
            }
            guard let target else { return value }
            value = target
        }
        return value
    }

    /// RFC 6901, 3.
    private static func unescaped(_ part: Substring) -> String {
        var text = ""
        var rest = part[...]
        while let mark = rest.firstIndex(of: "~") {
            text += rest[..<mark]
            rest = rest[mark...].dropFirst()
            if rest.first == "0" || rest.first == "1" {
                text += rest.removeFirst() == "1" ? "/" : "~"
            } else {
                text += "~"
            }
        }
        return text + rest
    }
}
