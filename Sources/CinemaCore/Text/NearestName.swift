/// What somebody may have meant by a name that is not known.
public enum NearestName {
    /// The name with the fewest changes, if there are few enough; of several
    /// the first.
    public static func of(_ name: String, among names: [String]) -> String? {
        var best: (name: String, distance: Int)?
        for candidate in names {
            let limit = candidate.count < 4 ? 1 : 2
            guard let distance = EditDistance.between(name, candidate, limit: limit) else {
                continue
            }
            if distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.name
    }
}
