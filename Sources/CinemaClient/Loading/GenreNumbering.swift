/// The rows of genres: by films, then by name and id. Those without films have
/// none.
struct GenreNumbering {
    /// The numbers of the genres by row, from row 1.
    let order: [Int]
    /// The rows by number; 0 for none.
    let rows: [Int]

    init(_ genres: NameTable, films: [Int]) {
        order = films.indices.filter { films[$0] > 0 }.sorted { left, right in
            if films[left] != films[right] { return films[left] > films[right] }
            let names = genres.names
            if names[left] != names[right] { return names[left].precedes(names[right]) }
            return (genres.ids[left] ?? "").precedes(genres.ids[right] ?? "")
        }
        var rows = Array(repeating: 0, count: films.count)
        for (place, number) in order.enumerated() { rows[number] = place + 1 }
        self.rows = rows
    }
}
