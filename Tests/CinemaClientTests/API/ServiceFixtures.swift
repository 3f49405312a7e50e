import CinemaTestSupport

@testable import CinemaClient

/// What the tests of services have in common.
enum ServiceFixtures {
    /// Several pages in every dialect; one film without a rating.
    static let corpus = ServiceCorpus(count: 230, seed: 3)

    static func service(_ dialect: ServiceDialect) -> DialectService {
        DialectService(dialect, corpus)
    }

    /// The films that a service can show, best first.
    static func readable(_ dialect: ServiceDialect) -> [ServiceFilm] {
        corpus.films.filter { !dialect.failsAtUnrated || $0.tenths != nil }
    }
}
