extension TerminalFacts {
    var findings: [DoctorFinding] {
        guard let columns, let rows else {
            return [DoctorFinding(.terminal, .ok, "nothing here is a terminal; rows are printed")]
        }
        return [type] + (description == nil ? [] : [colours]) + [size(columns, rows)]
    }

    private var type: DoctorFinding {
        let named = requested.map { "TERM is \($0)" } ?? "TERM is not set"
        guard let description else {
            return DoctorFinding(
                .terminal, .problem,
                "\(named), and no description of any terminal is known; install ncurses-base")
        }
        guard description == requested else {
            return DoctorFinding(
                .terminal, .warning,
                "\(named), which is not known here; it is taken for \(description)")
        }
        return DoctorFinding(.terminal, .ok, "\(named), which is known")
    }

    private var colours: DoctorFinding {
        colors >= 8
            ? DoctorFinding(.terminal, .ok, "\(colors) colours")
            : DoctorFinding(
                .terminal, .warning, "no colours; bold and reverse tell what colours would")
    }

    private func size(_ columns: Int, _ rows: Int) -> DoctorFinding {
        let words = "\(columns) columns, \(rows) rows"
        guard columns >= 60, rows >= 16 else {
            return DoctorFinding(.terminal, .warning, words + "; the browser needs 60 by 16")
        }
        return DoctorFinding(.terminal, .ok, words)
    }
}
