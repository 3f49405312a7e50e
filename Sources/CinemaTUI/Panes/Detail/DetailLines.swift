import CinemaCore

/// The lines of a record. Those of a long filmography are laid out when they
/// are looked at: a record of thousands of films is drawn at every key.
struct DetailLines: Equatable, RandomAccessCollection {
    private enum Line: Equatable {
        case ready([DetailDocument.Piece])
        /// A film by its place in the filmography, and the number of its door.
        case film(Int, door: Int)
    }

    private var lines: [Line] = []
    let width: Int
    let filmography: [FilmographyEntry]

    init(width: Int, filmography: [FilmographyEntry]) {
        self.width = width
        self.filmography = filmography
    }

    var startIndex: Int { 0 }
    var endIndex: Int { lines.count }

    subscript(index: Int) -> [DetailDocument.Piece] {
        switch lines[index] {
        case .ready(let pieces): pieces
        case .film(let entry, let door): .film(filmography[entry].film, door: door, width: width)
        }
    }

    mutating func append(_ line: [DetailDocument.Piece]) { lines.append(.ready(line)) }

    mutating func append(entry: Int, door: Int) { lines.append(.film(entry, door: door)) }
}

extension DetailDocument.Piece {
    /// Pieces placed one behind the other.
    static func line(_ parts: [(text: String, kind: Kind)]) -> [Self] {
        var line: [Self] = []
        var column = 0
        for part in parts {
            line.append(Self(text: part.text, kind: part.kind, column: column))
            column += DisplayWidth.columns(of: part.text)
        }
        return line
    }

    /// A line that is a door as a whole, cut to the width.
    static func doorLine(
        before: [(text: String, kind: Kind)], name: String, after: String = "", number: Int,
        width: Int
    ) -> [Self] {
        var parts = before
        let used = before.reduce(0) { $0 + DisplayWidth.columns(of: $1.text) }
        let room = max(1, width - used - DisplayWidth.columns(of: after))
        parts.append((TextWrapping.cut(name, width: room), .door(number)))
        if !after.isEmpty { parts.append((after, .faint)) }
        return line(parts)
    }
}

extension [DetailDocument.Piece] {
    /// The line of a film: year, rating, title.
    static func film(_ film: FilmSummary, door: Int, width: Int) -> Self {
        let year = film.year.map(String.init) ?? "    "
        let rating = film.rating.map(\.description) ?? " - "
        let padding = String(repeating: " ", count: Swift.max(0, 4 - rating.count))
        return DetailDocument.Piece.doorLine(
            before: [(year + " ", .text), (padding + rating + "  ", .rating)],
            name: film.title, number: door, width: width)
    }
}
