extension HTTPRequest {
    /// The request that follows a redirect (RFC 9110, 15.4).
    ///
    /// Credentials stay with the origin they are for. Once another one has
    /// been asked they are gone for good: what it redirects to is its choice.
    func redirected(to location: String, status: Int) throws(HTTPError) -> HTTPRequest {
        var next = self
        let target = try HTTPURL(location)
        next.url = target.text
        if try HTTPURL(url).origin != target.origin { next.credentials = HTTPFields() }
        let repeats = status == 307 || status == 308 || method == .get
        if !repeats && (method == .post || status == 303) {
            next.method = .get
            next.body = nil
            next.fields.set("Content-Type", nil)
        }
        return next
    }
}
