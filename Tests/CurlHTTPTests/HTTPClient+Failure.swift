import CurlHTTP

extension HTTPClient {
    /// How a request fails; nil where it does not.
    func failure(of request: HTTPRequest) async -> HTTPError? {
        do throws(HTTPError) {
            _ = try await send(request)
            return nil
        } catch {
            return error
        }
    }
}
