/// How years, ratings and the like are distributed in the film data that is
/// compiled into the program (17,472 films of 1940 to 2014), rounded.
enum SyntheticFacts {
    /// Moved on by eleven years, to 2025.
    static let years = Quantiles([
        (0, 1951), (5_000, 1967), (10_000, 1978), (20_000, 1993), (30_000, 2002), (40_000, 2008),
        (50_000, 2012), (60_000, 2016), (70_000, 2019), (80_000, 2021), (90_000, 2024),
        (100_000, 2026),
    ])
    /// In tenths. Two films of a hundred have none.
    static let ratings = Quantiles([
        (0, 9), (1_000, 28), (5_000, 35), (10_000, 40), (20_000, 47), (30_000, 53), (40_000, 57),
        (50_000, 61), (60_000, 65), (70_000, 69), (80_000, 73), (90_000, 78), (95_000, 82),
        (99_000, 88), (99_900, 94), (100_000, 100),
    ])
    static let unrated = 200
    /// Up to the 99th of a hundred as there, where the greatest is 388; above
    /// it a tail, as other counts of votes have.
    static let reviews = Quantiles([
        (0, 0), (1_000, 3), (5_000, 5), (10_000, 6), (20_000, 9), (30_000, 12), (40_000, 17),
        (50_000, 24), (60_000, 33), (70_000, 49), (80_000, 78), (90_000, 132), (95_000, 171),
        (99_000, 250), (99_500, 600), (99_900, 4_000), (99_990, 60_000), (100_000, 900_000),
    ])
    /// In minutes. Seven films of a hundred have none.
    static let runtimes = Quantiles([
        (0, 1), (100, 30), (1_000, 70), (5_000, 80), (10_000, 84), (20_000, 90), (30_000, 93),
        (40_000, 96), (50_000, 100), (60_000, 104), (70_000, 109), (80_000, 115), (90_000, 126),
        (95_000, 138), (98_000, 157), (99_000, 175), (99_900, 250), (100_000, 540),
    ])
    static let withoutRuntime = 740
    static let metacritic = Quantiles([
        (0, 1), (5_000, 27), (10_000, 33), (25_000, 45), (50_000, 59), (75_000, 72), (90_000, 82),
        (100_000, 100),
    ])
    static let withMetacritic = 3_900
    static let tomatometer = Quantiles([
        (0, 0), (10_000, 18), (25_000, 40), (50_000, 67), (75_000, 85), (90_000, 94),
        (95_000, 100), (100_000, 100),
    ])
    static let boxOffice = Quantiles([
        (0, 7), (5_000, 694_600), (20_000, 5_000_000), (50_000, 39_286_030), (75_000, 165_615_285),
        (95_000, 494_580_615), (100_000, 2_847_379_794),
    ])
    static let withBoxOffice = 1_580
    static let withAwards = 1_230

    /// The cast is half as long as there, so that a film has eight credits.
    static let cast = Quantiles([
        (0, 0), (10_000, 1), (30_000, 2), (50_000, 5), (60_000, 6), (70_000, 7), (80_000, 8),
        (90_000, 11), (95_000, 13), (99_000, 20), (99_900, 34), (100_000, 58),
    ])
    static let directorCounts = WeightedChoice(from: 1, [93, 7])
    static let writerCounts = WeightedChoice(from: 1, [67, 23, 10])
    /// Words of a title, articles and all.
    static let titleLengths = WeightedChoice(
        from: 1, [1_981, 3_074, 2_323, 1_311, 703, 330, 134, 144])
    static let genreCounts = WeightedChoice(from: 1, [375, 332, 184, 109])
    static let countryCounts = WeightedChoice(from: 1, [776, 150, 50, 24])
    static let languageCounts = WeightedChoice(from: 1, [916, 57, 17, 10])
}
