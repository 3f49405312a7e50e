import CinemaCore
import CinemaTestSupport
import CurlHTTP
import Foundation
import Testing

@testable import CinemaClient

/// Their addresses, apart by blanks; each has an index `movies`.
private let addresses = (ProcessInfo.processInfo.environment["CINEMA_SEARCH_SERVERS"] ?? "")
    .split(separator: " ").map(String.init)

@Suite(
    "The way to a real search server",
    .enabled(if: !addresses.isEmpty, "CINEMA_SEARCH_SERVERS names no search server"))
struct RealClusterTests {
    @Test("takes every request that can be said", arguments: addresses)
    func all(address: String) async throws {
        let run = ClusterRun([address])
        let everything: SearchJSON = ["query": ["match_all": [:]], "size": 2]
        let banner = try await run.cluster.send(.banner)
        let isOpenSearch = SearchServerWords.banner(banner.body)?.hasPrefix("OpenSearch") == true
        let questions: [IndexRequest] = [
            .nodes, .mappings(nil), .mappings("movies"), .aliases(nil), .aliases("movies"),
            .settings("movies"), .fieldCapabilities("movies"), .indices,
            .count(index: "movies", ["query": ["match_all": [:]]]),
            .search(index: "movies", everything), .search(index: nil, ["size": 0]),
            .multiSearch([
                .init(index: "movies", body: everything), .init(index: "movies", body: ["size": 0]),
            ]),
        ]
        for question in questions { _ = try await run.cluster.send(question) }
        let opened = try await run.cluster.send(.openScroll(index: "movies", everything))
        let scroll = try #require(value("_scroll_id", of: opened))
        let next = try await run.cluster.send(.continueScroll(id: scroll))
        _ = try await run.cluster.send(.closeScroll(id: value("_scroll_id", of: next) ?? scroll))
        let missing = await #expect(throws: SearchFailure.self) {
            _ = try await run.cluster.send(.document(index: "movies", id: "no/such ?"))
        }
        #expect(missing?.status == 404 && missing?.error.kind == .notFound)
        let style = isOpenSearch ? PointInTime.Style.openSearch : .elasticsearch
        do throws(SearchFailure) {
            let point = try await run.cluster.send(.openPointInTime(index: "movies", style))
            let id = value("id", of: point) ?? value("pit_id", of: point)
            _ = try await run.cluster.send(
                .closePointInTime(PointInTime(id: id ?? "", style: style)))
        } catch {
            // Some builds have none, and keep nothing of the question.
            #expect(error.status == 400)
        }
    }

    @Test("says what is wrong", arguments: addresses)
    func failures(address: String) async throws {
        let run = ClusterRun([address])
        let missing = await #expect(throws: SearchFailure.self) {
            _ = try await run.cluster.send(.search(index: "no-such-index", ["size": 1]))
        }
        #expect(missing?.type == "index_not_found_exception")
        #expect(missing?.error.cause.contains("no index no-such-index") == true)
        let wrong = await #expect(throws: SearchFailure.self) {
            _ = try await run.cluster.send(.search(index: "movies", ["query": ["nope": [:]]]))
        }
        #expect(wrong?.error.kind == .invalidAnswer && wrong?.status == 400)
    }

    private func value(_ key: String, of answer: IndexAnswer) -> String? {
        let document = JSONDocument(depth: 64)
        return (try? document.parse(answer.body))?[key]?.string
    }
}
