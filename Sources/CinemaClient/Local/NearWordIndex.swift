/// Finds the words of the vocabulary that are a letter or two from a word,
/// without looking at the others.
///
/// Two words that are near each other become the same when a letter or two
/// are left out of both. So the first seven letters of every word of four
/// letters and more are stored without one of them, and of longer words than
/// seven without two; the words that share any of it with the one asked for
/// are candidates, which the caller compares (W. Garbe's symmetric deletion).
/// An entry is a hash and the row of the first word with those seven letters;
/// the others follow it, because words are numbered in order.
enum NearWordIndex {
    static let prefixLength = 7
    static let shortestWord = 4
    /// From this length on two letters are left out.
    static let longWord = 8
    /// 4,096 buckets: some 200 entries, 2 KB, each for 70,000 words.
    private static let bucketBits: UInt64 = 12

    /// The hashes of what is left of a word's first letters without up to
    /// `deletions` of them, the whole included.
    static func hashes(_ word: some Collection<Unicode.Scalar>, deletions: Int) -> [UInt32] {
        let letters = word.prefix(prefixLength).map(\.value)
        var hashes = [hash(letters, without: -1, -1)]
        guard deletions > 0 else { return hashes }
        for first in letters.indices {
            hashes.append(hash(letters, without: first, -1))
            guard deletions > 1 else { continue }
            for second in (first + 1)..<max(first + 1, letters.count) {
                hashes.append(hash(letters, without: first, second))
            }
        }
        return hashes
    }

    static func bucket(_ hash: UInt32) -> Int { Int(hash >> UInt32(32 - bucketBits)) }

    /// FNV-1a over scalars, its halves folded into one.
    private static func hash(_ letters: [UInt32], without first: Int, _ second: Int) -> UInt32 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for (index, letter) in letters.enumerated() where index != first && index != second {
            hash = (hash ^ UInt64(letter)) &* 0x100_0000_01b3
        }
        return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
    }

    static func bucket(ofEntry entry: UInt64) -> Int { Int(entry >> (64 - bucketBits)) }

    private struct Group {
        var row: UInt32
        var letters: [Unicode.Scalar]
        var deletions: Int
    }

    /// Adds the entries of a sorted vocabulary to a sort, some of them twice.
    ///
    /// - Parameter text: The word of a row, from 1.
    static func addEntries(
        words: Int, to sort: ExternalSort, _ text: (Int) -> String
    ) throws(SQLiteError) {
        var open: Group?
        func add(_ group: Group) throws(SQLiteError) {
            for hash in hashes(group.letters, deletions: group.deletions) {
                try sort.add(UInt64(hash) << 32 | UInt64(group.row))
            }
        }
        for row in 0..<words {
            let word = text(row + 1)
            let length = word.unicodeScalars.count
            guard length >= shortestWord else { continue }
            let deletions = length >= longWord ? 2 : 1
            let beginning = Array(word.unicodeScalars.prefix(prefixLength))
            if let group = open, group.letters == beginning {
                open?.deletions = max(group.deletions, deletions)
            } else {
                if let open { try add(open) }
                open = Group(row: UInt32(row + 1), letters: beginning, deletions: deletions)
            }
        }
        if let open { try add(open) }
    }

    /// The rows of `entries`, little-endian and sorted, with a hash.
    static func rows(_ hash: UInt32, in entries: UnsafeRawBufferPointer) -> [Int] {
        let count = entries.count / 8
        func entry(_ index: Int) -> UInt64 {
            UInt64(littleEndian: entries.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
        }
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if entry(middle) >> 32 < UInt64(hash) { low = middle + 1 } else { high = middle }
        }
        var rows: [Int] = []
        while low < count, entry(low) >> 32 == UInt64(hash) {
            rows.append(Int(entry(low) & 0xffff_ffff))
            low += 1
        }
        return rows
    }
}
