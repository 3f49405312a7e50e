/// The attributes and colours that a terminal draws with, as SGR sequences set
/// them (ECMA-48 8.3.117; console_codes(4)).
///
/// Plain numbers: thousands of these are made and compared for a frame.
struct GraphicRendition: Equatable {
    /// Bit n stands for the attribute that parameter n switches on, 1 to 9.
    private var attributes: UInt16 = 0
    private var foreground = Color.default
    private var background = Color.default

    /// A colour as its parameters: `33`, or `38;5;208`, or `38;2;R;G;B`.
    private struct Color: Equatable {
        var first: UInt8 = 0
        var kind: UInt8 = 0
        var values: (UInt8, UInt8, UInt8) = (0, 0, 0)

        static let `default` = Color()

        static func == (left: Color, right: Color) -> Bool {
            left.first == right.first && left.kind == right.kind && left.values == right.values
        }
    }

    static let plain = GraphicRendition()

    private static let boldAndDim: UInt16 = 1 << 1 | 1 << 2

    /// Applies the parameters of one sequence; false where one is not known,
    /// and the rendition is then not to be relied on.
    mutating func apply(_ parameters: UnsafeBufferPointer<UInt16>) -> Bool {
        var index = 0
        while index < parameters.count {
            let parameter = parameters[index]
            index += 1
            switch parameter {
            case 0: self = .plain
            case 1...5, 7...9: attributes |= 1 << parameter
            // The primary font, which is never left: the Linux console's
            // description sets it with every attribute.
            case 10: break
            case 22: attributes &= ~Self.boldAndDim
            case 23...25, 27...29: attributes &= ~(1 << (parameter - 20))
            case 30...37, 90...97: foreground = Color(first: UInt8(parameter))
            case 40...47, 100...107: background = Color(first: UInt8(parameter))
            case 39: foreground = .default
            case 49: background = .default
            case 38, 48:
                guard let color = Self.color(parameters, at: &index) else { return false }
                if parameter == 38 { foreground = color } else { background = color }
            default: return false
            }
        }
        return true
    }

    private static func color(
        _ parameters: UnsafeBufferPointer<UInt16>, at index: inout Int
    ) -> Color? {
        guard index < parameters.count else { return nil }
        let kind = parameters[index]
        let count = kind == 5 ? 1 : kind == 2 ? 3 : 0
        guard count > 0, index + count < parameters.count,
            parameters[(index + 1)...(index + count)].allSatisfy({ $0 < 256 })
        else { return nil }
        var color = Color(first: UInt8(parameters[index - 1]), kind: UInt8(kind))
        color.values.0 = UInt8(parameters[index + 1])
        if count == 3 {
            color.values.1 = UInt8(parameters[index + 2])
            color.values.2 = UInt8(parameters[index + 3])
        }
        index += 1 + count
        return color
    }

    /// Appends the shortest sequence that leads from another rendition to this
    /// one. From an unknown one, nil, only a reset leads.
    func append(to output: inout [UInt8], from other: GraphicRendition?) {
        let start = output.count
        appendReset(to: &output)
        guard let other else { return }
        let resetLength = output.count - start
        let middle = output.count
        appendSteps(to: &output, from: other)
        if output.count - middle < resetLength {
            output.removeSubrange(start..<middle)
        } else {
            output.removeSubrange(middle...)
        }
    }

    private func appendReset(to output: inout [UInt8]) {
        var sequence = Sequence(&output)
        if self != .plain {
            sequence.add(0, to: &output)
            sequence.add(attributes: attributes, to: &output)
            sequence.add(foreground, to: &output)
            sequence.add(background, to: &output)
        }
        sequence.end(&output)
    }

    private func appendSteps(to output: inout [UInt8], from other: GraphicRendition) {
        var sequence = Sequence(&output)
        var gone = other.attributes & ~attributes
        var kept = other.attributes & attributes
        // Bold and dim are switched off together.
        if gone & Self.boldAndDim != 0 {
            sequence.add(22, to: &output)
            gone &= ~Self.boldAndDim
            kept &= ~Self.boldAndDim
        }
        for attribute in 3...9 where gone & 1 << attribute != 0 {
            sequence.add(UInt8(20 + attribute), to: &output)
        }
        sequence.add(attributes: attributes & ~kept, to: &output)
        if foreground != other.foreground {
            if foreground == .default {
                sequence.add(39, to: &output)
            } else {
                sequence.add(foreground, to: &output)
            }
        }
        if background != other.background {
            if background == .default {
                sequence.add(49, to: &output)
            } else {
                sequence.add(background, to: &output)
            }
        }
        sequence.end(&output)
    }

    /// A sequence under construction: `ESC [ 1 ; 33 m`.
    private struct Sequence {
        private var isFirst = true

        init(_ output: inout [UInt8]) {
            output.append(0x1b)
            output.append(UInt8(ascii: "["))
        }

        mutating func add(_ parameter: UInt8, to output: inout [UInt8]) {
            if !isFirst { output.append(UInt8(ascii: ";")) }
            isFirst = false
            if parameter >= 100 { output.append(0x30 + parameter / 100) }
            if parameter >= 10 { output.append(0x30 + parameter / 10 % 10) }
            output.append(0x30 + parameter % 10)
        }

        mutating func add(attributes: UInt16, to output: inout [UInt8]) {
            guard attributes != 0 else { return }
            for attribute in 1...9 where attributes & 1 << attribute != 0 {
                add(UInt8(attribute), to: &output)
            }
        }

        mutating func add(_ color: Color, to output: inout [UInt8]) {
            guard color != .default else { return }
            add(color.first, to: &output)
            guard color.kind != 0 else { return }
            add(color.kind, to: &output)
            add(color.values.0, to: &output)
            guard color.kind == 2 else { return }
            add(color.values.1, to: &output)
            add(color.values.2, to: &output)
        }

        func end(_ output: inout [UInt8]) { output.append(UInt8(ascii: "m")) }
    }
}
