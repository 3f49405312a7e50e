import CinemaCore
import CinemaTestSupport
import CurlHTTP
import Foundation
import Testing

@testable import CinemaClient

/// Their addresses, apart by blanks, each with `=` and the names of its indices
/// behind it where that of films is not `movies`.
private let addresses = (ProcessInfo.processInfo.environment["CINEMA_TEST_SEARCH_SERVERS"] ?? "")
    .split(separator: " ").map(String.init)

private func films(_ entry: String) -> String {
    let names = entry.split(separator: "=", maxSplits: 1).dropFirst().first ?? ""
    return names.split(separator: ",").first.map(String.init) ?? "movies"
}

@Suite(
    "The way to a real search server",
    .enabled(if: !addresses.isEmpty, "CINEMA_TEST_SEARCH_SERVERS names no search server"))
struct RealClusterTests {
    @Test("takes every request that can be said", arguments: addresses)
    func all(entry: String) async throws {
        let films = films(entry)
        let run = ClusterRun([String(entry.prefix { $0 != "=" })])
        let everything: SearchJSON = ["query": ["match_all": [:]], "size": 2]
        let banner = try await run.cluster.send(.banner)
        let isOpenSearch = SearchServerWords.banner(banner.body)?.hasPrefix("OpenSearch") == true
        let questions: [IndexRequest] = [
            .nodes, .mappings(nil), .mappings(films), .aliases(nil), .aliases(films),
            .settings(films), .fieldCapabilities(films), .indices,
            .count(index: films, ["query": ["match_all": [:]]]),
            .search(index: films, everything), .search(index: nil, ["size": 0]),
            .multiSearch([
                .init(index: films, body: everything), .init(index: films, body: ["size": 0]),
            ]),
        ]
        for question in questions { _ = try await run.cluster.send(question) }
        let opened = try await run.cluster.send(.openScroll(index: films, everything))
        let scroll = try #require(value("_scroll_id", of: opened))
        let next = try await run.cluster.send(.continueScroll(id: scroll))
        _ = try await run.cluster.send(.closeScroll(id: value("_scroll_id", of: next) ?? scroll))
        let missing = await #expect(throws: SearchFailure.self) {
            _ = try await run.cluster.send(.document(index: films, id: "no/such ?"))
        }
        #expect(missing?.status == 404 && missing?.error.kind == .notFound)
        let style = isOpenSearch ? PointInTime.Style.openSearch : .elasticsearch
        do throws(SearchFailure) {
            let point = try await run.cluster.send(.openPointInTime(index: films, style))
            let id = value("id", of: point) ?? value("pit_id", of: point)
            _ = try await run.cluster.send(
                .closePointInTime(PointInTime(id: id ?? "", style: style)))
        } catch {
            // Some builds have none, and keep nothing of the question.
            #expect(error.status == 400)
        }
    }

    @Test("says what is wrong", arguments: addresses)
    func failures(entry: String) async throws {
        let films = films(entry)
        let run = ClusterRun([String(entry.prefix { $0 != "=" })])
        let missing = await #expect(throws: SearchFailure.self) {
            _ = try await run.cluster.send(.search(index: "no-such-index", ["size": 1]))
        }
        #expect(missing?.type == "index_not_found_exception")
        #expect(missing?.error.cause.contains("no index no-such-index") == true)
        let wrong = await #expect(throws: SearchFailure.self) {
            _ = try await run.cluster.send(.search(index: films, ["query": ["nope": [:]]]))
        }
        #expect(wrong?.error.kind == .invalidAnswer && wrong?.status == 400)
    }

    private func value(_ key: String, of answer: IndexAnswer) -> String? {
        let document = JSONDocument(depth: 64)
        return (try? document.parse(answer.body))?[key]?.string
    }
}
