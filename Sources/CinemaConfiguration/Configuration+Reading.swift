extension Configuration {
    /// The most bytes that are read.
    static let largestFile = 1 << 20

    /// Reads the file at `path`, if it is there: a few system calls. `home` is
    /// what `~/` stands for.
    public static func read(path: String?, home: String?) -> Configuration {
        var configuration = Configuration(path: path)
        guard let path else { return configuration }
        switch File.read(path, atMost: largestFile) {
        case .missing: break
        case .failed(let reason):
            configuration.isThere = true
            configuration.problems = [
                ConfigurationProblem(
                    .error, place: path, cause: "the file cannot be read (\(reason))")
            ]
        case .bytes(let bytes):
            configuration.isThere = true
            var reader = ConfigurationReader(file: path, home: home)
            reader.read(bytes, into: &configuration)
        }
        return configuration
    }

    /// Reads a text as if it were the file at `path`.
    public init(_ bytes: [UInt8], path: String, home: String?) {
        self.init(path: path)
        isThere = true
        var reader = ConfigurationReader(file: path, home: home)
        reader.read(bytes, into: &self)
    }
}
