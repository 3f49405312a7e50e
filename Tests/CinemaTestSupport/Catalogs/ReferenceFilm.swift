public import CinemaCore

/// A film as a test knows it, with its words folded once.
public struct ReferenceFilm: Sendable {
    public struct Credit: Sendable {
        public var name: String
        public var role: Role

        public init(name: String, role: Role) {
            self.name = name
            self.role = role
        }
    }

    public var id: String
    public var title: String
    public var year: Int?
    public var tenths: Int?
    public var reviews: Int?
    public var type: String?
    public var runtime: Int?
    public var genres: [String] = []
    public var countries: [String] = []
    public var languages: [String] = []
    public var credits: [Credit] = []

    public init(id: String, title: String) {
        self.id = id
        self.title = title
    }

    /// The film as a line of the film data.
    public var line: String {
        var fields = ["\"id\":\(quoted(id))", "\"title\":\(quoted(title))"]
        if let year { fields.append("\"year\":\(year)") }
        if let tenths { fields.append("\"rating\":\(tenths / 10).\(tenths % 10)") }
        if let reviews { fields.append("\"reviews\":\(reviews)") }
        if let type { fields.append("\"type\":\(quoted(type))") }
        if let runtime { fields.append("\"runtime_minutes\":\(runtime)") }
        fields.append("\"genres\":[\(genres.map(quoted).joined(separator: ","))]")
        fields.append("\"countries\":[\(countries.map(quoted).joined(separator: ","))]")
        fields.append("\"languages\":[\(languages.map(quoted).joined(separator: ","))]")
        for (field, role) in [
            ("directors", Role.director), ("writers", .writer), ("cast", .actor),
        ] {
            let names = credits.filter { $0.role == role }.map { quoted($0.name) }
            fields.append("\"\(field)\":[\(names.joined(separator: ","))]")
        }
        return "{\(fields.joined(separator: ","))}"
    }

    private func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { result += "\\" }
            if scalar.value < 0x20 {
                result +=
                    "\\u00" + (scalar.value < 16 ? "0" : "")
                    + String(scalar.value, radix: 16)
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
