import CinemaCore
import CinemaTUI

/// Prints a result page by page, and says besides what the reader has to know.
struct ResultPrinting<Row: CatalogRow> {
    let request: SearchRequest
    let query: FilmQuery
    let catalog: any Catalog
    let console: Console

    private var limit: Int? {
        request.limit ?? (console.isTerminal || request.page != nil ? 50 : nil)
    }

    private var pageNumber: Int { request.page ?? 1 }

    /// Numbers are bounded where they are read, so that the product is.
    private var offset: Int { (pageNumber - 1) * (limit ?? 0) }

    private var format: OutputFormat { request.format ?? (console.isTerminal ? .table : .tsv) }

    func run() async throws(CommandFailure) {
        let rescue = try await rescue()
        var stream = RowStream<Row>(query, in: catalog, offset: offset, limit: limit)
        let first = try await next(of: &stream) ?? Page(offset: offset)
        try checkFilters(first)
        if let rescue, !first.items.isEmpty { console.say(Self.sentence(rescue)) }
        let needsTotal = format == .json || first.items.isEmpty || console.isTerminal
        let total = needsTotal ? await total(of: first) : first.total
        var printer = RowPrinter<Row>(
            format: format, console: console,
            matching: rescue.map { QuerySyntax.searchText($0.shown) } ?? query.text,
            total: total, page: pageNumber)
        var page: Page<Row>? = first
        while let rows = page {
            try CommandFailure.printing { () throws(OutputFailure) in
                try printer.print(rows.items)
                try console.output.flush()
            }
            page = try await next(of: &stream)
        }
        try CommandFailure.printing { () throws(OutputFailure) in
            try printer.finish()
            try console.output.flush()
        }
        if let origin = first.origin {
            let parts = Texts.english.origin(origin, isShort: false)
            if !parts.isEmpty { console.say(parts.joined(separator: "; ")) }
        }
        guard !first.items.isEmpty else { throw .nothingFound(nothingFound(total)) }
        if console.isTerminal && format == .table {
            console.say(position(of: stream.offset - offset, total: total))
        }
    }

    private func next(
        of stream: inout RowStream<Row>
    ) async throws(CommandFailure) -> Page<Row>? {
        do { return try await stream.next() } catch { throw .catalog(error) }
    }

    /// Rows that a filter was not applied to are not what was asked for.
    private func checkFilters(_ page: Page<Row>) throws(CommandFailure) {
        let ignored = page.origin?.ignored.filter { $0 != "sort" } ?? []
        guard !ignored.isEmpty else { return }
        let sentence = """
            the lists of this source do not tell \(EnglishText.either(ignored)), so that nothing \
            can be filtered by it; open it in the browser once: a local copy may tell
            """
        throw .query(command: request.command, [sentence])
    }

    /// How the query was helped, if it was. Only text can be.
    private func rescue() async throws(CommandFailure) -> Rescue? {
        guard catalog.capabilities.rescues, !query.text.isEmpty else { return nil }
        return try await CommandFailure.asking { () async throws(CatalogError) in
            try await catalog.rescuedSearch(query, count: 1).rescue
        }
    }

    /// The exact number of rows where it can be had; rows do not fail for it.
    private func total(of page: Page<Row>) async -> Count {
        if page.total.isExact { return page.total }
        guard let statistics = try? await catalog.statistics(query) else { return page.total }
        return Row.total(statistics)
    }
}

// MARK: - Sentences

extension ResultPrinting {
    /// `shown: star wars (keyboard layout); as typed: ыефк цфкы`, with the
    /// number of rows that match as typed where there are any.
    private static func sentence(_ rescue: Rescue) -> String {
        let count = Row.countAsTyped(rescue)
        let rows = count == 0 ? "" : ", " + EnglishText.counted(count, "row", "rows")
        return Texts.english.rescued(rescue) + rows
    }

    private func nothingFound(_ total: Count) -> String {
        if offset > 0 && total.value > 0 {
            let rows = EnglishText.counted(total.value, Row.kind.singular, Row.kind.plural)
            return "page \(pageNumber) is behind the last row; the result has \(rows)"
        }
        guard !request.query.isEmpty else { return "the catalogue has no \(Row.kind.plural)" }
        return "no \(Row.kind.plural) match \(Quotation.short(request.query))"
    }

    /// `9 films`, or `1–50 of 1,234 films; --page 2 for more`.
    private func position(of shown: Int, total: Count) -> String {
        let end = offset + shown
        let name = EnglishText.noun(total.value, Row.kind.singular, Row.kind.plural)
        if offset == 0 && end >= total.value {
            return EnglishText.counted(end, Row.kind.singular, Row.kind.plural)
        }
        let place = "\(EnglishText.grouped(offset + 1))–\(EnglishText.grouped(end))"
        let more = end < total.value || !total.isExact ? "; --page \(pageNumber + 1) for more" : ""
        return "\(place) of \(total.words) \(name)\(more)"
    }
}
