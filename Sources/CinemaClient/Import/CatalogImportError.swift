/// Why an import made no catalogue.
public struct CatalogImportError: Error, Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// Something is at the target already.
        case targetExists
        /// A source is missing or cannot be read to its end.
        case cannotRead
        /// The target cannot be written: the disk is full, another import is
        /// writing it, the directory is read-only.
        case cannotWrite
        /// The sources were read, and no line of them is a film.
        case nothingReadable
        /// Compressed data is cut off or broken, so nothing of it is trusted.
        case damaged
        /// The progress handler wanted no more.
        case stopped
    }

    public var kind: Kind
    /// What, where and what to do.
    public var sentence: String

    public init(_ kind: Kind, sentence: String) {
        self.kind = kind
        self.sentence = sentence
    }

    /// Why films could not be put by.
    init(sorting error: SQLiteError) {
        self.init(.cannotWrite, sentence: "the films cannot be sorted: \(error.message)")
    }

    static let stopped = CatalogImportError(.stopped, sentence: "the import was stopped")
}

/// Something in a source that could not be read.
public struct ImportProblem: Hashable, Sendable {
    public var source: String
    /// From 1.
    public var line: Int
    /// The path of the field and what is wrong with it.
    public var cause: String

    public var sentence: String { "\(source):\(line): \(cause)" }
}
