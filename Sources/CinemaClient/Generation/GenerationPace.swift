/// Tells how far the making of a catalogue is, and how fast.
struct GenerationPace {
    let films: Int
    let progress: CatalogImport.ProgressHandler

    private let start = ContinuousClock.now

    init(films: Int, progress: @escaping CatalogImport.ProgressHandler) {
        self.films = films
        self.progress = progress
    }

    /// False once no more is wanted.
    func tellMade(_ made: Int) -> Bool {
        tell(.reading, made, Double(made) / Double(films))
    }

    func tellWriting(_ fraction: Double) -> Bool { tell(.writing, films, fraction) }

    private func tell(
        _ stage: CatalogImport.Progress.Stage, _ made: Int, _ fraction: Double
    ) -> Bool {
        let elapsed = (ContinuousClock.now - start) / .seconds(1)
        return progress(
            CatalogImport.Progress(
                stage: stage, films: made, fraction: fraction,
                filmsPerSecond: Double(made) / max(elapsed, 0.001)))
    }
}
