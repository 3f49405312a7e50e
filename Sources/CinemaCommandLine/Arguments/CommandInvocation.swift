/// What a command line asks for, every value read.
public enum CommandInvocation: Hashable, Sendable {
    case browse(BrowseRequest)
    case search(SearchRequest)
    case show(ShowRequest)
    case importCatalogue(ImportRequest)
    case catalogueInfo(source: String?)
    case keys
    /// The lines to print.
    case help([String])
    case version
    case problem(UsageProblem)
}
