internal import Glibc

/// The files that the sources of an import stand for.
enum ImportSources {
    private static let endings = [".ndjson", ".jsonl", ".json"]

    /// A directory stands for its files of JSON lines, by name; `-` for
    /// standard input; anything else for itself.
    static func paths(_ sources: [String]) throws(CatalogImportError) -> [String] {
        var paths: [String] = []
        for source in sources {
            if source == "-" {
                paths.append("/dev/stdin")
            } else if let names = names(inDirectory: source) {
                let found = names.filter(isFilms).sorted().map { source + "/" + $0 }
                guard !found.isEmpty else {
                    throw CatalogImportError(
                        .cannotRead,
                        sentence: "\(source) has no files that end in .ndjson or .ndjson.gz")
                }
                paths += found
            } else {
                paths.append(source)
            }
        }
        return paths
    }

    private static func isFilms(_ name: String) -> Bool {
        endings.contains { name.hasSuffix($0) || name.hasSuffix($0 + ".gz") }
    }

    /// Nil if the path is no directory.
    private static func names(inDirectory path: String) -> [String]? {
        guard let stream = opendir(path) else { return nil }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            names.append(
                withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                })
        }
        return names
    }
}
