extension DetailDocument {
    /// Lays out whatever record the pane shows.
    init(_ content: DetailContent, width: Int, texts: Texts) {
        switch content {
        case .film(let film): self.init(film: film, width: width, texts: texts)
        case .person(let person): self.init(person: person, width: width, texts: texts)
        case .genre(let genre): self.init(genre: genre, width: width, texts: texts)
        }
    }
}
