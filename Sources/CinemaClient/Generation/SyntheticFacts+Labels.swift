extension SyntheticFacts {
    /// The genres of the film data by how many films they have, and four that
    /// it lacks.
    static let genres = WeightedChoice([
        ("Drama", 8925), ("Comedy", 5568), ("Romance", 2666), ("Action", 2359), ("Crime", 2201),
        ("Thriller", 2051), ("Horror", 1922), ("Documentary", 1597), ("Sci-Fi", 1203),
        ("Fantasy", 1191), ("Adventure", 914), ("Musical", 819), ("Biography", 817),
        ("Mystery", 769), ("War", 589), ("Family", 527), ("Animation", 419), ("Short", 340),
        ("Western", 311), ("Sport", 293), ("History", 288), ("Film-Noir", 120), ("Reality", 60),
        ("Music", 40), ("News", 15),
    ])
    /// The countries that are in most films, by how many.
    static let countries = WeightedChoice([
        ("United States", 12045), ("United Kingdom", 2450), ("France", 1964), ("Germany", 960),
        ("Canada", 778), ("Italy", 693), ("Australia", 475), ("Japan", 366), ("Spain", 327),
        ("India", 246), ("Belgium", 189), ("Mexico", 165), ("Hong Kong", 157), ("Sweden", 155),
        ("People's Republic of China", 154), ("Denmark", 144), ("Ireland", 143),
        ("Switzerland", 122), ("Netherlands", 117), ("South Korea", 101), ("Israel", 95),
        ("Austria", 84), ("Argentina", 80), ("Russia", 73), ("Norway", 72), ("South Africa", 67),
        ("Brazil", 63), ("Poland", 60), ("New Zealand", 59), ("Iran", 51), ("Czech Republic", 50),
        ("Hungary", 46), ("Romania", 42), ("Portugal", 41), ("Luxembourg", 40), ("Taiwan", 38),
        ("Thailand", 34), ("Finland", 33), ("Soviet Union", 30), ("Iceland", 26), ("Chile", 24),
        ("Turkey", 21), ("Greece", 21), ("Colombia", 14), ("Egypt", 13), ("Yugoslavia", 11),
        ("Cuba", 10), ("Vietnam", 8), ("Kazakhstan", 8),
    ])
    static let languages = WeightedChoice([
        ("English", 14369), ("French", 1246), ("Spanish", 554), ("German", 415), ("Italian", 369),
        ("Japanese", 318), ("Hindi", 204), ("Russian", 200), ("Arabic", 122), ("Hebrew", 115),
        ("Cantonese", 107), ("Korean", 97), ("Mandarin", 96), ("Swedish", 87), ("Portuguese", 83),
        ("Persian", 62), ("Danish", 48), ("Dutch", 44), ("Polish", 40), ("Norwegian", 36),
        ("Thai", 33), ("Romanian", 32), ("Hungarian", 31), ("Czech", 27), ("Turkish", 27),
        ("Icelandic", 21), ("Latin", 20), ("Finnish", 19), ("Vietnamese", 18), ("Catalan", 17),
        ("Serbian", 17), ("Indonesian", 15), ("Greek", 14), ("Georgian", 13), ("Ukrainian", 11),
        ("Yiddish", 10), ("Tibetan", 8), ("Tagalog", 8),
    ])
    /// The film data has no types; as catalogues of everything have them.
    static let types = WeightedChoice([
        ("movie", 780), ("short", 90), ("series", 70), ("TV movie", 40), ("miniseries", 20),
    ])
    /// The awards that most films with any have, by how many.
    static let awards = WeightedChoice([
        ("Nominated for 1 Oscar.", 877), ("Nominated for 2 Oscars.", 306),
        ("Nominated for 3 Oscars.", 128), ("Won 1 Oscar. Nominated for 1 Oscar.", 116),
        ("Won 1 Oscar. Nominated for 2 Oscars.", 103), ("Won 1 Oscar. Nominated for 3 Oscars.", 79),
        ("Nominated for 4 Oscars.", 68), ("Won 1 Oscar. Nominated for 4 Oscars.", 52),
        ("Won 1 Oscar.", 31), ("Won 2 Oscars. Nominated for 4 Oscars.", 24),
        ("Won 3 Oscars. Nominated for 6 Oscars.", 19),
        ("Won 7 Oscars. Nominated for 11 Oscars.", 4),
    ])
}
