/// The people or genres of a catalogue in the making, numbered as they come.
///
/// Those with an id are told apart by it, those without by their name.
struct NameTable {
    private(set) var names: [String] = []
    private(set) var ids: [String?] = []
    private var numbers: [FilmRecord.Name: Int] = [:]

    var count: Int { names.count }

    mutating func number(_ name: FilmRecord.Name) -> Int {
        let key = FilmRecord.Name(id: name.id, name: name.id == nil ? name.name : "")
        if let number = numbers[key] { return number }
        numbers[key] = names.count
        names.append(name.name)
        ids.append(name.id)
        return names.count - 1
    }

    mutating func number(_ name: String) -> Int { number(FilmRecord.Name(name: name)) }
}
