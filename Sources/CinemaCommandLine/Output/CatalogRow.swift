import CinemaClient
import CinemaCore

/// A row of a result, in every form in which it is printed.
protocol CatalogRow: Hashable, Sendable {
    static var kind: CatalogKind { get }

    /// Its id as text.
    var key: String { get }
    /// Its title or name.
    var label: String { get }
    /// What tells it from others of the same name.
    var distinction: String { get }

    /// The columns of its table.
    static var columns: [TableColumn] { get }
    /// What the table shows, a text a column; empty where it is unknown.
    var cells: [String] { get }

    /// The columns of tab-separated values. They never change their places;
    /// new ones are added behind.
    static var fieldNames: [String] { get }
    /// The values, a text a column; empty where they are unknown.
    var fields: [String] { get }

    /// Writes it as one JSON object.
    func write(to json: inout JSONWriter)

    /// Rows of what a catalogue finds.
    static func page(
        _ query: FilmQuery, _ request: PageRequest, in catalog: any Catalog
    ) async throws(CatalogError) -> Page<Self>

    /// The first rows of a search.
    static func rows(_ results: SearchResults) -> [Self]

    /// How many rows there are.
    static func total(_ statistics: SearchStatistics) -> Count

    /// How many rows match the query as typed.
    static func countAsTyped(_ rescue: Rescue) -> Int
}
