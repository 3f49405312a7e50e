internal import CinemaCore
internal import Synchronization

/// A search index, of whatever layout, as a catalogue.
///
/// The layout and what has to be known of the films as a whole are asked for
/// once, and anew when an index is not there any more. What the layout does
/// not have is left out of a query, and the results say so. Films, people and
/// genres of a search fail apart. Works on its own thread.
actor ElasticsearchCatalog: Catalog {
    nonisolated let name: String
    let transport: any SearchTransport
    /// How large the parts are that a copy is read in.
    let filmsOfPart: Int
    private let choice: IndexChoice
    let thread = SerialThread()

    /// The last that was read; under a lock for `capabilities`, who cannot wait.
    private let lastKnowledge = Mutex<IndexKnowledge?>(nil)
    private var reading: Task<Result<IndexKnowledge, SearchFailure>, Never>?
    private var lastWalk: ResultWalk?
    let clock: @Sendable () -> ContinuousClock.Instant
    private var readAt: ContinuousClock.Instant?
    /// How queries were rescued of which rows may be asked for again.
    var rescues = BoundedCache<FilmQuery, RescueOutcome>(capacity: 16)
    /// What was shown before its rescue, how many rows were asked for, and when.
    var unrescued: (found: FoundRows, count: Int, time: ContinuousClock.Instant)?
    /// Whom films tell of, where there is no index of people.
    var derived = BoundedCache<SearchText, DerivedPeople>(capacity: 8)
    /// People who came with a search, of whom rows may be asked for.
    var foundPeople = BoundedCache<SearchText, FoundPeople>(capacity: 8)

    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    /// After so long what is known is read anew, behind the answers.
    static let renewal = Duration.seconds(600)

    /// - Parameter choice: Indices in place of those that would be found.
    init(
        name: String, transport: any SearchTransport, choice: IndexChoice = IndexChoice(),
        filmsOfPart: Int = SnapshotQuestion.usual,
        clock: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) {
        self.clock = clock
        self.name = name
        self.transport = transport
        self.choice = choice
        self.filmsOfPart = filmsOfPart
    }

    /// What the layout allows; before it is known, what any one does.
    nonisolated var capabilities: CatalogCapabilities {
        guard let knowledge = lastKnowledge.withLock({ $0 }) else {
            var unknown = CatalogCapabilities.all
            unknown.filters = []
            unknown.sorts = [.relevance]
            unknown.inspects = true
            return unknown
        }
        return knowledge.capabilities
    }
}

// What is known of the index.
extension ElasticsearchCatalog {
    /// Answers with what is known of the index. Where an index is missing all
    /// is read anew and the question asked once more.
    func answer<Answer>(
        _ question: (IndexKnowledge) async throws(SearchFailure) -> Answer
    ) async throws(CatalogError) -> Answer {
        if Task.isCancelled { throw .cancelled(source: name) }
        do throws(SearchFailure) {
            let known = try await knowledge()
            do throws(SearchFailure) {
                return try await question(known)
            } catch {
                guard error.isOfAnOldLayout else { throw error }
                forget(known)
                return try await question(try await knowledge())
            }
        } catch {
            // Whatever server comes back may have other films.
            if error.error.kind == .unavailable { readAt = nil }
            throw Task.isCancelled ? .cancelled(source: name) : error.error
        }
    }

    /// The layout of the index; what else is known comes with it.
    func layout() async throws(SearchFailure) -> IndexLayout { try await knowledge().layout }

    /// The layout, where it was read.
    var knownLayout: IndexLayout? { lastKnowledge.withLock { $0?.layout } }

    /// Calls at the same time share one reading.
    func knowledge() async throws(SearchFailure) -> IndexKnowledge {
        let known = lastKnowledge.withLock { $0 }
        if let known {
            if readAt.map({ clock() - $0 >= Self.renewal }) ?? true { renew() }
            return known
        }
        let task = startReading()
        await finish(task)
        return try await task.value.get()
    }

    private func startReading() -> Task<Result<IndexKnowledge, SearchFailure>, Never> {
        if let reading { return reading }
        readAt = clock()
        let task = Task(executorPreference: thread) { await self.readKnowledge() }
        reading = task
        return task
    }

    /// Reads all anew while questions are answered by what is known. Where
    /// that fails it is tried again in time.
    private func renew() {
        guard reading == nil else { return }
        let task = startReading()
        Task(executorPreference: thread) { await self.finish(task) }
    }

    /// Waits for a reading that is under way.
    func renewed() async { if let reading { await finish(reading) } }

    private func finish(_ task: Task<Result<IndexKnowledge, SearchFailure>, Never>) async {
        _ = await task.value
        if reading == task { reading = nil }
    }

    /// Reads all anew at the next question.
    func forgetKnowledge() { lastKnowledge.withLock { $0 = nil } }

    private func forget(_ asked: IndexKnowledge) {
        // Another question may have been first.
        lastKnowledge.withLock { if $0?.layout == asked.layout { $0 = nil } }
    }

    private func readKnowledge() async -> Result<IndexKnowledge, SearchFailure> {
        do throws(SearchFailure) {
            let layout = try await LayoutReader(transport: transport, choice: choice, name: name)
                .layout()
            let question = KnowledgeQuestion(layout: layout)
            var knowledge = try question.knowledge(try await answers(question.searches))
            if knowledge.genres.entries.isEmpty, GenreCounting(layout.films.fields) == nil {
                knowledge.genres = try await gatheredGenres(layout)
            }
            adopt(knowledge)
            return .success(knowledge)
        } catch {
            return .failure(error)
        }
    }

    private func adopt(_ knowledge: IndexKnowledge) {
        let isSame = lastKnowledge.withLock { $0?.layout } == knowledge.layout
        if !isSame, let former = lastWalk {
            Task(executorPreference: thread) { await former.close() }
            lastWalk = nil
        }
        rescues = BoundedCache(capacity: 16)
        derived = BoundedCache(capacity: 8)
        foundPeople = BoundedCache(capacity: 8)
        unrescued = nil
        lastKnowledge.withLock { $0 = knowledge }
    }

    /// The server would forget by itself what is open, after some minutes.
    func close() async { await lastWalk?.close(forGood: true) }

    /// Walks results of the layout to any depth.
    func walk(_ layout: IndexLayout) -> ResultWalk {
        if let lastWalk { return lastWalk }
        let genres = lastKnowledge.withLock { $0?.genres.names } ?? GenreNames([])
        let walk = ResultWalk(
            transport: transport, layout: layout, genres: genres, name: name, thread: thread)
        lastWalk = walk
        return walk
    }
}

// Asking.
extension ElasticsearchCatalog {
    /// The answers of several searches in one request.
    func answers(
        _ searches: [IndexRequest.Search]
    ) async throws(SearchFailure) -> SearchAnswers {
        if Task.isCancelled { throw SearchFailure(.cancelled(source: name)) }
        let answers = try SearchAnswers(
            try await transport.send(.multiSearch(searches)), source: name)
        if let took = answers.took { RequestContext.current?.noteTook(milliseconds: took) }
        return answers
    }
}

extension IndexKnowledge {
    fileprivate var capabilities: CatalogCapabilities {
        let fields = layout.films.fields
        let filters = filmFilters
        let conditions: [Filter.Condition] = [
            .genre(["a"]), .person(["a"], role: nil), .person(["a"], role: .director),
            .person(["a"], role: .writer), .person(["a"], role: .actor), .year(Span(2_000)),
            .rating(Span(50)), .runtime(Span(90)), .country(["a"]), .language(["a"]), .type(["a"]),
        ]
        let possible = conditions.map { Filter($0) }.filter { filters.clause($0) != nil }
        return CatalogCapabilities(
            filters: Set(possible.map(\.fieldName)),
            sorts: FilmSorting(fields: fields, standing: standing).possible,
            matchesPrefixes: true, countsExactly: true,
            countsFacets: GenreCounting(fields) != nil, rescues: true, jumps: true, inspects: true)
    }
}
