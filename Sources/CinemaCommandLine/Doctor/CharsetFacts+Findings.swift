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
