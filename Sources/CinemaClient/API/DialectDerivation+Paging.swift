// What the number of a page means.
extension DialectDerivation {
    private var pageSize: Int { dialect.routes[.films]?.rows(Self.pageSize) ?? Self.pageSize }

    mutating func askSecondPage() {
        if dialect.routes[.films]?.page == nil { return tookAllOnOnePage() }
        if !askPage(after: 1, as: .secondPage) { askFilm() }
    }

    /// How far the page after the first is, if pages are pages.
    private mutating func askPage(after steps: Int, as stage: Stage) -> Bool {
        guard let films = dialect.routes[.films] else { return false }
        let step = declared.stride == .offset ? pageSize : 1
        var question = APIDialect.Route.Question(size: Self.pageSize)
        question.page = dialect.firstPage + steps * step
        question.sort = style?.descending ?? []
        return ask(films.target(question), as: stage)
    }

    private mutating func tookAllOnOnePage() {
        dialect.stride = .single
        if dialect.routes[.films]?.size == nil { dialect.pageRows = firstRows.count }
        remark("the list of films has no pages: all that can be had is the first")
        askFilm()
    }

    mutating func tookSecondPage(_ answer: ProbeAnswer) {
        switch answer.list {
        case .rows(let rows):
            if firstRows.isEmpty { firstRows = rows } else { compare(rows) }
        case .forbidden: noteForbidden("the list of films", answer)
        case .refused, .broken:
            remark("the second page of the list of films is not available (\(answer.status))")
        }
        if stage == .secondPage { askFilm() }
    }

    private mutating func compare(_ rows: [ProbeRow]) {
        let before = Set(firstRows.map(\.identifier))
        let repeated = rows.count { before.contains($0.identifier) }
        if rows.isEmpty {
            noteShortPage(isLast: true)
        } else if declared.stride == .offset {
            if repeated > rows.count / 2 { tookRepetition() }
        } else if repeated == rows.count, rows.count >= before.count {
            tookRepetition()
        } else if repeated * 2 > rows.count, repeated >= before.count - 2 {
            dialect.stride = .offset
            remark(
                "the number of a page is a number of films to leave out, counted from "
                    + "\(dialect.firstPage)")
        } else {
            noteShortPage(isLast: false)
        }
    }

    /// The service may hold fewer or more rows on a page than were asked for.
    private mutating func noteShortPage(isLast: Bool) {
        let count = firstRows.count
        if dialect.routes[.films]?.size == nil, !isLast { dialect.pageRows = count }
        guard count > pageSize || (count < pageSize && !isLast) else { return }
        dialect.pageRows = count
        remark("a page has \(count) films, whatever size is asked for")
    }

    /// The second page is the first again.
    private mutating func tookRepetition() {
        let isFull = firstRows.count >= pageSize
        if firstRows.count > pageSize {
            dialect.stride = .single
            dialect.pageRows = firstRows.count
            remark(
                "the list of films has no pages, whatever is asked: it has \(firstRows.count) films"
            )
        } else if isFull, dialect.firstPage == 0, declared.stride == .pages,
            askPage(after: 2, as: .thirdPage)
        {
            return
        } else if isFull {
            dialect.stride = .single
            remark(
                "every page of the list of films is the first one: more films cannot be had from it"
            )
        } else {
            remark("a page past the end of the list is the last page again")
        }
    }

    /// Pages 0 and 1 were the same.
    mutating func tookThirdPage(_ answer: ProbeAnswer) {
        let before = Set(firstRows.map(\.identifier))
        if case .rows(let rows) = answer.list,
            rows.contains(where: { !before.contains($0.identifier) })
        {
            dialect.firstPage = 1
            remark("page 0 and page 1 are the same, so pages count from 1")
        } else {
            dialect.stride = .single
            remark(
                "every page of the list of films is the first one: more films cannot be had from it"
            )
        }
        askFilm()
    }
}
