import CinemaCore

extension DoctorFacts {
    /// Everything that was found, in the order in which it matters.
    public var findings: [DoctorFinding] {
        terminal.findings + charset.findings + places.flatMap(\.findings)
            + configuration.findings + [library] + source.findings
    }

    /// Only remote sources need it.
    private var library: DoctorFinding {
        if let curlVersion { return DoctorFinding(.libraries, .ok, "libcurl \(curlVersion)") }
        guard case .remote = source else {
            return DoctorFinding(
                .libraries, .warning,
                "libcurl is not there; install libcurl4 if you want to use remote sources")
        }
        return DoctorFinding(
            .libraries, .problem, "libcurl is not there; install libcurl4", exitCode: .unreachable)
    }
}

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

extension CharsetFacts {
    var findings: [DoctorFinding] {
        let named = locale.map { "the locale \($0)" } ?? "no locale"
        guard charset != "UTF-8" else {
            return [DoctorFinding(.locale, .ok, "\(named), which is UTF-8")]
        }
        return [
            DoctorFinding(
                .locale, .warning,
                "\(named) shows \(charset) only, and the rest is spelt otherwise; set"
                    + " LANG=C.UTF-8 if the terminal can show more")
        ]
    }
}

extension PlaceFacts {
    var findings: [DoctorFinding] {
        guard let path else {
            return [
                DoctorFinding(
                    .files, .warning, "\(purpose): HOME is not set, so that nothing is kept")
            ]
        }
        guard isWritable else {
            return [
                DoctorFinding(
                    .files, .warning,
                    "\(purpose): \(path) cannot be written, so that nothing is kept there")
            ]
        }
        let content = isThere ? EnglishText.megabytes(bytes) : "made when it is needed"
        return [DoctorFinding(.files, .ok, "\(purpose): \(path), \(content)")]
    }
}

extension ConfigurationFacts {
    var findings: [DoctorFinding] {
        guard let path else {
            return [DoctorFinding(.configuration, .ok, "none, as HOME is not set")]
        }
        guard isThere else {
            return [DoctorFinding(.configuration, .ok, "none; it would be \(path)")]
        }
        let counted = EnglishText.counted(sources, "source", "sources")
        let whole =
            errors.isEmpty ? [DoctorFinding(.configuration, .ok, "\(path) has \(counted)")] : []
        return whole + errors.map { DoctorFinding(.configuration, .problem, $0) }
            + warnings.map { DoctorFinding(.configuration, .warning, $0) }
    }
}
