import CZlib

/// Inflates gzip data as it comes, member after member.
///
/// Belongs to one owner. After a failure only freeing it makes sense.
final class GzipInflater {
    enum Failure: Error, Equatable {
        case damaged(String)
        case memory
    }

    /// How much of the input was taken and of the output was made.
    struct Progress: Equatable {
        var consumed = 0
        var produced = 0
    }

    // zlib keeps a pointer to the stream, which must not move.
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)

    /// Whether the input may end here: before or after a member, not within.
    private(set) var isBetweenMembers = true

    /// Whether nothing but padding may follow.
    private var isPadding = false

    init() throws(Failure) {
        guard czlib_gunzip_begin(stream) == Z_OK else {
            stream.deallocate()
            throw .memory
        }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Inflates from `input` into `output` until one of them is used up.
    func inflate(
        _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
    ) throws(Failure) -> Progress {
        var progress = Progress()
        while progress.consumed < input.count, progress.produced < output.count {
            if isBetweenMembers, beginsPadding(input[progress.consumed]) {
                progress.consumed = try skipPadding(input, from: progress.consumed)
                continue
            }
            let step = try inflateMember(
                UnsafeRawBufferPointer(rebasing: input[progress.consumed...]),
                UnsafeMutableRawBufferPointer(rebasing: output[progress.produced...]))
            progress.consumed += step.consumed
            progress.produced += step.produced
        }
        return progress
    }

    /// Zeros after the last member, which tapes and block devices leave.
    private func beginsPadding(_ byte: UInt8) -> Bool {
        isPadding || byte == 0
    }

    private func skipPadding(
        _ input: UnsafeRawBufferPointer, from position: Int
    ) throws(Failure) -> Int {
        isPadding = true
        guard input[position...].allSatisfy({ $0 == 0 }) else {
            throw .damaged("something else follows the compressed data")
        }
        return input.count
    }

    private func inflateMember(
        _ input: UnsafeRawBufferPointer, _ output: UnsafeMutableRawBufferPointer
    ) throws(Failure) -> Progress {
        isBetweenMembers = false
        // zlib does not write to its input; its header says so only with
        // ZLIB_CONST, which changes the type for everyone.
        stream.pointee.next_in = UnsafeMutablePointer(
            mutating: input.baseAddress?.assumingMemoryBound(to: Bytef.self))
        stream.pointee.avail_in = uInt(clamping: input.count)
        stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: Bytef.self)
        stream.pointee.avail_out = uInt(clamping: output.count)
        let offered = (input: stream.pointee.avail_in, output: stream.pointee.avail_out)
        try check(CZlib.inflate(stream, Z_NO_FLUSH))
        return Progress(
            consumed: Int(offered.input - stream.pointee.avail_in),
            produced: Int(offered.output - stream.pointee.avail_out))
    }

    private func check(_ code: Int32) throws(Failure) {
        switch code {
        case Z_OK, Z_BUF_ERROR:
            break
        case Z_STREAM_END:
            isBetweenMembers = true
            inflateReset(stream)
        case Z_MEM_ERROR:
            throw .memory
        default:
            throw .damaged(stream.pointee.msg.map { String(cString: $0) } ?? "zlib \(code)")
        }
    }
}
