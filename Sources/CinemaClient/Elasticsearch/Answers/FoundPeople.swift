/// The first people of an index whom a text means, as a search found them.
struct FoundPeople {
    /// How many were asked for.
    let asked: Int
    let window: ResultWindow

    /// The same as rows of a place; nil where those go on beyond these.
    func rows(_ offset: Int, count: Int) -> ResultWindow? {
        guard offset + count <= asked, window.failedShards == 0, !window.timedOut else {
            return nil
        }
        return ResultWindow(
            hits: Array(window.hits.dropFirst(offset).prefix(count)), total: window.total)
    }
}
