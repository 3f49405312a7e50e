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
