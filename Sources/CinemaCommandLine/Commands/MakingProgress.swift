/// How far the making of a catalogue is.
public struct MakingProgress: Hashable, Sendable {
    public enum Stage: String, Hashable, Sendable {
        case reading, generating, writing, exporting
    }

    public var stage: Stage
    /// Films read or made so far.
    public var films: Int
    /// From 0 to 1 within the stage; nil where that cannot be known.
    public var fraction: Double?
    /// How many films a second are read or made.
    public var filmsPerSecond: Double?
    /// What the writing is of the whole work, from 0 to 1, as far as it is
    /// known beforehand.
    public var writingShare: Double

    public init(
        _ stage: Stage, films: Int, fraction: Double? = nil, filmsPerSecond: Double? = nil,
        writingShare: Double = 0.5
    ) {
        self.stage = stage
        self.films = films
        self.fraction = fraction
        self.filmsPerSecond = filmsPerSecond
        self.writingShare = writingShare
    }

    /// How much of the whole is done, from 0 to 1.
    var done: Double? {
        guard let fraction else { return nil }
        let within = min(max(fraction, 0), 1)
        switch stage {
        case .reading, .generating: return within * (1 - writingShare)
        case .exporting: return within
        case .writing: return 1 - writingShare * (1 - within)
        }
    }
}
