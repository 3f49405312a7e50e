import CSQLite

extension Statement {
    func bind(_ value: Int64, at index: Int) throws(SQLiteError) {
        try check(sqlite3_bind_int64(handle, parameter(index), value))
    }

    func bind(_ value: Int, at index: Int) throws(SQLiteError) {
        try bind(Int64(value), at: index)
    }

    func bind(_ value: Double, at index: Int) throws(SQLiteError) {
        try check(sqlite3_bind_double(handle, parameter(index), value))
    }

    func bind(_ value: String, at index: Int) throws(SQLiteError) {
        var value = value
        let code = value.withUTF8 { text in
            csqlite_bind_text(handle, parameter(index), text.baseAddress, UInt64(text.count))
        }
        try check(code)
    }

    /// Binds bytes, copied, as a blob.
    func bind(_ bytes: UnsafeRawBufferPointer, at index: Int) throws(SQLiteError) {
        try check(
            csqlite_bind_blob(handle, parameter(index), bytes.baseAddress, UInt64(bytes.count)))
    }

    func bind(_ bytes: [UInt8], at index: Int) throws(SQLiteError) {
        let code = bytes.withUnsafeBytes { bytes in
            csqlite_bind_blob(handle, parameter(index), bytes.baseAddress, UInt64(bytes.count))
        }
        try check(code)
    }

    /// Binds bytes of UTF-8, copied, as text, without making a `String`.
    func bind(text: UnsafeBufferPointer<UInt8>, at index: Int) throws(SQLiteError) {
        try check(
            csqlite_bind_text(handle, parameter(index), text.baseAddress, UInt64(text.count)))
    }

    func bindNull(at index: Int) throws(SQLiteError) {
        try check(sqlite3_bind_null(handle, parameter(index)))
    }

    func bind(_ value: Int64?, at index: Int) throws(SQLiteError) {
        if let value { try bind(value, at: index) } else { try bindNull(at: index) }
    }

    func bind(_ value: Int?, at index: Int) throws(SQLiteError) {
        if let value { try bind(value, at: index) } else { try bindNull(at: index) }
    }

    func bind(_ value: Double?, at index: Int) throws(SQLiteError) {
        if let value { try bind(value, at: index) } else { try bindNull(at: index) }
    }

    func bind(_ value: String?, at index: Int) throws(SQLiteError) {
        if let value { try bind(value, at: index) } else { try bindNull(at: index) }
    }

    func bind(_ value: SQLiteValue, at index: Int) throws(SQLiteError) {
        switch value {
        case .null: try bindNull(at: index)
        case .integer(let integer): try bind(integer, at: index)
        case .real(let number): try bind(number, at: index)
        case .text(let text): try bind(text, at: index)
        case .blob(let bytes): try bind(bytes, at: index)
        }
    }

    /// Binds values to the parameters from the first on.
    func bind(_ values: [SQLiteValue]) throws(SQLiteError) {
        for (position, value) in values.enumerated() {
            try bind(value, at: position + 1)
        }
    }

    /// An index SQLite can refuse, rather than one that traps here.
    private func parameter(_ index: Int) -> Int32 {
        Int32(clamping: index)
    }
}
