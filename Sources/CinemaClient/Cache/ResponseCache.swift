public import CurlHTTP
internal import Synchronization

/// Keeps the answers of a source in its directory, and serves them.
///
/// A fresh answer is served without a request. A stale one is served as well,
/// and asked for again behind the screen, each once at a time; `observe` tells
/// what came of it. An expired one is asked for, but serves where the server
/// is away. `HTTPResponse.origin` says which it was. Several processes share
/// a directory.
public final class ResponseCache: Sendable {
    /// What came of asking again behind the screen.
    public enum Event: Hashable, Sendable {
        /// The server answers otherwise than what was served.
        case changed
        /// What was served is still so.
        case confirmed
        /// The server is away.
        case away(HTTPError)
        /// The server gave another answer than one to keep, such as 401.
        case refused(status: Int)
    }

    public typealias Observer = @Sendable (Event) -> Void

    private let asker: String
    private let policy: CachePolicy
    private let now: @Sendable () -> Int64
    private let store: ResponseStore
    private let ledger = Mutex(RefreshLedger())
    private let observer = Mutex<Observer?>(nil)

    /// - Parameters:
    ///   - directory: Of the source; made where it is missing, nil for memory.
    ///   - bytes: What the answers may take.
    ///   - asker: What tells readers of one source apart, such as where the
    ///     token comes from; only a salted hash of it is kept.
    ///   - now: Seconds since 1970.
    public convenience init(
        directory: String?, bytes: Int, asker: String = "",
        now: @escaping @Sendable () -> Int64 = WallClock.seconds
    ) {
        self.init(
            directory: directory, bytes: bytes, asker: asker, policy: CachePolicy(), now: now)
    }

    init(
        directory: String?, bytes: Int, asker: String = "", policy: CachePolicy,
        now: @escaping @Sendable () -> Int64
    ) {
        self.asker = asker
        self.policy = policy
        self.now = now
        store = ResponseStore(directory: directory, capacity: bytes)
    }

    /// Called from now on, on another thread, in the place of the last one.
    public func observe(_ observer: Observer?) { self.observer.withLock { $0 = observer } }

    /// A client that answers from what is kept, and else from `client`.
    public func client(over client: HTTPClient) -> HTTPClient {
        HTTPClient { (request) async throws(HTTPError) in
            let response = try await self.answer(request, client)
            RequestContext.current?.note(response.origin)
            return response
        }
    }

    private func answer(
        _ request: HTTPRequest, _ client: HTTPClient
    ) async throws(HTTPError) -> HTTPResponse {
        guard RequestContext.current?.use != .bypass,
            let key = ResponseKey(request, asker: asker)
        else { return try await client.send(request) }
        let time = now()
        guard let kept = await store.response(key, now: time) else {
            let response = try await client.send(request)
            await keep(response, for: key)
            return response
        }
        let state = policy.state(kept.lifetime, now: time)
        switch state {
        case .fresh: break
        case .stale: refresh(kept, key, request, client)
        case .expired: return try await ask(request, client, key, kept)
        }
        return kept.response(.cache(state, readAt: kept.lifetime.readAt))
    }

    /// Asks the server in the place of an expired answer.
    private func ask(
        _ request: HTTPRequest, _ client: HTTPClient, _ key: ResponseKey, _ kept: KeptResponse
    ) async throws(HTTPError) -> HTTPResponse {
        let old = kept.response(.cache(.expired, readAt: kept.lifetime.readAt))
        let response: HTTPResponse
        do throws(HTTPError) {
            response = try await client.send(kept.revalidating(request))
        } catch {
            // "There was no such thing" is no help.
            guard CachePolicy.meansAway(error), kept.status == 200 else { throw error }
            return old
        }
        if response.status == 304 {
            await renew(kept, response, key)
            return kept.response(.server)
        }
        if CachePolicy.meansAway(status: response.status), kept.status == 200 { return old }
        await keep(response, for: key)
        return response
    }

    private func keep(_ response: HTTPResponse, for key: ResponseKey) async {
        let time = now()
        let lifetime = policy.lifetime(
            status: response.status, fields: response.fields, now: time)
        if let lifetime {
            await store.keep(KeptResponse(response, lifetime), for: key, now: time)
        } else if response.status < 500 {
            await store.remove(key)
        }
    }

    private func renew(
        _ kept: KeptResponse, _ response: HTTPResponse, _ key: ResponseKey
    ) async {
        let lifetime = policy.lifetime(status: 200, fields: response.fields, now: now())
        if let lifetime { await store.renew(lifetime, for: key) }
    }
}

// Asking again behind the screen.
extension ResponseCache {
    private func refresh(
        _ kept: KeptResponse, _ key: ResponseKey, _ request: HTTPRequest, _ client: HTTPClient
    ) {
        let time = now()
        guard ledger.withLock({ $0.begins(key.question, now: time) }) else { return }
        Task(executorPreference: store.thread) {
            let event = await self.refreshed(kept, key, request, client)
            let isAway = if case .away = event { true } else { false }
            let time = self.now()
            self.ledger.withLock { $0.ended(key.question, isAway: isAway, now: time) }
            self.observer.withLock { $0 }?(event)
        }
    }

    private func refreshed(
        _ kept: KeptResponse, _ key: ResponseKey, _ request: HTTPRequest, _ client: HTTPClient
    ) async -> Event {
        let response: HTTPResponse
        do throws(HTTPError) {
            response = try await client.send(kept.revalidating(request))
        } catch {
            return .away(error)
        }
        switch response.status {
        case 304:
            await renew(kept, response, key)
            return .confirmed
        case 200, 404:
            await keep(response, for: key)
            let isSame = response.status == kept.status && response.body == kept.body
            return isSame ? .confirmed : .changed
        default: return .refused(status: response.status)
        }
    }
}
