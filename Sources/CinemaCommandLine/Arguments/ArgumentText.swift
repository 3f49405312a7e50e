import Glibc

/// The arguments of a process as text.
public enum ArgumentText {
    /// The arguments behind the program's name.
    ///
    /// What is not UTF-8 is read in the charset of the locale (`setlocale` has
    /// to have been called); what is neither is an error, because a repaired
    /// name would be that of another file.
    public static func read(
        count: Int32, values: UnsafePointer<UnsafeMutablePointer<CChar>?>, program: String
    ) throws(UsageProblem) -> [String] {
        var arguments: [String] = []
        for index in 1..<max(1, Int(count)) {
            guard let value = values[index] else { break }
            guard let text = String(validatingCString: value) ?? localText(value) else {
                throw UsageProblem(
                    command: program,
                    cause: "argument \(index) is not text; write it in UTF-8")
            }
            arguments.append(text)
        }
        return arguments
    }

    /// The text of bytes in the charset of the locale.
    private static func localText(_ bytes: UnsafePointer<CChar>) -> String? {
        let length = mbstowcs(nil, bytes, 0)
        guard length >= 0 else { return nil }
        var wide = [wchar_t](repeating: 0, count: length + 1)
        mbstowcs(&wide, bytes, wide.count)
        var scalars = String.UnicodeScalarView()
        for value in wide.prefix(length) {
            guard let scalar = Unicode.Scalar(UInt32(value)) else { return nil }
            scalars.append(scalar)
        }
        return String(scalars)
    }
}
