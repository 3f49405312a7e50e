/// Where sorts put what their buffers do not hold.
struct SortSpace: Sendable {
    /// The directory of their files, which have no names; nil keeps
    /// everything in memory.
    var directory: String?
    /// A share of every buffer's size; tests make them tiny.
    var scale = 1.0

    /// In memory, however much it is.
    static let memory = SortSpace(directory: nil)

    /// Beside the file that is made, where there has to be room anyway.
    static func beside(_ path: String) -> SortSpace {
        SortSpace(directory: CatalogFile.split(path).directory)
    }

    func bufferSize(_ bytes: Int) -> Int { max(1, Int(Double(bytes) * scale)) }
}
