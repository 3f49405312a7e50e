extension HTTPClient {
    /// Lets equal requests that are in flight at the same time share one
    /// answer. One that is cancelled does not end it for the others; the last
    /// one does.
    ///
    /// Only `GET` is shared. Between the requests the transfer belongs to
    /// nobody's task: it runs on `executor` (`CurlClient.executor`).
    public func sharing(on executor: any TaskExecutor) -> HTTPClient {
        let transfers = SharedTransfers(client: self, executor: executor)
        return HTTPClient { request async throws(HTTPError) in try await transfers.send(request) }
    }

    /// Refuses every request, with `.offline`.
    public static let offline = HTTPClient { _ async throws(HTTPError) in
        throw HTTPError(.offline, cause: "requests are switched off")
    }
}
