import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaClient

@Suite("Imports of what indices give")
struct IndexLinesTests {
    let directory: TestDirectory

    init() throws { directory = try TestDirectory() }

    private func importing(_ text: String) async throws -> (CatalogImport.Report, LocalCatalog) {
        let source = try directory.write(text, to: "lines.ndjson")
        let target = directory.file("target.sqlite")
        let report = try await CatalogImport.run(sources: [source], into: target)
        return (report, try LocalCatalog.open(path: target))
    }

    @Test("lines of a dump are hits with the document within")
    func dump() async throws {
        let (report, catalog) = try await importing(
            """
            {"_index":"movies","_type":"_doc","_id":"a","_score":1,"_source":{"title":"One","imdb_rating":7}}
            {"_index":"movies","_type":"_doc","_id":"b","_score":1,"_source":{"id":"own","title":"Two"}}
            """)
        #expect(report.films == 2)
        #expect(report.problems.isEmpty)
        #expect(try await catalog.film(Identifier("a")).title == "One")
        #expect(try await catalog.film(Identifier("own")).title == "Two")
    }

    @Test("an answer that was kept whole is all of its documents")
    func answer() async throws {
        let (report, catalog) = try await importing(
            """
            {"took":3,"hits":{"total":{"value":2},"hits":[\
            {"_index":"movies","_id":"a","_source":{"title":"One"}},\
            {"_index":"movies","_id":"b","_source":{"title":"Two"}}]}}
            """)
        #expect(report.films == 2)
        #expect(try await catalog.film(Identifier("b")).title == "Two")
    }

    @Test("bulk lines may create, update and delete")
    func bulk() async throws {
        let (report, catalog) = try await importing(
            """
            {"create":{"_index":"movies","_id":"a"}}
            {"title":"One"}
            {"update":{"_id":"b","retry_on_conflict":3}}
            {"doc":{"title":"Two"},"doc_as_upsert":true}
            {"delete":{"_index":"movies","_id":"c"}}
            {"update":{"_id":"d"}}
            {"script":{"source":"x"},"upsert":{"title":"Three"}}
            {"index":{}}
            {"title":"Four","id":"own"}
            """)
        #expect(report.films == 4)
        #expect(report.problems.isEmpty)
        #expect(try await catalog.film(Identifier("b")).title == "Two")
        #expect(try await catalog.film(Identifier("d")).title == "Three")
        #expect(try await catalog.film(Identifier("own")).title == "Four")
    }

    @Test("people and genres beside the films are told once")
    func others() async throws {
        let (report, _) = try await importing(
            """
            {"index":{"_index":"genres","_id":"g"}}
            {"id":"g","name":"Action"}
            {"index":{"_index":"movies","_id":"a"}}
            {"title":"One"}
            {"_index":"persons_v2","_id":"p","_source":{"id":"p","full_name":"Ann Lee"}}
            {"_index":"persons_v2","_id":"q","_source":{"id":"q","full_name":"Bob Lee"}}
            {"index":{"_index":"cinema"}}
            {"name":"Two","id":"b"}
            """)
        #expect(report.films == 2)
        #expect(report.skippedLines == 3)
        #expect(report.problemCount == 2)
        #expect(
            report.problems.map(\.cause) == [
                "1 document is of people or genres (the index genres), not of films",
                "2 documents are of people or genres (the index persons_v2), not of films",
            ])
        #expect(report.problems.map(\.line) == [2, 5])
    }
}
