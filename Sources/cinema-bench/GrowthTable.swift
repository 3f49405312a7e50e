/// What was measured at several sizes, side by side.
struct GrowthTable {
    let sizes: [Int]
    let directory: String

    /// Keeps what was measured at a size for the table.
    static func keep(_ measurements: [Measurement], films: Int, in directory: String) throws {
        try ResultFile(path: path(films, directory)).write(
            measurements.map { "\($0.name)\t\($0.quantile(0.5))\t\($0.quantile(0.95))" })
    }

    func print() throws {
        guard sizes.count > 1 else { return }
        let results = sizes.map(results)
        let names = ResultFile(path: Self.path(sizes[0], directory)).lines()
            .compactMap { $0.split(separator: "\t").first.map { String($0) } }
        Swift.print(
            "\n" + Figures.left("growth: p50 / p95 in ms", 38)
                + sizes.map { Figures.right(Figures.grouped($0), 17) }.joined()
                + Figures.right("p50 grows", 11))
        for name in names {
            let found = results.map { $0[name] }
            let cells = found.map { value in
                value.map { Figures.milliseconds($0.p50) + " / " + Figures.milliseconds($0.p95) }
                    ?? "-"
            }
            var growth = ""
            if let first = found.first ?? nil, let last = found.last ?? nil {
                growth = Figures.ratio(last.p50 / first.p50)
            }
            Swift.print(
                Figures.left(name, 38) + cells.map { Figures.right($0, 17) }.joined()
                    + Figures.right(growth, 11))
        }
    }

    private func results(_ films: Int) -> [String: (p50: Double, p95: Double)] {
        var results: [String: (p50: Double, p95: Double)] = [:]
        for line in ResultFile(path: Self.path(films, directory)).lines() {
            let fields = line.split(separator: "\t")
            guard fields.count == 3, let p50 = Double(fields[1]), let p95 = Double(fields[2])
            else { continue }
            results[String(fields[0])] = (p50, p95)
        }
        return results
    }

    private static func path(_ films: Int, _ directory: String) -> String {
        "\(directory)/films-\(films).results.tsv"
    }
}
