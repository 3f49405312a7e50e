internal import CinemaCore
internal import CurlHTTP
internal import Synchronization

/// The nodes of a search server, of which each request goes to one that
/// answers.
///
/// A node that does not answer is put aside, and the request goes on to the
/// next at once; a server that is busy is waited for, within the request's
/// total time. Nothing happens between requests: nodes that are due to be
/// looked at again are looked at beside the next one.
final class SearchCluster: SearchTransport {
    struct Settings: Sendable {
        /// What the header calls the source.
        var source: String
        /// `http(s)://host[:port][/prefix]` without a slash at the end; at
        /// least one.
        var addresses: [String]
        var limits = HTTPLimits()
        var security = HTTPSecurity()
        /// Whether the nodes are asked for the addresses of all nodes.
        var sniffs = false
        /// Whether requests say who asks.
        var isKnown = false
        /// For whom is waited, and how long: for busy servers longer.
        var whenBusy = RetryPolicy(attempts: 5)
        var whenAway = RetryPolicy()
    }

    struct State: Sendable {
        var nodes: NodeStates
        var told: CatalogStatus.Nodes
        /// As the first answer to the question for nodes has it.
        var clusterName: String?
        var isSniffDue: Bool
        var observer: (@Sendable (CatalogStatus.Nodes) -> Void)?
    }

    let settings: Settings
    let state: Mutex<State>
    let time: RunningTime
    /// What credentials may go to.
    let origins: CredentialOrigins
    private let client: HTTPClient
    private let executor: any TaskExecutor
    private let random: @Sendable () -> Double

    /// - Parameters:
    ///   - client: Knows the credentials and does not retry.
    ///   - executor: On which nodes are looked at beside requests.
    ///   - turn: Which node is asked first.
    init(
        _ settings: Settings, client: HTTPClient, origins: CredentialOrigins, time: RunningTime,
        executor: any TaskExecutor, turn: Int = Int.random(in: 0..<1_000),
        random: @escaping @Sendable () -> Double = { Double.random(in: 0...1) }
    ) {
        self.settings = settings
        self.client = client
        self.origins = origins
        self.time = time
        self.executor = executor
        self.random = random
        let nodes = NodeStates(settings.addresses, turn: turn)
        // Behind a path is something else than the node itself.
        let isPlain = settings.addresses.allSatisfy { (try? HTTPURL($0))?.path.isEmpty ?? false }
        state = Mutex(
            State(nodes: nodes, told: nodes.summary, isSniffDue: settings.sniffs && isPlain))
    }

    /// Called at each change of the nodes from now on, on any thread.
    func observe(_ observer: @escaping @Sendable (CatalogStatus.Nodes) -> Void) {
        let now = state.withLock { state in
            state.observer = observer
            return state.told
        }
        observer(now)
    }

    var isKnown: Bool { settings.isKnown }

    /// The addresses that are asked now.
    var addresses: [String] { state.withLock { $0.nodes.addresses } }

    func send(_ request: IndexRequest) async throws(SearchFailure) -> IndexAnswer {
        guard request.message != nil else {
            throw SearchFailure(
                CatalogError(
                    .unsupported, source: settings.source,
                    cause: "\(request.index ?? "this") cannot be the name of an index"))
        }
        await sniffIfDue()
        lookAtNodeDue()
        return try await carryOut(request)
    }

    /// Asks node after node, and busy ones again.
    func carryOut(_ request: IndexRequest) async throws(SearchFailure) -> IndexAnswer {
        let begin = time.now
        var round = Round(source: settings.source)
        while true {
            guard let address = nextNode(&round) else {
                guard try await hasWaited(settings.whenAway, &round, since: begin) else {
                    throw round.failure
                }
                continue
            }
            let left = settings.limits.total - (time.now - begin)
            guard left > .zero, let question = question(request, at: address, within: left) else {
                throw round.failure
            }
            let outcome = await client.outcome(of: question)
            switch NodeVerdict(outcome) {
            case .answered(let response):
                try answered(address, response, to: request)
                // The parts that were answered are better than none.
                if let refusal = request.refusal(in: response) {
                    round.note(failure(refusal, request), question, .success(refusal))
                    if try await hasWaited(settings.whenBusy, &round, since: begin) { continue }
                }
                return IndexAnswer(
                    body: response.body, time: response.timing.total, node: address)
            case .busy(let response):
                note(address) { $0.answered(address) }
                round.note(failure(response, request), question, outcome)
                guard try await hasWaited(settings.whenBusy, &round, since: begin) else {
                    throw round.failure
                }
            case .away(let failure):
                put(aside: address)
                round.tried.insert(address)
                round.note(
                    self.failure(failure, request, address, nodes: round.tried.count), question,
                    outcome)
            case .ended(let error):
                throw SearchFailure(error, address: address, source: settings.source)
            }
        }
    }

    private func question(
        _ request: IndexRequest, at address: String, within left: Duration
    ) -> HTTPRequest? {
        var question = request.httpRequest(at: address)
        question?.limits = settings.limits
        question?.limits.total = left
        // A search that is sent elsewhere may arrive there without its body,
        // and would find everything.
        question?.limits.redirects = 0
        question?.security = settings.security
        return question
    }

    /// Nil where all have been tried; those that the configuration names are
    /// tried even where others were found.
    private func nextNode(_ round: inout Round) -> String? {
        state.withLock { state in
            if let next = state.nodes.next(except: round.tried) { return next }
            guard state.nodes.addresses != settings.addresses,
                settings.addresses.contains(where: { !round.tried.contains($0) })
            else { return nil }
            state.nodes.replace(settings.addresses)
            return state.nodes.next(except: round.tried)
        }
    }

    /// Waits before all are tried again; false, at once, where that is not worth it.
    private func hasWaited(
        _ policy: RetryPolicy, _ round: inout Round, since begin: Duration
    ) async throws(SearchFailure) -> Bool {
        guard let last = round.last else { return false }
        var question = last.question
        question.limits.total = settings.limits.total
        let decision = policy.decision(
            after: round.attempt, of: question, last.outcome, elapsed: time.now - begin,
            random: random(), time: HTTPDate.now)
        guard case .retry(let delay) = decision else { return false }
        _ = await time.sleep(delay)
        guard !Task.isCancelled else {
            throw SearchFailure(.cancelled(source: settings.source))
        }
        round.attempt += 1
        round.tried = []
        return true
    }

    // MARK: What answers tell

    private func answered(
        _ address: String, _ response: HTTPResponse, to request: IndexRequest
    ) throws(SearchFailure) {
        note(address) { $0.answered(address) }
        RequestContext.current?.note(.server)
        guard (200..<300).contains(response.status) else { throw failure(response, request) }
        let first = response.body.first { $0 != 0x20 && $0 != 0x0a && $0 != 0x0d && $0 != 0x09 }
        guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else {
            throw SearchFailure(
                CatalogError(
                    .invalidAnswer, source: settings.source,
                    cause: "what answers at \(address) is no search server; check the address"),
                status: response.status)
        }
    }

    private func failure(_ response: HTTPResponse, _ request: IndexRequest) -> SearchFailure {
        SearchFailure(
            response, index: request.index, isKnown: settings.isKnown, source: settings.source)
    }

    private func failure(
        _ failure: NodeVerdict.Failure, _ request: IndexRequest, _ address: String, nodes: Int
    ) -> SearchFailure {
        var told =
            switch failure {
            case .error(let error):
                SearchFailure(error, address: address, source: settings.source)
            case .response(let response): self.failure(response, request)
            }
        if nodes > 1 {
            told.error.cause =
                "none of the \(nodes) nodes answers; of the last: \(told.error.cause)"
        }
        return told
    }

    private func put(aside address: String) {
        let now = time.now
        note(address) { $0.failed(address, now: now) }
        if settings.sniffs { state.withLock { $0.isSniffDue = $0.clusterName != nil } }
    }

    /// Changes what is known of a node, and tells of it.
    func note(_ address: String, _ change: (inout NodeStates) -> Void) {
        let told = state.withLock { state -> (CatalogStatus.Nodes, State)? in
            change(&state.nodes)
            let summary = state.nodes.summary
            guard summary != state.told else { return nil }
            state.told = summary
            return (summary, state)
        }
        if let (summary, state) = told { state.observer?(summary) }
    }

    /// Looks at a node that was put aside, beside the question.
    private func lookAtNodeDue() {
        let now = time.now
        let due = state.withLock { state in
            state.nodes.summary.answering > 0 ? state.nodes.takeDue(now: now) : nil
        }
        guard let due, let question = question(.banner, at: due, within: settings.limits.total)
        else { return }
        Task(executorPreference: executor) { [weak self, client] in
            let outcome = await client.outcome(of: question)
            switch NodeVerdict(outcome) {
            case .answered, .busy: self?.note(due) { $0.answered(due) }
            case .away, .ended: break
            }
        }
    }
}

extension SearchCluster {
    /// How far a request has got.
    private struct Round {
        var attempt = 1
        /// Nodes that did not answer since the last wait.
        var tried: Set<String> = []
        var failure: SearchFailure
        var last: (question: HTTPRequest, outcome: Result<HTTPResponse, HTTPError>)?

        init(source: String) {
            failure = SearchFailure(
                CatalogError(
                    .unavailable, source: source,
                    cause: "the server was not done in time; ask again"))
        }

        mutating func note(
            _ failure: SearchFailure, _ question: HTTPRequest,
            _ outcome: Result<HTTPResponse, HTTPError>
        ) {
            self.failure = failure
            last = (question, outcome)
        }
    }
}
