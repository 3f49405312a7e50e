// The first page of films, best first: whether the service does as it says.
extension DialectDerivation {
    mutating func askFirstPage() {
        guard let films = dialect.routes[.films] else { return askSearch() }
        firstPages += 1
        var question = APIDialect.Route.Question(page: dialect.firstPage, size: Self.pageSize)
        question.sort = style?.descending ?? []
        if !ask(films.target(question), as: .firstPage) { finish() }
    }

    mutating func tookFirstPage(_ answer: ProbeAnswer) {
        let outcome = answer.list
        if isAssumed, firstPages == 1, !isPlausible(outcome) { return tookNoFilms(answer) }
        switch outcome {
        case .forbidden:
            noteForbidden("the list of films", answer)
            keep(style)
            remark("what the document tells could not be checked")
            finish()
        case .rows([]): tookNoRows(answer)
        case .rows(let rows):
            adopt(answer.path, for: .films)
            tookRows(rows)
        case .refused: tookRefusal("is refused (\(answer.status))")
        case .broken: tookBrokenPage(answer)
        }
    }

    private func isPlausible(_ outcome: ProbeAnswer.Outcome) -> Bool {
        if case .rows(let rows) = outcome { !rows.isEmpty } else { false }
    }

    /// No films, or no such route: the server's path may be one too many.
    private mutating func tookNoRows(_ answer: ProbeAnswer) {
        if let alternative, answer.status == 404 {
            self.alternative = nil
            firstPages = 0
            return begin(alternative, document: dialect.document)
        }
        keep(style)
        remark("the list of films is empty, so nothing about it could be checked")
        askSearch()
    }

    private mutating func tookRows(_ rows: [ProbeRow]) {
        firstRows = rows
        guard let style else {
            giveUpOrder()
            return askSecondPage()
        }
        switch RatingOrder(rows) {
        case .descending, .unknown:
            keep(style)
            askSecondPage()
        case .ascending:
            guard !isFlipped, let flipped = style.flipped() else { return tookDisorder() }
            isFlipped = true
            self.style = flipped
            if firstPages < 3 { return askFirstPage() }
            keep(flipped)
            askSecondPage()
        case .mixed: tookDisorder()
        }
    }

    /// The films came, but not in the order that was asked for.
    private mutating func tookDisorder() {
        if !isFlipped, firstPages < 2, !styles.isEmpty {
            style = styles.removeFirst()
            return askFirstPage()
        }
        style = nil
        keep(nil)
        remark("the service does not sort: films come in no order by rating, whatever is asked for")
        askSecondPage()
    }

    /// Another way to sort, at last none; then the list itself is refused.
    private mutating func tookRefusal(_ what: String) {
        if !firstRows.isEmpty {
            // In another order it answered before.
            style = nil
            giveUpOrder()
            return askSecondPage()
        }
        guard style != nil, firstPages < 3 else {
            keep(nil)
            remark("the list of films \(what)")
            return askSearch()
        }
        style = firstPages == 1 && !styles.isEmpty ? styles.removeFirst() : nil
        askFirstPage()
    }

    private mutating func tookBrokenPage(_ answer: ProbeAnswer) {
        let what = answer.status < 300 ? "is not a list" : "is not available (\(answer.status))"
        if !firstRows.isEmpty { return tookRefusal(what) }
        let sorts = dialect.routes[.films]?.fixed.contains {
            $0.name == style?.descending.first?.name
        }
        if style != nil, firstPages == 1, sorts != true {
            style = nil
            return askFirstPage()
        }
        // With order or without: the page itself is broken, so nothing is
        // known against the order.
        style = declared.styles[.films]?.first
        keep(style)
        remark("the first page of the list of films \(what)")
        askSecondPage()
    }

    /// The list answers only without an order.
    private mutating func giveUpOrder() {
        keep(nil)
        guard declared.styles[.films]?.isEmpty == false else { return }
        remark("films cannot be had in order of rating: no way to ask for it is understood")
    }

    /// Puts what sorts into all routes that list films.
    mutating func keep(_ style: SortStyle?) {
        for role in DeclaredDialect.sorted {
            let own = style.flatMap { self.style(of: role, like: $0) }
            dialect.routes[role]?.sort(by: own)
        }
        if isFlipped, style != nil {
            remark(
                "the service means the order the other way round: what asks for the best first gives the worst"
            )
        }
    }

    private func style(of role: APIDialect.Role, like style: SortStyle) -> SortStyle? {
        let own = declared.styles[role] ?? []
        let meant = isFlipped ? style.flipped() ?? style : style
        let best = own.first { $0.descending == meant.descending } ?? own.first
        return isFlipped ? best.flatMap { $0.flipped() } ?? best : best
    }
}
