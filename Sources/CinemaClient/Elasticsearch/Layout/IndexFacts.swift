/// What a search server tells of its indices, before it is known what they
/// hold.
struct IndexFacts: Hashable, Sendable {
    var server: SearchServer
    /// By the name of the index: its document.
    var mappings: [String: MappedField] = [:]
    /// The indices behind each alias; those of which it shows a part only are
    /// left out, with the alias.
    var aliases: [String: [String]] = [:]
    /// Documents by index, nested ones among them: good for comparing only.
    var documents: [String: Int] = [:]
    /// What the configuration names, with the indices behind it.
    var chosen: [IndexNameWords.Kind: Chosen] = [:]

    struct Chosen: Hashable, Sendable {
        var name: String
        var indices: [String]
    }

    /// The document of several indices as one. The newest leads.
    func document(of indices: [String]) -> MappedField {
        let newestFirst = indices.sorted { NaturalOrder.isBefore($1, $0) }
        var document: MappedField?
        for index in newestFirst {
            guard let mapping = mappings[index] else { continue }
            document = document?.merged(mapping) ?? mapping
        }
        return document ?? MappedField(path: "", type: "object")
    }
}
