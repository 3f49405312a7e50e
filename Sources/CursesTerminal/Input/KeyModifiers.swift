import CinemaTUI

/// The modifiers of a control sequence: a number that is one more than a sum
/// of bits (XTerm Control Sequences, "Modifier Parameters").
struct KeyModifiers {
    let modifiers: Key.Modifiers
    /// Whether the sequence reports a key let go, which means nothing here.
    let isRelease: Bool

    /// 0 stands for a release.
    init(_ parameter: Int) {
        isRelease = parameter == 0
        let bits = max(0, parameter - 1)
        var modifiers: Key.Modifiers = []
        if bits & 1 != 0 { modifiers.insert(.shift) }
        // Alt, and what xterm calls Meta.
        if bits & 2 != 0 || bits & 8 != 0 { modifiers.insert(.meta) }
        if bits & 4 != 0 { modifiers.insert(.control) }
        self.modifiers = modifiers
    }

    /// A named key with these modifiers; nil for a release.
    func key(_ code: Key.Code) -> Key? {
        guard !isRelease else { return nil }
        if case .character = code { return Key(code, modifiers.subtracting(.shift)) }
        return Key(code, modifiers)
    }
}
