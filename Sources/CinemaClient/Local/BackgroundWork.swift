/// Runs one long piece of work on a thread of its own.
actor BackgroundWork {
    private let thread = SerialThread()

    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    func run<Result: Sendable>(_ work: @Sendable () -> Result) -> Result { work() }
}
