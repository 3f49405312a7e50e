#if FUZZING
import Glibc

/// The target that the environment names.
private let target: FuzzTarget = {
    let name = getenv("CINEMA_FUZZ_TARGET").map { String(cString: $0) } ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
        print("CINEMA_FUZZ_TARGET is none of", FuzzTarget.allCases.map(\.rawValue))
        exit(2)
    }
    return target
}()

/// What libFuzzer calls (llvm.org/docs/LibFuzzer.html).
@_cdecl("LLVMFuzzerTestOneInput")
public func readOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    target.read(Array(UnsafeBufferPointer(start: data, count: count)))
    return 0
}
#else
@testable import CinemaClient

/// Reads files as a fuzz target does, to look into what the fuzzer found:
/// `cinema-fuzz TARGET FILE…`.
@main
enum FuzzEntry {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let name = arguments.first, let target = FuzzTarget(rawValue: name) else {
            print("cinema-fuzz TARGET FILE…; targets:", FuzzTarget.allCases.map(\.rawValue))
            return
        }
        for path in arguments.dropFirst() { target.read(try contents(of: path)) }
    }

    private static func contents(of path: String) throws -> [UInt8] {
        let source = try ByteSource(path: path)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 16)
        defer { buffer.deallocate() }
        var bytes: [UInt8] = []
        while case let count = try source.read(into: buffer), count > 0 {
            bytes.append(contentsOf: buffer.prefix(count))
        }
        return bytes
    }
}
#endif
