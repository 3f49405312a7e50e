import CinemaCore

/// A record laid out for a width: lines of styled text, and the doors in it.
struct DetailDocument: Equatable {
    /// A run of text of one kind.
    struct Piece: Equatable {
        enum Kind: Equatable {
            case text, faint, heading, title, rating, separator
            case door(Int)
        }

        var text: String
        var kind: Kind
        /// The first column of the piece in its line.
        var column: Int
    }

    struct DoorPlace: Equatable {
        var door: Door
        var line: Int
        /// Doors of one section are stepped over by one key.
        var section: Int
    }

    private(set) var lines: DetailLines
    private(set) var doors: [DoorPlace] = []
    var width: Int { lines.width }
    private var section = 0

    /// - Parameter filmography: the films of `addFilm(entry:)`.
    init(width: Int, filmography: [FilmographyEntry] = []) {
        lines = DetailLines(width: max(1, width), filmography: filmography)
    }

    mutating func beginSection() { section += 1 }

    mutating func addBlank() { if !(lines.last?.isEmpty ?? true) { lines.append([]) } }

    /// Adds the line of a film.
    mutating func addFilm(_ film: FilmSummary) {
        doors.append(DoorPlace(door: .film(film.id), line: lines.count, section: section))
        lines.append(.film(film, door: doors.count - 1, width: width))
    }

    /// Adds the line of a film of the filmography.
    mutating func addFilm(entry: Int) {
        let film = lines.filmography[entry].film.id
        doors.append(DoorPlace(door: .film(film), line: lines.count, section: section))
        lines.append(entry: entry, door: doors.count - 1)
    }

    /// Adds text, wrapped between words.
    mutating func add(_ text: String, _ kind: Piece.Kind = .text, indent: Int = 0) {
        for line in TextWrapping.lines(of: text, width: width - indent) {
            lines.append([Piece(text: line, kind: kind, column: indent)])
        }
    }

    /// Adds a line of ready pieces, placed one behind the other.
    mutating func addLine(_ parts: [(text: String, kind: Piece.Kind)]) {
        lines.append(Piece.line(parts))
    }

    /// Adds one line that is a door as a whole, with something before its name.
    mutating func addDoorLine(
        before: [(text: String, kind: Piece.Kind)], name: String, after: String = "", door: Door
    ) {
        let number = doors.count
        doors.append(DoorPlace(door: door, line: lines.count, section: section))
        lines.append(
            Piece.doorLine(before: before, name: name, after: after, number: number, width: width))
    }

    /// Adds names that flow behind a label and wrap under its end; each is a door.
    mutating func addFlow(label: String, labelWidth: Int, names: [(name: String, door: Door)]) {
        var line: [Piece] = [Piece(text: label, kind: .faint, column: 0)]
        var column = labelWidth
        for (index, entry) in names.enumerated() {
            let isLast = index == names.count - 1
            let name = TextWrapping.cut(entry.name, width: max(1, width - labelWidth - 1))
            let columns = DisplayWidth.columns(of: name) + (isLast ? 0 : 1)
            if column > labelWidth && column + columns > width {
                // The blank behind the last comma may have no cell any more.
                if column > width { line[line.count - 1].text = "," }
                lines.append(line)
                line = []
                column = labelWidth
            }
            doors.append(DoorPlace(door: entry.door, line: lines.count, section: section))
            line.append(Piece(text: name, kind: .door(doors.count - 1), column: column))
            column += DisplayWidth.columns(of: name)
            if !isLast {
                // In the style of the names, so that a line of them is one run.
                line.append(Piece(text: ", ", kind: .separator, column: column))
                column += 2
            }
        }
        lines.append(line)
    }
}
