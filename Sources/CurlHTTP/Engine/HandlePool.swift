/// The handle of all transfers, and the handles of each that are in use or
/// wait for use.
///
/// A handle is in the multi handle only while its transfer runs, and goes
/// away before the multi handle does: `idle` are never in it, and the engine
/// gives back what is in use before it lets go of the pool.
final class HandlePool {
    private var idle: [EasyHandle] = []
    private let multi: MultiHandle
    private static let idleLimit = 32

    init(_ configuration: CurlConfiguration) throws(HTTPError) {
        guard let multi = MultiHandle(configuration) else { throw Self.outOfMemory }
        self.multi = multi
    }

    func take() throws(HTTPError) -> EasyHandle {
        if let easy = idle.popLast() { return easy }
        guard let easy = EasyHandle() else { throw Self.outOfMemory }
        return easy
    }

    func add(_ easy: EasyHandle) throws(HTTPError) {
        guard multi.add(easy) else { throw Self.outOfMemory }
    }

    /// Ends what the handle does; harmless where it is not in use.
    func remove(_ easy: EasyHandle) { multi.remove(easy) }

    func giveBack(_ easy: EasyHandle) {
        multi.remove(easy)
        if idle.count < Self.idleLimit { idle.append(easy) }
    }

    func perform() { multi.perform() }

    func nextDone() -> (id: Int, code: CurlCode)? { multi.nextDone() }

    func wait(_ counter: WakeUpCounter, milliseconds: Int32) {
        multi.wait(counter, milliseconds: milliseconds)
    }

    private static let outOfMemory = HTTPError(.connect, cause: "memory is short")
}
