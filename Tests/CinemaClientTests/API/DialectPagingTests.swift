import Testing

@testable import CinemaClient

struct DialectPagingTests {
    private typealias Document = ServiceDocument

    private static let zero = Document.query("page[number]", #""type":"integer","default":0"#)

    @Test func pastTheEndMayBeTheLastPageAgain() throws {
        let large = try DerivationRun.dialect { $0.paging = .clamped }
        #expect(large.stride == .pages && large.remarks == [])
        let small = try DerivationRun.dialect {
            $0.paging = .clamped
            $0.films = 12
        }
        #expect(small.stride == .pages)
        #expect(small.remarks == ["a page past the end of the list is the last page again"])
    }

    @Test(arguments: [12, 60])
    func pageMayBeAnOffset(films: Int) throws {
        let fromZero = try DerivationRun.dialect {
            $0.document = .usual(page: Self.zero)
            $0.paging = .offset
            $0.films = films
        }
        #expect(fromZero.stride == .offset && fromZero.firstPage == 0)
        let fromOne = try DerivationRun.dialect {
            $0.paging = .offsetFromOne
            $0.films = films
        }
        #expect(fromOne.stride == .offset && fromOne.firstPage == 1)
    }

    @Test func offsetThatIsNamedSoIsBelieved() throws {
        let dialect = try DerivationRun.dialect {
            $0.document = .usual(page: Document.query("offset"), size: Document.query("limit"))
            $0.paging = .offset
        }
        #expect(dialect.stride == .offset && dialect.firstPage == 0 && dialect.remarks == [])
    }

    @Test func pagesMayCountFromZero() throws {
        var service = ScriptedService()
        service.document = .usual(page: Self.zero)
        var run = DerivationRun(service)
        let dialect = try run.dialect()
        #expect(dialect.firstPage == 0 && dialect.stride == .pages)
        #expect(run.probes[0].contains("number%5D=0&") && run.probes[1].contains("number%5D=1&"))
    }

    @Test func zeroIsNeverTriedElsewhere() throws {
        var run = DerivationRun(ScriptedService())
        _ = try run.dialect()
        #expect(run.probes.allSatisfy { !$0.contains("number%5D=0") })
    }

    @Test func pagesZeroAndOneMayBeTheSame() throws {
        let dialect = try DerivationRun.dialect {
            $0.document = .usual(page: Self.zero)
            $0.paging = .zeroIsOne
        }
        #expect(dialect.firstPage == 1 && dialect.stride == .pages)
    }

    @Test func listThatIgnoresThePageHasOne() throws {
        let dialect = try DerivationRun.dialect { $0.paging = .cached }
        #expect(dialect.stride == .single)
        #expect(
            dialect.remarks.contains { $0.contains("every page of the list of films is the first") }
        )
    }

    @Test func listWithoutPagesHasOne() throws {
        let declared = try DerivationRun.dialect {
            $0.document = .usual(page: nil, size: nil)
            $0.paging = .none
        }
        #expect(declared.stride == .single && declared.pageRows == 60)
        let undeclared = try DerivationRun.dialect { $0.paging = .none }
        #expect(undeclared.stride == .single && undeclared.pageRows == 60)
    }

    @Test func sizeMayBeTheServicesOwn() throws {
        let dialect = try DerivationRun.dialect { $0.paging = .tens }
        #expect(dialect.stride == .pages && dialect.pageRows == 10)
    }

    @Test func firstPageOutOfReachIsNoticedByTheSearch() throws {
        let dialect = try DerivationRun.dialect { $0.paging = .firstOutOfReach }
        #expect(dialect.stride == .pages)
        #expect(dialect.remarks.contains { $0.contains("its first page may be out of reach") })
    }
}
