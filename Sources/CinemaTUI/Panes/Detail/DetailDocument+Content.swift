extension DetailDocument {
    /// Lays out whatever record the pane shows.
    /// `isSparse`: a film without people may be known from a list only.
    init(_ content: DetailContent, width: Int, texts: Texts, isSparse: Bool = false) {
        switch content {
        case .film(let film):
            self.init(film: film, width: width, texts: texts, isSparse: isSparse)
        case .person(let person):
            self.init(person: person, width: width, texts: texts)
        case .genre(let genre): self.init(genre: genre, width: width, texts: texts)
        }
    }
}
