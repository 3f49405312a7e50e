import CinemaCore
import Testing

@testable import CinemaClient

struct PersonQuestionTests {
    private func fields(_ server: IndexFixture) async throws -> FilmFields {
        try await server.layout().films.fields
    }

    @Test func filmsOfAPersonAreFoundByID() async throws {
        let membership = PersonMembership(
            fields: try await fields(.seed), id: "p1", name: "Ann Lee")
        #expect(!membership.lacksName)
        #expect(
            membership.inRole(.actor) == [
                "nested": [
                    "path": "actors", "query": ["term": ["actors.id": ["value": "p1"]]],
                    "ignore_unmapped": true,
                ]
            ])
    }

    @Test func roleWithoutIDsIsLookedForByName() async throws {
        let fields = try await fields(.classic)
        #expect(PersonMembership(fields: fields, id: "p1", name: nil).lacksName)
        let membership = PersonMembership(fields: fields, id: "p1", name: "Ann Lee")
        #expect(membership.inRole(.director) == ["match_phrase": ["director": "Ann Lee"]])
        // Names beside ids are not asked as well.
        #expect(
            membership.inRole(.actor)
                == .nested("actors", ["term": ["actors.id": ["value": "p1"]]]))
        let nameless = PersonMembership(fields: fields, id: nil, name: "Ann Lee")
        #expect(
            nameless.inRole(.writer)
                == .any([
                    .nested("writers", ["match_phrase": ["writers.name": "Ann Lee"]]),
                    ["match_phrase": ["writers_names": "Ann Lee"]],
                ]))
    }

    @Test func longNameIsNotLookedForAmongCutValues() async throws {
        let server = IndexFixture(mappings: [
            "movies": """
            {"title": {"type": "text"}, "genre": {"type": "keyword"}, "actors": {"type": "text",
             "fields": {"keyword": {"type": "keyword", "ignore_above": 8}}}}
            """
        ])
        let fields = try await fields(server)
        #expect(
            PersonMembership(fields: fields, id: nil, name: "Ann Lee").inRole(.actor)
                == ["term": ["actors.keyword": ["value": "Ann Lee"]]])
        #expect(
            PersonMembership(fields: fields, id: nil, name: "Annabel Lee").inRole(.actor)
                == ["match_phrase": ["actors": "Annabel Lee"]])
    }

    @Test func idThatCannotBeOneFindsNothing() throws {
        let number = IndexField(path: "id", kind: .integer, exact: "id")
        #expect(DocumentQuestion.term(number, "12") == ["term": ["id": ["value": 12]]])
        #expect(DocumentQuestion.term(number, "tt12") == .nothing)
        #expect(
            DocumentQuestion.query("tt12", number) == ["ids": ["values": ["tt12"]]])
    }

    @Test func countedNamesHaveIDsWhereFilmsDo() async throws {
        let field = try #require(try await fields(.classic).people[.actor]?.first)
        let counting = try #require(NameCounting(field))
        #expect(counting.isDear)
        let document = JSONDocument()
        let answer = try document.parse(
            Array(
                """
                {"doc_count": 9, "inner": {"doc_count": 3, "values": {"sum_other_doc_count": 4,
                 "buckets": [
                  {"key": "p1", "doc_count": 2, "sample": {"hits": {"hits": [
                    {"_source": {"name": "Ann Lee"}}]}}},
                  {"key": "p2", "doc_count": 1, "sample": {"hits": {"hits": [
                    {"_source": {"actors": {"name": "Bob Lee"}}}]}}}]}}}
                """.utf8))
        let (rows, isComplete) = counting.read(answer)
        #expect(
            rows == [
                NameCounting.Row(id: "p1", name: "Ann Lee", films: 2),
                NameCounting.Row(id: "p2", name: "Bob Lee", films: 1),
            ])
        #expect(!isComplete)
    }

    @Test func namesAreCountedAndFilteredByAPattern() async throws {
        let server = IndexFixture(mappings: [
            "movies": #"{"title": {"type": "text"}, "actors": {"type": "keyword"}}"#
        ])
        let field = try #require(try await fields(server).people[.actor]?.first)
        let counting = try #require(NameCounting(field))
        let aggregation = try #require(counting.aggregation(FilmQuery("lee").text, most: 200))
        #expect(aggregation["terms"]?["field"] == "actors")
        #expect(aggregation["terms"]?["include"] != nil)
        #expect(counting.aggregation(.empty, most: 200)?["terms"]?["include"] == nil)
    }

    @Test func textCannotBeCounted() async throws {
        let field = try #require(try await fields(.classic).people[.director]?.first)
        #expect(NameCounting(field) == nil)
    }

    @Test func gatheredPeopleAreOneByIDOrName() {
        var people = DerivedPeople()
        people.add(id: nil, name: "Ann Lee", films: 1)
        people.add(id: "p1", name: "Ann Lee", films: 3)
        people.add(id: "p2", name: "Leeann Ray", films: 9)
        people.add(id: "p3", name: "Lee Marvin", films: 2)
        people.add(id: nil, name: "Lee Marvin", films: 4)
        people.add(id: "p4", name: "Bob", films: 1)
        people.keep(FilmQuery("lee").text)
        #expect(people.entries.map(\.subject.name) == ["Leeann Ray", "Lee Marvin", "Ann Lee"])
        #expect(people.entries.map(\.films) == [9, 6, 4])
        #expect(people.entries.map(\.subject.id) == ["p2", "p3", "p1"])
    }

    @Test func rescuedPeopleStandBehindThoseAsTyped() {
        func people(_ names: [String], isComplete: Bool = true) -> DerivedPeople {
            var people = DerivedPeople()
            for name in names { people.add(id: nil, name: name, films: 1) }
            people.isComplete = isComplete
            return people
        }
        var typed = people(["Ann Lee"])
        typed.append(people(["Ann Lee", "Bruce Lee"]))
        #expect(typed.entries.map(\.subject.name) == ["Ann Lee", "Bruce Lee"])
        #expect(typed.isComplete)
        typed.append(people(["Lee Marvin"], isComplete: false))
        #expect(typed.entries.count == 3)
        #expect(!typed.isComplete)
    }
}
