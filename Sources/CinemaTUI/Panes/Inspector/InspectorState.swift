public import CinemaCore

/// What is behind a row or a list, as lines that fold: which line is chosen,
/// which are folded, what is searched in them.
public struct InspectorState: Equatable, Sendable {
    /// A place among the rows that lines take on the screen: a long line takes
    /// several.
    struct Place: Equatable, Sendable {
        var line = 0
        var row = 0
    }

    public var subject: InspectionSubject
    /// Of the question; replies to others are dropped.
    public var generation: Int
    public private(set) var content: Inspection?
    public var failure: CatalogError?
    /// The chosen line, by its number in the content.
    public internal(set) var selected = 0
    /// Lines whose deeper ones are hidden.
    public internal(set) var folded: Set<Int> = []
    /// What is at the top of the screen.
    var top = Place()
    /// The text that is searched, and whether it is being typed.
    var wanted = TextField()
    var isFinding = false
    /// The line from which it is searched.
    var findStart = 0
    /// For each line how many deeper ones follow it at once.
    private(set) var deeper: [Int] = []

    public init(subject: InspectionSubject, generation: Int) {
        self.subject = subject
        self.generation = generation
    }

    public var lines: [Inspection.Line] { content?.lines ?? [] }

    mutating func show(_ content: Inspection) {
        self.content = content
        failure = nil
        selected = 0
        folded = []
        top = Place()
        deeper = Self.deeper(content.lines)
    }

    /// How many lines behind each are deeper than it, up to the first that is
    /// not: one pass, with the lines that are open so far.
    private static func deeper(_ lines: [Inspection.Line]) -> [Int] {
        var counts = Array(repeating: 0, count: lines.count)
        var open: [Int] = []
        for (number, line) in lines.enumerated() {
            while let last = open.last, lines[last].depth >= line.depth {
                counts[last] = number - last - 1
                open.removeLast()
            }
            open.append(number)
        }
        for last in open { counts[last] = lines.count - last - 1 }
        return counts
    }

    func canFold(_ line: Int) -> Bool { deeper.indices.contains(line) && deeper[line] > 0 }

    /// The next line that is not hidden, or nil behind the last.
    func line(after line: Int) -> Int? {
        let next = line + 1 + (folded.contains(line) ? deeper[line] : 0)
        return next < lines.count ? next : nil
    }

    /// The line before that is not hidden, or nil before the first.
    func line(before line: Int) -> Int? {
        guard line > 0 else { return nil }
        return visible(line - 1)
    }

    /// The line itself, or the outermost folded one that hides it.
    func visible(_ line: Int) -> Int {
        var shown = line
        for parent in parents(of: line) where folded.contains(parent) { shown = parent }
        return shown
    }

    /// The lines that a line lies in, the nearest first.
    func parents(of line: Int) -> [Int] {
        guard lines.indices.contains(line) else { return [] }
        var parents: [Int] = []
        var depth = lines[line].depth
        var number = line - 1
        while number >= 0 && depth > 0 {
            if lines[number].depth < depth {
                depth = lines[number].depth
                parents.append(number)
            }
            number -= 1
        }
        return parents
    }
}
