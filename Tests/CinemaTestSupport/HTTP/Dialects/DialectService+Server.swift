import CurlHTTP

extension DialectService {
    /// The service behind a real port; it ends with the server.
    public func serve() throws -> ScriptedServer {
        try ScriptedServer { received in
            let request = HTTPRequest(
                .get, "http://127.0.0.1" + received.target, fields: received.fields)
            let answer = self.answer(request)
            if let location = answer.fields["Location"] {
                return .redirect(to: location, status: answer.status)
            }
            return .answer(answer.status, answer.body, type: answer.fields["Content-Type"])
        }
    }
}
