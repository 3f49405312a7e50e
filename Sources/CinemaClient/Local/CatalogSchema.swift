/// The tables of a catalogue file.
///
/// A file is written once, by `CatalogWriter`, and never changed. Films and
/// people are numbered best first, so the order of rows is the order of
/// relevance within a tier, and a set of rows needs no sorting. Words are
/// numbered in the order of their UTF-8, so the words with a common prefix
/// are one range.
enum CatalogSchema {
    /// Raised whenever what is stored, or what it means, changes.
    static let version: Int32 = 1

    /// "cine", so that `file` and `open(path:)` know a catalogue.
    static let applicationID: Int32 = 0x6369_6e65

    static let tables = """
        CREATE TABLE property (name TEXT PRIMARY KEY, value) WITHOUT ROWID;

        CREATE TABLE film (
            row INTEGER PRIMARY KEY, id NOT NULL, title TEXT NOT NULL, year INTEGER,
            rating INTEGER, reviews INTEGER, runtime INTEGER, type INTEGER,
            genres BLOB NOT NULL, directors BLOB NOT NULL);
        CREATE TABLE film_detail (
            row INTEGER PRIMARY KEY, description TEXT, released TEXT, countries BLOB NOT NULL,
            languages BLOB NOT NULL, credits BLOB NOT NULL, awards TEXT, metacritic INTEGER,
            tomatometer INTEGER, box_office INTEGER, imdb TEXT);
        CREATE TABLE person (
            row INTEGER PRIMARY KEY, id NOT NULL, name TEXT NOT NULL, films INTEGER NOT NULL,
            roles INTEGER NOT NULL, known_for INTEGER NOT NULL, filmography BLOB NOT NULL);
        CREATE TABLE genre (
            row INTEGER PRIMARY KEY, id NOT NULL, name TEXT NOT NULL, films INTEGER NOT NULL,
            description TEXT);
        -- Countries, languages, types and roles: LabelKind tells which.
        CREATE TABLE label (
            kind INTEGER, row INTEGER, name TEXT NOT NULL, films INTEGER NOT NULL,
            PRIMARY KEY (kind, row)) WITHOUT ROWID;
        -- The films of a genre or a label: key is the kind times 2^32 plus the row.
        CREATE TABLE label_films (key INTEGER PRIMARY KEY, films BLOB NOT NULL);

        CREATE TABLE word (row INTEGER PRIMARY KEY, text TEXT NOT NULL, frequency INTEGER NOT NULL);
        CREATE TABLE word_titles (word INTEGER PRIMARY KEY, rows BLOB NOT NULL);
        CREATE TABLE word_credits (word INTEGER PRIMARY KEY, rows BLOB NOT NULL);
        CREATE TABLE word_names (word INTEGER PRIMARY KEY, rows BLOB NOT NULL);
        -- What many words or texts with one beginning have together.
        CREATE TABLE prefix_rows (
            kind INTEGER, prefix TEXT, rows BLOB NOT NULL, PRIMARY KEY (kind, prefix));

        -- Texts as folded words with single spaces, titles without their article.
        CREATE TABLE title_start (
            text TEXT, film INTEGER, PRIMARY KEY (text, film)) WITHOUT ROWID;
        CREATE TABLE title_key (key TEXT, film INTEGER, PRIMARY KEY (key, film)) WITHOUT ROWID;
        CREATE TABLE name_start (
            text TEXT, person INTEGER, PRIMARY KEY (text, person)) WITHOUT ROWID;
        -- Titles by the signs in them that are neither letters nor digits.
        CREATE TABLE title_sign (
            sign INTEGER, film INTEGER, PRIMARY KEY (sign, film)) WITHOUT ROWID;

        -- Words by what is left of them without a letter or two: NearWordIndex.
        CREATE TABLE near_word (bucket INTEGER PRIMARY KEY, entries BLOB NOT NULL);
        -- One value a film, in the order of rows: FilmColumn.
        CREATE TABLE film_column (name TEXT PRIMARY KEY, content BLOB NOT NULL);
        """

    /// Made after the tables are filled.
    static let indices = """
        CREATE INDEX film_id ON film (id);
        CREATE INDEX person_id ON person (id);
        CREATE INDEX genre_id ON genre (id);
        CREATE UNIQUE INDEX word_text ON word (text, frequency);
        """

    /// The names of what `property` holds.
    enum Property {
        static let provenance = "provenance"
        static let enoughReviews = "enough_reviews"
        static let imported = "imported"
    }
}

extension CatalogSchema {
    /// Fails unless the database is a catalogue of this version: with
    /// `.notADatabase` if it is none, with `.schema` if it is another one.
    static func check(_ connection: Connection) throws(SQLiteError) {
        let id = try connection.firstRow("PRAGMA application_id") { $0.integer(0) } ?? 0
        let version = try connection.userVersion()
        guard id == Int64(applicationID), version != 0 else {
            throw SQLiteError(.notADatabase, message: "the file is not a catalogue")
        }
        guard version == Int64(Self.version) else {
            throw SQLiteError(
                .schema,
                message: "the catalogue is of version \(version), not \(Self.version)")
        }
    }
}

/// What has films by name, besides people. The numbers are stored.
enum LabelKind: Int, CaseIterable, Sendable {
    case genre = 0
    case country = 1
    case language = 2
    case type = 3
    case role = 4

    func key(_ row: Int) -> Int { rawValue << 32 | row }
}

/// What `prefix_rows` has unions of. The numbers are stored.
enum PrefixKind: Int, Sendable {
    case titleWords = 0
    case creditWords = 1
    case nameWords = 2
    case titleStarts = 3
    case nameStarts = 4

    /// The table that the union was made of.
    var wordTable: String? {
        switch self {
        case .titleWords: "word_titles"
        case .creditWords: "word_credits"
        case .nameWords: "word_names"
        case .titleStarts, .nameStarts: nil
        }
    }
}
