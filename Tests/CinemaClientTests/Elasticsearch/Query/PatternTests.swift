import CinemaCore
import Foundation
import Testing

@testable import CinemaClient

/// The patterns are tried with another engine, which reads these alike.
@Suite("A pattern matches what folding would make equal")
struct PatternTests {
    private func matches(_ pattern: String?, _ text: String) throws -> Bool {
        let pattern = try #require(pattern)
        return text.range(of: "^(?:\(pattern))$", options: .regularExpression) != nil
    }

    private func words(_ text: String) -> [FoldedWord] { FilmQuery(text).text.words }

    @Test(
        "the same title",
        arguments: [
            ("amelie", "Amélie"), ("spider-man", "Spider Man"), ("spiderman", "Spider-Man"),
            ("star wars", "Star Wars"), ("godfather", "The Godfather"),
            ("the godfather", "Godfather"),
            ("елки", "Ёлки"), ("oeuvre", "Œuvre"), ("its", "It's!"), ("wall e", "WALL·E"),
            ("rock and roll", "Rock & Roll"), ("naive", "Naïve"), ("the", "The"),
        ])
    func whole(_ typed: String, _ title: String) throws {
        #expect(try matches(FoldedPattern.whole(words(typed)), title))
        #expect(try matches(FoldedPattern.beginning(words(typed), isPrefix: true), title + " 2"))
    }

    @Test(
        "another title",
        arguments: [("star", "Starred"), ("star wars", "Star Wars II"), ("man", "The Ape Man")])
    func other(_ typed: String, _ title: String) throws {
        #expect(try !matches(FoldedPattern.whole(words(typed)), title))
    }

    @Test("a beginning is one of whole words unless the last still grows")
    func beginning() throws {
        #expect(try matches(FoldedPattern.beginning(words("star"), isPrefix: true), "Starred Up"))
        #expect(try !matches(FoldedPattern.beginning(words("star"), isPrefix: false), "Starred Up"))
        #expect(try matches(FoldedPattern.beginning(words("star"), isPrefix: false), "Star: Wars"))
    }

    @Test("within a title words begin where words begin")
    func within() throws {
        #expect(try matches(FoldedPattern.within(words("runn"), isPrefix: true), "The Running Man"))
        #expect(try matches(FoldedPattern.within(words("runn"), isPrefix: true), "Kite-Runner"))
        #expect(try !matches(FoldedPattern.within(words("unn"), isPrefix: true), "The Running Man"))
        #expect(
            try !matches(FoldedPattern.within(words("runn"), isPrefix: false), "The Running Man"))
    }

    @Test(
        "a name is found within others, with apostrophes or without",
        arguments: [
            ("oneal", "Shaquille O'Neal"), ("o'neal", "Ryan O’Neal"), ("shaq", "Shaquille O'Neal"),
            ("shaquille oneal", "Shaquille O'Neal"), ("mary", "Anne-Mary (Smith)"),
        ])
    func name(_ typed: String, _ name: String) throws {
        let words = words(typed)
        #expect(try matches(FoldedPattern.within(words, isPrefix: true, isName: true), name))
        #expect(
            try !matches(FoldedPattern.within(words, isPrefix: true, isName: true), "Nealon"))
    }

    @Test("a token may have the apostrophe of a name or a genitive")
    func apostrophe() throws {
        #expect(try matches(FoldedPattern.token("oneal", isPrefix: false), "o'neal"))
        #expect(try matches(FoldedPattern.token("zeros", isPrefix: false), "zero’s"))
        #expect(try !matches(FoldedPattern.token("zeros", isPrefix: false), "zeross"))
    }

    @Test("a token has no capitals, and is no longer than a server takes")
    func token() throws {
        #expect(FoldedPattern.token("xb", isPrefix: true) == "x['’]?b.*")
        let long = FoldedPattern.token(String(repeating: "e", count: 64), isPrefix: false)
        #expect((long?.unicodeScalars.count ?? .max) <= FoldedPattern.longest)
    }
}
