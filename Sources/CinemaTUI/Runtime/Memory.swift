/// Where the program writes down what it should know the next time: queries
/// and what was viewed.
public protocol Memory: Sendable {
    func remember(query: String)
    func remember(viewed item: RecentItem)
}
