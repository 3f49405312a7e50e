extension SyntheticWords {
    /// What holds titles together; by how often it does.
    static func functionWords(of script: SyntheticScript) -> [String] {
        switch script {
        case .latin: latinFunctionWords
        case .cyrillic: cyrillicFunctionWords
        }
    }

    /// What titles are about, so that a catalogue can be searched for words
    /// that come to mind.
    static func commonWords(of script: SyntheticScript) -> [String] {
        switch script {
        case .latin: latinCommonWords
        case .cyrillic: cyrillicCommonWords
        }
    }

    private static let latinFunctionWords = split(
        """
        the of and a in to my on for with is from you at me it we by no up out your be an or but \
        not into this that who how what when where
        """)
    private static let cyrillicFunctionWords = split(
        """
        и в на не с о из по от за до для под без мой я ты мы он она это как что где все над или \
        при про между если когда
        """)
    private static let latinCommonWords = split(
        """
        love man life night day last dead story big black girl world little time house death white \
        city men red new good two king star war blood dark lost home woman heart boy secret dream \
        wild road way fire moon blue summer winter river sea sky great first long lady angel game \
        child family return street island gold silver wind rain shadow light stranger killer hotel \
        train paris mother father brother sister son daughter friend godfather
        """)
    private static let cyrillicCommonWords = split(
        """
        любовь жизнь ночь день человек дом город война мир звезда девушка смерть время дорога \
        сердце мечта тайна ветер море огонь снег зима лето весна осень река небо луна солнце тень \
        свет кровь друг брат сестра мать отец сын дочь женщина мальчик девочка король остров поезд \
        улица письмо возвращение последний первый белый чёрный красный синий золотой старый новый \
        большой маленький ёлка театр вечер утро
        """)

    private static func split(_ text: String) -> [String] {
        text.split(separator: " ").map { String($0) }
    }
}
