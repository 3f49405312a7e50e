/// The bytes of a source, inflated if they are gzip.
///
/// What they are is told by their first two bytes, not by a name. Belongs to
/// one owner.
final class ByteStream {
    private static let chunk = 64 * 1024

    let source: ByteSource
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: chunk, alignment: 16)
    private var pending = 0..<0
    private var sourceEnded = false
    private var inflater: GzipInflater?
    private var isDetected = false

    init(_ source: ByteSource) {
        self.source = source
    }

    deinit {
        buffer.deallocate()
    }

    /// Fills the beginning of `output`, which has room; 0 at the end.
    func read(into output: UnsafeMutableRawBufferPointer) throws(LineReaderError) -> Int {
        try detect()
        guard let inflater else { return try copy(into: output) }
        while true {
            if pending.isEmpty { try refill() }
            if pending.isEmpty {
                guard inflater.isBetweenMembers else { throw error(.truncated) }
                return 0
            }
            let progress = try inflate(with: inflater, into: output)
            pending = pending.lowerBound + progress.consumed..<pending.upperBound
            if progress.produced > 0 { return progress.produced }
        }
    }

    private func detect() throws(LineReaderError) {
        guard !isDetected else { return }
        isDetected = true
        // A pipe may give one byte at a time.
        while pending.count < 2, !sourceEnded { try refill() }
        guard pending.count >= 2, buffer[0] == 0x1F, buffer[1] == 0x8B else { return }
        do {
            inflater = try GzipInflater()
        } catch {
            throw translated(error)
        }
    }

    private func copy(into output: UnsafeMutableRawBufferPointer) throws(LineReaderError) -> Int {
        guard !pending.isEmpty else {
            return sourceEnded ? 0 : try source.read(into: output)
        }
        let count = min(pending.count, output.count)
        let piece = pending.lowerBound..<pending.lowerBound + count
        output.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[piece]))
        pending = piece.upperBound..<pending.upperBound
        return count
    }

    /// Reads on behind what is pending.
    private func refill() throws(LineReaderError) {
        if pending.isEmpty { pending = 0..<0 }
        let room = UnsafeMutableRawBufferPointer(rebasing: buffer[pending.upperBound...])
        let count = try source.read(into: room)
        sourceEnded = count == 0
        pending = pending.lowerBound..<pending.upperBound + count
    }

    private func inflate(
        with inflater: GzipInflater, into output: UnsafeMutableRawBufferPointer
    ) throws(LineReaderError) -> GzipInflater.Progress {
        do {
            return try inflater.inflate(
                UnsafeRawBufferPointer(rebasing: buffer[pending]), into: output)
        } catch {
            throw translated(error)
        }
    }

    private func translated(_ failure: GzipInflater.Failure) -> LineReaderError {
        switch failure {
        case .damaged(let words): error(.damaged(words))
        case .memory: error(.memory)
        }
    }

    private func error(_ kind: LineReaderError.Kind) -> LineReaderError {
        LineReaderError(kind: kind, name: source.name, offset: source.offset)
    }
}
