/// A table of the file as it is read: what was asked for is known, so that
/// the rest can be told.
struct ConfigurationTable {
    /// The names that lead to it.
    let path: [String]
    let entries: [TOMLEntry]
    private var asked: [String] = []

    init(path: [String], entries: [TOMLEntry]) {
        self.path = path
        self.entries = entries
    }

    /// The entry of a name that means something here.
    mutating func entry(_ key: String) -> TOMLEntry? {
        asked.append(key)
        return entries.first { $0.key == key }
    }

    /// Entries whose names mean nothing.
    var unknown: [TOMLEntry] { entries.filter { !asked.contains($0.key) } }

    /// The names that mean something, in the order in which they were asked for.
    var known: [String] { asked }

    /// `sources.work.kind`.
    func name(of key: String) -> String { (path + [key]).joined(separator: ".") }
}
