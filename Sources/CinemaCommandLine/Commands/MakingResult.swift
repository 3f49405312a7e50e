/// What is in a catalogue that was made, and what could not be read.
public struct MakingResult: Hashable, Sendable {
    public var films: Int
    public var people: Int
    public var genres: Int
    /// The first problems, a sentence each that begins with file and line.
    public var problems: [String]
    /// How many there are in all.
    public var problemCount: Int

    public init(
        films: Int, people: Int, genres: Int, problems: [String] = [], problemCount: Int = 0
    ) {
        self.films = films
        self.people = people
        self.genres = genres
        self.problems = problems
        self.problemCount = problemCount
    }
}
