/// How far an import is.
public struct ImportProgress: Hashable, Sendable {
    public enum Stage: String, Hashable, Sendable {
        case reading, writing
    }

    public var stage: Stage
    /// Films read so far.
    public var films: Int
    /// From 0 to 1 within the stage; nil where that cannot be known.
    public var fraction: Double?

    public init(_ stage: Stage, films: Int, fraction: Double? = nil) {
        self.stage = stage
        self.films = films
        self.fraction = fraction
    }
}
