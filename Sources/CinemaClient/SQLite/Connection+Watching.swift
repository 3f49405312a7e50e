import CSQLite

extension Connection {
    /// Calls `look` again and again while a statement of `body` works; once it
    /// returns false the statement fails with `.interrupt`.
    ///
    /// Takes the place of an interrupt handle meanwhile.
    ///
    /// See <https://www.sqlite.org/c3ref/progress_handler.html>.
    func watched(
        by look: @escaping () -> Bool, _ body: () throws(SQLiteError) -> Void
    ) throws(SQLiteError) {
        let watch = Watch(look)
        // Kept until the handler is gone.
        defer { withExtendedLifetime(watch) { observe(interruptHandle) } }
        let context = Unmanaged.passUnretained(watch).toOpaque()
        sqlite3_progress_handler(handle, 10_000, isUnwanted, context)
        try body()
    }

    fileprivate final class Watch {
        let look: () -> Bool

        init(_ look: @escaping () -> Bool) { self.look = look }
    }
}

/// SQLite's question whether to stop; not zero to stop.
private func isUnwanted(_ context: UnsafeMutableRawPointer?) -> Int32 {
    guard let context else { return 0 }
    return Unmanaged<Connection.Watch>.fromOpaque(context).takeUnretainedValue().look() ? 0 : 1
}
