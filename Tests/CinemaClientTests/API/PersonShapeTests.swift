import CinemaCore
import Testing

@testable import CinemaClient

@Suite("People and their roles in every shape that services give them")
struct PersonShapeTests {
    static let first = "0312ed51-8833-413f-bff5-0e139c11264a"
    static let second = "118fd71b-93cd-4de5-95a4-e1485edad30e"

    private func person(_ json: String) throws -> PersonRecord? {
        let json = json.replacing("F1", with: Self.first).replacing("F2", with: Self.second)
        var normalizer = APINormalizer()
        return normalizer.person(try JSONDocument().parse(Array(json.utf8)))
    }

    @Test(
        "who acted in one film and wrote another, told film by film",
        arguments: [
            #"{"id":"p","full_name":"A B","films":[{"id":"F1","roles":["actor"]},{"id":"F2","roles":["writer"]}]}"#,
            #"{"uuid":"p","full_name":"A B","films":[{"uuid":"F1","title":"T","role":"actor"},{"uuid":"F2","title":"U","role":"writer"}]}"#,
            #"{"uuid":"p","full_name":"A B","films":[{"film_uuid":"F1","role":"actor"},{"film_uuid":"F2","role":"writer"}]}"#,
            #"{"id":"p","full_name":"A B","actor":["F1"],"writer":["F2"],"director":[]}"#,
            #"{"id":"p","name":"A B","roles":{"actor":["F1"],"writer":["F2"]}}"#,
            #"{"uuid":"p","name":"A B","role":{"actor":["F1"],"director":null,"writer":["F2"]}}"#,
            #"{"uuid":"p","full_name":"A B","film_ids":[{"role":"actor","filmworks":["F1"]},{"role":"writer","filmworks":["F2"]}]}"#,
            #"{"uuid":"p","full_name":"A B","films":[{"role":"actor","film_ids":["F1"]},{"role":"writer","film_ids":["F2"]}]}"#,
            #"{"id":"p","full_name":"A B","films":[{"F1":"actor"},{"F2":["writer"]}]}"#,
            #"{"id":"p","first_name":"A","last_name":"B","roles":[{"role":"actors","films":[{"id":"F1"}]},{"role":"Writer","films":[{"id":"F2"}]}]}"#,
            #"{"person":{"id":"p","name":"A B","as_actor":["F1"],"as_writer":["F2"]}}"#,
        ])
    func byFilm(_ json: String) throws {
        let person = try #require(try person(json))
        #expect(person.id == "p" && person.name == "A B")
        #expect(person.films.map(\.id) == [Self.first, Self.second])
        #expect(person.films.map(\.roles) == [[.actor], [.writer]])
        #expect(person.roles == [.actor, .writer])
    }

    @Test(
        "roles and films told apart from each other",
        arguments: [
            #"{"id":"p","full_name":"A B","role":["actor","writer"],"film_ids":["F1","F2"]}"#,
            #"{"id":"p","full_name":"A B","roles":["actor","writer"],"movies_ids":["F1","F2"]}"#,
            #"{"id":"p","full_name":"A B","role":"actor, writer","film_ids":["F1","F2"]}"#,
        ])
    func apart(_ json: String) throws {
        let person = try #require(try person(json))
        #expect(person.roles == [.actor, .writer])
        #expect(person.films.map(\.id) == [Self.first, Self.second])
        #expect(person.films.flatMap(\.roles).isEmpty)
    }

    @Test("one role alone is that of every film")
    func oneRole() throws {
        let person = try #require(
            try person(#"{"id":"p","full_name":"A","role":"director","film_ids":["F1","F2"]}"#))
        #expect(person.films.map(\.roles) == [[.director], [.director]])
    }

    @Test("two roles in one film are one entry")
    func twoRoles() throws {
        let person = try #require(
            try person(
                #"{"id":"p","name":"A","films":[{"id":"F1","role":"actor"},{"id":"F1","role":"writer"}]}"#
            ))
        #expect(person.films.map(\.roles) == [[.actor, .writer]])
    }

    @Test(
        "nothing but a name is a person too, and what is none is none",
        arguments: [
            (#"{"id":"p","full_name":"A","gender":null}"#, true), (#"{"id":"p"}"#, false),
            (#"{"full_name":"A"}"#, false), ("[]", false), ("7", false),
        ])
    func sparse(_ json: String, _ isPerson: Bool) throws {
        let found = try person(json) != nil
        #expect(found == isPerson)
    }

    @Test("deep and endless structures end")
    func hostile() throws {
        let deep = String(repeating: "[", count: 400) + String(repeating: "]", count: 400)
        let none = try person(#"{"id":"p","name":"A","films":\#(deep)}"#)
        #expect(none?.films.isEmpty == true)
        let ids = (0..<20_000).map { "\"\($0)\"" }.joined(separator: ",")
        let many = try person(#"{"id":"p","name":"A","film_ids":[\#(ids)]}"#)
        #expect(many?.films.count == PersonRecordReader.mostFilms)
    }
}
