import CinemaClient
import CinemaCore

extension SourceFacts {
    var findings: [DoctorFinding] {
        switch self {
        case .unusable(let error): [Self.finding(error)]
        case .local(let name, .failure(let error)):
            [DoctorFinding(.source, .ok, name), Self.finding(error)]
        case .local(let name, .success(let summary)):
            [
                DoctorFinding(
                    .source, .ok,
                    "\(name): \(EnglishText.counted(summary.films, "film", "films")), "
                        + "\(EnglishText.counted(summary.people, "person", "people")), "
                        + EnglishText.counted(summary.genres, "genre", "genres"))
            ] + (summary.notice.map { [DoctorFinding(.source, .warning, $0)] } ?? [])
        case .remote(let report): report.findings
        }
    }

    static func finding(_ error: CatalogError, prefix: String = "") -> DoctorFinding {
        let code: ExitCode =
            switch error.kind {
            case .unsupported: .wrongUsage
            case .invalidAnswer: .invalidAnswer
            default: .unreachable
            }
        let words = prefix.isEmpty ? error.sentence : prefix + error.cause
        return DoctorFinding(.source, .problem, words, exitCode: code)
    }
}

extension RemoteReport {
    var findings: [DoctorFinding] {
        let addresses = addresses.joined(separator: ", ")
        let title = name == addresses ? name : "\(name) at \(addresses)"
        var found = [DoctorFinding(.source, .ok, title)]
        found += credentials.map { credential in
            DoctorFinding(
                .source, credential.state.isReady ? .ok : .problem,
                "\(credential.name): \(credential.state.words)", exitCode: nil)
        }
        found += trust
        if isOffline { found.append(DoctorFinding(.source, .ok, "not asked, as --offline says")) }
        found += steps.map(finding)
        found += dialect.map { DoctorFinding(.source, .ok, $0) }
        found += remarks.map { DoctorFinding(.source, .warning, $0) }
        return found + store
    }

    private var trust: [DoctorFinding] {
        var found: [DoctorFinding] = []
        if !verifiesPeer {
            found.append(
                DoctorFinding(
                    .source, .warning,
                    "anybody may pretend to be this server (verify_tls = false); give a ca_file"))
        }
        let isLocal = ["localhost", "127.", "[::1]"]
        let isOpen = addresses.contains { address in
            address.hasPrefix("http://")
                && !isLocal.contains { address.dropFirst(7).hasPrefix($0) }
        }
        if isOpen && !credentials.isEmpty {
            found.append(
                DoctorFinding(
                    .source, .warning,
                    "secrets go over the network as they are; use https:// if the server has it"))
        }
        return found
    }

    private var store: [DoctorFinding] {
        var found: [DoctorFinding] = []
        if let snapshot { found.append(DoctorFinding(.source, .ok, snapshot)) }
        if let kept {
            found.append(
                DoctorFinding(
                    .source, .ok,
                    "kept: \(EnglishText.megabytes(kept.bytes)), last written "
                        + CalendarDate(secondsSince1970: kept.modified).text))
        } else {
            found.append(DoctorFinding(.source, .ok, "nothing is kept of it"))
        }
        return found
    }

    private func finding(_ step: Step) -> DoctorFinding {
        switch step.outcome {
        case .answered(let milliseconds, let words):
            let what = words.isEmpty ? "" : ": \(words)"
            return DoctorFinding(.source, .ok, "\(step.question) in \(milliseconds) ms\(what)")
        case .failed(let error): return SourceFacts.finding(error, prefix: "\(step.question): ")
        }
    }
}
