import CinemaCore
import CinemaTUI
import Glibc

/// History and what was viewed lately, in files of the state directory.
///
/// Each entry is appended with one write, so that several programs share a
/// file and nothing is lost when one is killed; a file that has grown long is
/// cut to its newest half when it is read. A directory that cannot be written
/// costs the history, never the program.
struct StateFiles: Memory {
    private let directory: String?
    private let source: String

    private static let longest = 2_000
    /// More of a file is never read.
    private static let mostBytes = 4 << 20

    init(directory: String?, source: String) {
        self.directory = directory
        self.source = source
    }

    // MARK: Reading

    /// The queries of former days, oldest first, each once.
    func queries() -> [String] {
        var seen: Set<String> = []
        var queries: [String] = []
        for line in lines("history").reversed() where seen.insert(line).inserted {
            queries.append(line)
        }
        return queries.reversed()
    }

    /// What was viewed of this source, latest first, each once.
    func recent() -> [RecentItem] {
        var seen: Set<DetailTarget> = []
        var items: [RecentItem] = []
        for line in lines("viewed").reversed() {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count == 5, fields[0] == Self.field(source),
                let target = target(kind: fields[1], id: fields[2]), seen.insert(target).inserted
            else { continue }
            items.append(RecentItem(target: target, name: String(fields[3]), year: Int(fields[4])))
            if items.count == 20 { break }
        }
        return items
    }

    private func target(kind: Substring, id: Substring) -> DetailTarget? {
        switch kind {
        case "film": .film(Identifier(String(id)))
        case "person": .person(Identifier(String(id)))
        case "genre": .genre(Identifier(String(id)))
        default: nil
        }
    }

    // MARK: Writing

    func remember(query: String) { append(Self.field(query), to: "history") }

    func remember(viewed item: RecentItem) {
        let (kind, id): (String, String) =
            switch item.target {
            case .film(let id): ("film", id.text)
            case .person(let id): ("person", id.text)
            case .genre(let id): ("genre", id.text)
            }
        let fields = [source, kind, id, item.name, item.year.map(String.init) ?? ""]
        append(fields.map(Self.field).joined(separator: "\t"), to: "viewed")
    }

    /// Text without the characters that separate lines and fields.
    private static func field(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7f ? " " : $0 }))
    }

    // MARK: Files

    private func lines(_ name: String) -> [String] {
        guard let directory else { return [] }
        let path = "\(directory)/\(name)"
        // Whatever is there, nothing waits for it.
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return [] }
        let size = Int(status.st_size)
        lseek(descriptor, off_t(max(0, size - Self.mostBytes)), SEEK_SET)
        let capacity = min(size, Self.mostBytes)
        let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
            while count < capacity {
                let got = read(descriptor, buffer.baseAddress.map { $0 + count }, capacity - count)
                guard got > 0 else { break }
                count += got
            }
        }
        let all = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        guard all.count > Self.longest else { return all }
        let newest = Array(all.suffix(Self.longest / 2))
        replace(path, with: newest)
        return newest
    }

    private func append(_ line: String, to name: String) {
        guard let directory else { return }
        makeDirectory(directory)
        write(line + "\n", to: "\(directory)/\(name)", flags: O_WRONLY | O_CREAT | O_APPEND)
    }

    private func replace(_ path: String, with lines: [String]) {
        let temporary = "\(path).\(getpid())"
        guard
            write(
                lines.joined(separator: "\n") + "\n", to: temporary,
                flags: O_WRONLY | O_CREAT | O_TRUNC)
        else {
            unlink(temporary)
            return
        }
        rename(temporary, path)
    }

    @discardableResult
    private func write(_ text: String, to path: String, flags: Int32) -> Bool {
        let descriptor = open(path, flags | O_NONBLOCK | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var text = text
        return text.withUTF8 { bytes in
            Glibc.write(descriptor, bytes.baseAddress, bytes.count) == bytes.count
        }
    }

    private func makeDirectory(_ path: String) {
        var index = path.startIndex
        while let slash = path[index...].dropFirst().firstIndex(of: "/") {
            mkdir(String(path[..<slash]), 0o700)
            index = slash
        }
        mkdir(path, 0o700)
    }
}
