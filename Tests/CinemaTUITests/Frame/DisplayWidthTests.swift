import CWidth
import Testing

@testable import CinemaTUI

@Suite struct DisplayWidthTests {
    @Test func theRangesThatAreNotAskedForAreAsTheLibraryHasThem() {
        for value in UInt32(0x20)...0x2fff {
            guard let scalar = Unicode.Scalar(value), value != 0x7f else { continue }
            let asked = cwidth_columns(value)
            #expect(DisplayWidth.columns(of: scalar) == (asked < 0 ? nil : Int(asked)))
        }
    }
}
