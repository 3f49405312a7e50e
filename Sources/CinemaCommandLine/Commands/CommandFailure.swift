import CinemaCore
import CinemaTUI

/// Why a command did not do what was asked; the one place that words it.
enum CommandFailure: Error, Hashable, Sendable {
    case usage(UsageProblem)
    /// Terms of a query that make no sense.
    case query(command: String, [String])
    case catalog(CatalogError)
    /// Nothing was found, with a sentence that says so.
    case nothingFound(String)
    /// A catalogue could not be made.
    case making(command: String, MakingFailure)
    /// An export was not finished: a sentence, and how the command ends.
    case exporting(String, CommandOutcome)
    /// A signal came while one was made.
    case interrupted(Int32)
    case output(OutputFailure)
    /// What is wrong has been told already.
    case found(ExitCode)

    /// What standard error says, a line a sentence.
    var sentences: [String] {
        switch self {
        case .usage(let problem): [problem.sentence]
        case .query(let command, let sentences): sentences.map { "\(command): \($0)" }
        case .catalog(let error):
            error.kind == .cancelled ? [] : ["cinema: \(Self.bounded(error.sentence))"]
        case .nothingFound(let sentence): ["cinema: \(sentence)"]
        case .making(let command, let failure):
            ["\(command): \(Self.bounded(failure.sentence))"]
        case .exporting(let sentence, _): [Self.bounded(sentence)]
        case .interrupted: ["cinema: interrupted; nothing was changed"]
        case .output(.closed), .found: []
        case .output(.failed(let cause)):
            ["cinema: standard output cannot be written: \(cause)"]
        }
    }

    var outcome: CommandOutcome {
        switch self {
        case .usage, .query: .finished(.wrongUsage)
        case .catalog(let error): Self.outcome(of: error.kind)
        case .nothingFound: .finished(.nothingFound)
        case .making(_, let failure): Self.outcome(of: failure.kind)
        case .exporting(_, let outcome): outcome
        case .interrupted(let number): .signalled(number)
        case .found(let code): .finished(code)
        case .output(.closed): .brokenPipe
        case .output(.failed): .finished(.wrongUsage)
        }
    }

    static func outcome(of kind: CatalogError.Kind) -> CommandOutcome {
        switch kind {
        case .cancelled: .interrupted
        case .notFound: .finished(.nothingFound)
        case .unavailable, .unauthorized, .busy: .finished(.unreachable)
        case .invalidAnswer: .finished(.invalidAnswer)
        case .unsupported: .finished(.wrongUsage)
        }
    }

    private static func outcome(of kind: MakingFailure.Kind) -> CommandOutcome {
        switch kind {
        case .wrongUsage: .finished(.wrongUsage)
        case .nothingRead: .finished(.invalidAnswer)
        case .interrupted: .interrupted
        }
    }

    /// A sentence of somebody else, at most so long that it can be read.
    private static func bounded(_ sentence: String) -> String {
        sentence.count > 500 ? String(sentence.prefix(500)) + "…" : sentence
    }
}
