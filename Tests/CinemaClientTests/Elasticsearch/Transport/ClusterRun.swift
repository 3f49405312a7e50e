import CinemaCore
import CinemaTestSupport
import CurlHTTP
import Synchronization
import Testing

@testable import CinemaClient

/// A cluster of scripted servers, over libcurl; pauses take no time.
final class ClusterRun: Sendable {
    static let answer = #"{"took":1,"hits":{}}"#

    let curl = CurlClient()
    let clock = HastyClock()
    let cluster: SearchCluster
    let told = Mutex<[CatalogStatus.Nodes]>([])

    init(
        _ addresses: [String], sniffs: Bool = false, origins: CredentialOrigins? = nil,
        change: (inout SearchCluster.Settings) -> Void = { _ in }
    ) {
        var settings = SearchCluster.Settings(
            source: "index", addresses: addresses, sniffs: sniffs)
        change(&settings)
        cluster = SearchCluster(
            settings, client: curl.client,
            origins: origins ?? CredentialOrigins(addresses), time: RunningTime(clock),
            executor: curl.executor, turn: 0, random: { 1 })
        cluster.observe { nodes in self.told.withLock { $0.append(nodes) } }
    }

    deinit { curl.shutDown() }

    func search() async throws(SearchFailure) -> IndexAnswer {
        try await cluster.send(.search(index: "films", ["size": 1]))
    }

    var answering: [Int] { told.withLock { $0.map(\.answering) } }
}
