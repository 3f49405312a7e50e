/// What a command line asks for, every value read.
public enum CommandInvocation: Hashable, Sendable {
    case browse(BrowseRequest)
    case search(SearchRequest)
    case show(ShowRequest)
    case export(ExportRequest)
    case importCatalogue(ImportRequest)
    case generateCatalogue(GenerateRequest)
    case catalogueInfo(source: SourceChoice)
    case doctor(source: SourceChoice)
    /// Nil for all sources.
    case cacheInfo(source: String?)
    case cacheClear(source: String?)
    case configurationPath
    case configurationPrint(source: SourceChoice)
    case keys
    /// The lines to print.
    case help([String])
    case version
    case problem(UsageProblem)
}
