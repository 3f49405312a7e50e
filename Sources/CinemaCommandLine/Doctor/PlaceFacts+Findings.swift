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
