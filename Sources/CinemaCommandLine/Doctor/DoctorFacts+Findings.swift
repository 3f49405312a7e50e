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
