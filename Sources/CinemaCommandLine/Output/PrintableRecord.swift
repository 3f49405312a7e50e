import CinemaClient
import CinemaCore

/// A record with all that is known of it, in every form in which it is printed.
protocol PrintableRecord: Sendable {
    /// A page for the eye.
    func page(on console: Console) -> RecordPage

    /// Writes it as one JSON object.
    func write(to json: inout JSONWriter)
}

extension PrintableRecord {
    /// One JSON object on a line.
    func json() -> [UInt8] {
        var json = JSONWriter()
        write(to: &json)
        json.newline()
        return json.takeBytes()
    }
}
