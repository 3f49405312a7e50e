import Testing

@testable import CinemaCommandLine

struct DoctorColumnsTests {
    @Test(arguments: [
        ("film search     GET /search", "film search     ", "GET /search"),
        ("libcurl 7.88.1", "", "libcurl 7.88.1"), ("", "", ""), ("ends   ", "", "ends   "),
    ])
    func aNameKeepsItsDistance(text: String, name: String, value: String) {
        let columns = DoctorCommand.columns(of: text)
        #expect(columns.name == name && columns.text == value)
    }
}
