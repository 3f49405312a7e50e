/// The genres or labels of a catalogue in the making, numbered as they come.
///
/// Those with an id are told apart by it, those without by their name.
struct NameTable {
    private(set) var names: [String] = []
    private(set) var ids: [String?] = []
    private var numbersByID: [String: Int] = [:]
    private var numbersByName: [String: Int] = [:]

    var count: Int { names.count }

    mutating func number(_ name: FilmRecord.Name) -> Int {
        guard let id = name.id else { return number(name.name) }
        if let number = numbersByID[id] { return number }
        numbersByID[id] = names.count
        return add(name.name, id)
    }

    mutating func number(_ name: String) -> Int {
        if let number = numbersByName[name] { return number }
        numbersByName[name] = names.count
        return add(name, nil)
    }

    private mutating func add(_ name: String, _ id: String?) -> Int {
        names.append(name)
        ids.append(id)
        return names.count - 1
    }
}
