import CinemaCore
import Testing

struct SpanTests {
    @Test func bothEndsBelongToASpan() {
        let span = Span(lower: 1977, upper: 1983)
        #expect(span.contains(1977) && span.contains(1983))
        #expect(!span.contains(1976) && !span.contains(1984))
    }

    @Test func aSpanMayBeOpen() {
        #expect(Span(lower: 1990).contains(9_999) && !Span(lower: 1990).contains(1989))
        #expect(Span(upper: 1960).contains(0) && !Span(upper: 1960).contains(1961))
        #expect(Span<Int>().contains(.min))
        #expect(Span(5).contains(5) && !Span(5).contains(6))
    }
}
