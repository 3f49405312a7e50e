import CinemaCore

/// What somebody may have meant by a name that does not exist.
enum Suggestion {
    /// The name with the fewest changes, if there are few enough; of several
    /// the first. A beginning that only one name has counts as well.
    static func nearest(to name: String, among names: [String]) -> String? {
        let beginnings = Set(names.filter { name.count >= 2 && $0.hasPrefix(name) })
        if beginnings.count == 1 { return beginnings.first }
        return NearestName.of(name, among: names)
    }
}
