/// Cyrillic words in Latin letters and back, in the ways that people write
/// them: "пачино" is Pacino as well as "pachino".
///
/// A letter has several readings, so a word has very many; only those are
/// followed that the catalogue's own vocabulary has.
public enum Transliteration {
    /// The readings of a folded word that a vocabulary has, likeliest first.
    ///
    /// `hasPrefix` says whether any word of the vocabulary begins with a text,
    /// `isWord` whether it is one. At most `budget` prefixes are asked for.
    public static func readings(
        of word: String, limit: Int = 3, budget: Int = 600, hasPrefix: (String) -> Bool,
        isWord: (String) -> Bool
    ) -> [String] {
        let letters = Array(word)
        guard letters.count >= 2, letters.count <= 40 else { return [] }
        guard let table = table(for: letters) else { return [] }
        // Cheapest first: each step costs the rank of the reading it takes.
        var frontier: [[Candidate]] = [[Candidate(text: "", consumed: 0)]]
        var found: [String] = []
        var asked = 0
        var cost = 0
        while cost < frontier.count && found.count < limit {
            var level = frontier[cost]
            while let candidate = level.popLast() {
                if candidate.consumed == letters.count {
                    if !found.contains(candidate.text) && isWord(candidate.text) {
                        found.append(candidate.text)
                        if found.count == limit { break }
                    }
                    continue
                }
                for length in stride(from: table.longest, through: 1, by: -1)
                where candidate.consumed + length <= letters.count {
                    let part = String(
                        letters[candidate.consumed..<(candidate.consumed + length)])
                    guard let readings = table.readings[part] else { continue }
                    for (rank, reading) in readings.enumerated() {
                        let text = candidate.text + reading
                        asked += 1
                        guard asked <= budget else { return found }
                        guard reading.isEmpty || hasPrefix(text) else { continue }
                        let next = Candidate(text: text, consumed: candidate.consumed + length)
                        if rank == 0 {
                            level.append(next)
                        } else {
                            while frontier.count <= cost + rank { frontier.append([]) }
                            frontier[cost + rank].append(next)
                        }
                    }
                }
            }
            cost += 1
        }
        return found
    }

    /// The readings of the parts of a folded word one behind the other, for
    /// those who can only look for a pattern: any one of each part, where a
    /// part of several letters may be read letter by letter as well. Nil for
    /// what is not of either alphabet.
    package static func parts(of word: String) -> [Part]? {
        let letters = Array(word)
        guard letters.count >= 2, letters.count <= 40, let table = table(for: letters) else {
            return nil
        }
        var parts: [Part] = []
        var place = 0
        while place < letters.count {
            var part = Part(readings: [], letters: [])
            for length in stride(
                from: min(table.longest, letters.count - place), through: 1, by: -1)
            where part.letters.isEmpty {
                let text = letters[place..<(place + length)]
                let single = text.map { table.readings[String($0)] ?? [String($0)] }
                if length == 1 {
                    part = Part(readings: [], letters: single)
                } else if let readings = table.readings[String(text)] {
                    part = Part(readings: readings, letters: single)
                }
            }
            parts.append(part)
            place += part.letters.count
        }
        return parts
    }

    /// A letter or several of a word with what they may be.
    package struct Part: Hashable, Sendable {
        /// As a whole; empty for a single letter.
        package var readings: [String]
        /// Letter by letter.
        package var letters: [[String]]
    }

    private struct Candidate {
        var text: String
        var consumed: Int
    }

    private struct Table {
        var readings: [String: [String]]
        var longest: Int

        init(_ text: String) {
            readings = [:]
            longest = 1
            for entry in text.split(separator: " ") {
                let sides = entry.split(separator: ":", omittingEmptySubsequences: false)
                guard sides.count == 2 else { continue }
                let key = String(sides[0])
                readings[key] = sides[1].split(
                    separator: "|", omittingEmptySubsequences: false
                ).map(String.init)
                longest = max(longest, key.count)
            }
        }
    }

    private static func table(for letters: [Character]) -> Table? {
        if letters.contains(where: { ("а"..."я").contains($0) }) { return latin }
        if letters.contains(where: { ("a"..."z").contains($0) }) { return cyrillic }
        return nil
    }

    /// Folded Cyrillic (ё is е, й is и) to Latin, readings by likelihood.
    private static let latin = Table(
        """
        а:a|u|o|e|au б:b в:v|w|f г:g|h д:d|dd е:e|ie|a|ye|ea|ae|oe ж:zh|j|g|s з:z|s|ts \
        и:i|y|ee|e|j|ii|ea|ie| к:k|c|ck|q|ch|cc л:l|ll м:m|mm н:n|nn о:o|au|oh|ou п:p|pp р:r|rr \
        с:s|c|ss|z т:t|th|tt у:u|oo|w|ou ф:f|ph|ff|v х:h|kh|ch|x|j ц:c|z|ts|tz|tch|cz \
        ч:ch|c|cz|tch|cs ш:sh|sch|ch|s|sz щ:shch|sch ъ:| ы:y|i ь:| э:e|a|ae ю:yu|iu|u|ju|ew \
        я:ya|ia|ja|a дж:j|g|gi|dj кс:x|ks|cs тс:ts|z|tz ай:ay|i|y|ai аи:i|ai|ay|ei|y \
        еи:ey|ay|a|ei|ai ии:y|iy|i|ij оу:o|ow|ou уи:wi|ui|why уа:wa|oi эи:ay|a|ei|ey ью:ew|u|hu \
        ье:ie|ye|ier|ies йо:yo|jo ио:yo|io|jo аль:al|ahl ар:ar|er ер:er|ear|ur|ir|ehr
        """)

    /// Latin to folded Cyrillic, readings by likelihood.
    private static let cyrillic = Table(
        """
        a:а|я|э b:б c:к|с|ц|ч d:д e:е|э|и| f:ф g:г|дж|ж h:х|г| i:и|аи|ы| j:и|дж|ж|х k:к l:л|ль m:м \
        n:н|нь o:о|е|у p:п q:к r:р s:с|ш|з|сь t:т|ть u:у|ю|а v:в w:в|у x:кс|х|з y:и|ы|аи z:з|ц|ж \
        sh:ш|щ ch:ч|х|к|ш zh:ж kh:х ts:ц|тс tz:ц ya:я|иа ia:ия|я|иа ja:я yu:ю iu:ю|иу ju:ю \
        yo:е|ио jo:е|джо ye:е|ье ph:ф ck:к th:т oo:у|о ee:и sch:ш|щ shch:щ tch:ч cz:ч|ц \
        ei:еи|аи ey:еи|и ay:аи|еи ai:аи|еи ll:лл|л nn:нн|н ss:сс|с tt:тт|т ff:фф|ф pp:пп|п rr:рр|р
        """)
}
