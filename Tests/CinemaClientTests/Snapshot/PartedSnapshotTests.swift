import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaClient

@Suite("An index is copied in parts, some at a time")
struct PartedSnapshotTests {
    private let directory: TestDirectory
    /// Ten parts.
    private let index = PartedIndex(films: 999)

    init() throws { directory = try TestDirectory() }

    /// The ids of the films that the copy has.
    private func copied(_ run: SnapshotRun) async throws -> [String] {
        try await run.store.with { (database) throws(SQLiteError) in
            try database.connection.rows("SELECT id FROM film ORDER BY id") { $0.string(0) }
        }
    }

    private func expectWhole(_ run: SnapshotRun, _ index: PartedIndex) async throws {
        #expect(run.lastState?.stage == .complete)
        #expect(run.lastState?.films == index.ids.count)
        #expect(
            try await copied(run).filter { !$0.hasPrefix("none") } == index.ids.compactMap(\.self))
        #expect(try await run.built.last?.catalog.summary().films == index.ids.count)
        #expect(index.seen.open.isEmpty)
    }

    @Test("each film is read once, in one point in time, which is closed behind it")
    func whole() async throws {
        let run = SnapshotRun(index.catalog, directory)
        await run.finish()
        try await expectWhole(run, index)
        #expect(index.seen.given.count == 10)
        #expect(index.seen.given.joined().count == 999)
        #expect(Set(index.seen.points) == ["point-1"])
        await run.kill()
    }

    @Test("parts that overtake each other make the same copy")
    func overtaken() async throws {
        index.set { $0.firstIsOvertaken = true }
        let run = SnapshotRun(index.catalog, directory)
        await run.finish()
        try await expectWhole(run, index)
        #expect(index.seen.given.first?.first == "000100")
        #expect(index.seen.mostAtATime == 2)
        #expect(index.seen.given.joined().count == 999)
        await run.kill()
    }

    @Test("progress counts the films of all parts")
    func progress() async throws {
        let run = SnapshotRun(index.catalog, directory)
        await run.finish()
        let progress = run.states.map(\.progress)
        let stages = progress.map(\.stage)
        #expect(stages.contains(.building) && stages.last == .complete)
        let read = progress.filter { $0.stage == .lists }
        #expect(read.map(\.read) == (0...9).map { $0 * 100 } + [999])
        #expect(read.allSatisfy { $0.total == .exact(999) })
        await run.kill()
    }

    @Test("a program that is killed at any moment goes on where it was", arguments: 1...10)
    func killed(_ moment: Int) async throws {
        index.set { $0.hangsAt = moment }
        let killed = SnapshotRun(index.catalog, directory)
        killed.start()
        await index.waitUntilHanging()
        await killed.kill()
        index.set { state in
            state.hangsAt = nil
            // The server has forgotten the point in time by then.
            state.open = []
        }
        let read = index.seen.given.count
        let run = SnapshotRun(index.catalog, directory)
        await run.finish()
        try await expectWhole(run, index)
        // What had overtaken the part that was under way is read again.
        #expect(index.seen.given.count <= 10 + SnapshotParts.mostAhead - 1)
        #expect(
            read < SnapshotParts.mostAhead
                || index.seen.given[read...].allSatisfy { $0.first != "000000" })
        await run.kill()
    }

    @Test("a part that fails is asked for again, and no other")
    func failing() async throws {
        index.set { $0.failures = [4: .unreachable] }
        let run = SnapshotRun(index.catalog, directory)
        await run.finish()
        try await expectWhole(run, index)
        #expect(index.seen.given.joined().count == 999)
        #expect(run.seenConnections.last == .online)
        await run.kill()
    }

    @Test("a server that is busy is asked for one part at a time")
    func busy() async throws {
        index.set { state in
            state.failures = [
                1: SearchFailure(
                    CatalogError(.busy, source: "index", cause: "it is busy (429)"), status: 429)
            ]
        }
        let run = SnapshotRun(index.catalog, directory)
        await run.finish()
        try await expectWhole(run, index)
        #expect(index.seen.opened == 1)
        #expect(index.seen.mostAtATimeLater == 1)
        await run.kill()
    }

    @Test("a point in time that is lost in one part is opened anew for the rest")
    func lostPoint() async throws {
        index.set { $0.forgetsAt = 5 }
        let run = SnapshotRun(index.catalog, directory)
        await run.finish()
        try await expectWhole(run, index)
        #expect(index.seen.given.joined().count == 999)
        #expect(index.seen.opened == 2)
        #expect(run.seenConnections == [.online])
        await run.kill()
    }

    @Test("films of a part of the index that did not answer are not taken for gone")
    func missingShards() async throws {
        index.set { $0.lacksPartsAt = 3 }
        let run = SnapshotRun(index.catalog, directory)
        await run.finish()
        try await expectWhole(run, index)
        #expect(index.seen.opened == 2)
        await run.kill()
    }

    @Test("a part that cannot be read costs its films only, and until the next time")
    func unreadable() async throws {
        let broken = SearchFailure(
            CatalogError(.invalidAnswer, source: "index", cause: "the answer is not JSON"))
        index.set { $0.failures = [4: broken] }
        let run = SnapshotRun(index.catalog, directory)
        await run.finish()
        #expect(run.lastState?.stage == .complete)
        #expect(run.lastState?.films == 899)
        run.clock.advance(by: .seconds(24 * 3_600 + 1))
        await run.clock.waitForRest()
        try await expectWhole(run, index)
        await run.kill()
    }

    @Test("who leaves in the middle leaves nothing open")
    func cancelled() async throws {
        index.set { $0.hangsAt = 5 }
        let catalog = index.catalog
        let run = SnapshotRun(catalog, directory)
        run.start()
        await index.waitUntilHanging()
        #expect(index.seen.open == ["point-1"])
        await run.kill()
        await catalog.close()
        #expect(index.seen.open.isEmpty)
    }

    @Test("more films than the limit are not read to the end, and nothing stays open")
    func tooLarge() async throws {
        // It says less than it has.
        let source = UndercountingSource(index.catalog)
        let run = SnapshotRun(source, directory, films: 450)
        await run.finish()
        #expect(run.lastState?.stage == .tooLarge)
        #expect(index.seen.given.count < 10)
        #expect(index.seen.open.isEmpty)
        await run.kill()
    }

    @Test("films without an id are read as well")
    func withoutIDs() async throws {
        let index = PartedIndex(films: 500, withoutID: 7)
        let run = SnapshotRun(index.catalog, directory)
        await run.finish()
        try await expectWhole(run, index)
        #expect(try await copied(run).count == 507)
        await run.kill()
    }

    @Test("a server without points in time is read in parts as well")
    func withoutPoints() async throws {
        let index = PartedIndex(films: 999, version: "7.10.2")
        let run = SnapshotRun(index.catalog, directory)
        await run.finish()
        try await expectWhole(run, index)
        #expect(index.seen.opened == 0)
        #expect(index.seen.given.count == 10)
        await run.kill()
    }

    @Test("an index that takes no ranges of ids has no parts")
    func refused() async throws {
        index.set { $0.refusesRanges = true }
        #expect(try await index.catalog.snapshotParts(after: nil) == nil)
    }

    @Test("of an index with few films all are one part")
    func small() async throws {
        let index = PartedIndex(films: 150)
        let parts = try await index.catalog.snapshotParts(after: nil)
        #expect(parts == [SnapshotPart()])
    }

    @Test("the rest of a list begins behind the place that was reached")
    func rest() async throws {
        let parts = try await index.catalog.snapshotParts(after: .text("000699"))
        #expect(
            parts == [
                SnapshotPart(after: .text("000699"), through: .text("000799")),
                SnapshotPart(after: .text("000799"), through: .text("000899")),
                SnapshotPart(after: .text("000899"), through: nil),
            ])
    }

    @Test("where a part is slow the others do not run away from it")
    func slow() {
        var parts = SnapshotParts(SnapshotPart.between((1...9).map { .number($0) }, after: nil))
        for _ in 0..<SnapshotParts.mostAhead { #expect(parts.next() != nil) }
        #expect(parts.next() == nil)
        #expect(parts.noteRead(2) == nil)
        #expect(parts.next() == nil)
        #expect(parts.noteRead(0) == .number(1))
        #expect(parts.next()?.number == 4)
        #expect(parts.next() == nil)
    }

    @Test("up to a place all was read, in whatever order parts came")
    func places() {
        let all = SnapshotPart.between([.number(1), .number(2), .number(3)], after: .number(0))
        var parts = SnapshotParts(all)
        var asked: [SnapshotPart] = []
        while let next = parts.next() { asked.append(next.part) }
        #expect(asked == all)
        #expect(parts.noteRead(1) == .number(0))
        #expect(parts.noteRead(0) == .number(2))
        #expect(parts.noteRead(3) == .number(2))
        #expect(parts.noteRead(2) == .number(3))
    }
}

/// A source that does not know how many films it has.
private struct UndercountingSource: SnapshotSource {
    private let source: ElasticsearchCatalog

    init(_ source: ElasticsearchCatalog) { self.source = source }

    var name: String { source.name }

    func snapshotPlan() async throws(CatalogError) -> SnapshotPlan {
        var plan = try await source.snapshotPlan()
        plan.films = nil
        return plan
    }

    func snapshotFilms(page: Int) async throws(CatalogError) -> SnapshotPage {
        try await source.snapshotFilms(page: page)
    }

    func snapshotParts(
        after place: SnapshotPlace?
    ) async throws(CatalogError) -> [SnapshotPart]? { try await source.snapshotParts(after: place) }

    func snapshotFilms(in part: SnapshotPart) async throws(CatalogError) -> SnapshotPage {
        try await source.snapshotFilms(in: part)
    }

    func endSnapshotParts() async { await source.endSnapshotParts() }

    func snapshotFilm(_ id: String) async throws(CatalogError) -> FilmRecord {
        try await source.snapshotFilm(id)
    }

    func snapshotGenres() async throws(CatalogError) -> [GenreRecord] {
        try await source.snapshotGenres()
    }
}
