internal import CCurl

extension Transfer {
    /// Tells the handle everything about the request as it is now.
    func prepare(_ configuration: CurlConfiguration) throws(HTTPError) {
        let url = try HTTPURL(request.url)
        easy.reset()
        easy.set(CURLOPT_URL, url.text)
        setCallbacks()
        setBounds()
        easy.set(CURLOPT_USERAGENT, configuration.userAgent)
        // "" is all encodings that this libcurl can undo.
        easy.set(CURLOPT_ACCEPT_ENCODING, "")
        if url.isSecure {
            easy.set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
            // Rather share a connection than open another.
            easy.set(CURLOPT_PIPEWAIT, true)
            setSecurity(configuration)
        } else {
            // HTTP/2 without TLS fails from its second request on (7.88).
            easy.set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
        }
        try setMessage()
    }

    private func setCallbacks() {
        let context = Unmanaged.passUnretained(self).toOpaque()
        ccurl_set_pointer(easy.pointer, CURLOPT_PRIVATE, UnsafeMutableRawPointer(bitPattern: id))
        ccurl_set_writer(easy.pointer, CURLOPT_WRITEFUNCTION, receiveBody)
        ccurl_set_pointer(easy.pointer, CURLOPT_WRITEDATA, context)
        ccurl_set_writer(easy.pointer, CURLOPT_HEADERFUNCTION, receiveHeader)
        ccurl_set_pointer(easy.pointer, CURLOPT_HEADERDATA, context)
        ccurl_set_lookup(easy.pointer, beginLookup, context)
        ccurl_set_socket(easy.pointer, beginConnecting, context)
        ccurl_set_connected(easy.pointer, beginWaiting, context)
    }

    private func setBounds() {
        // Signals belong to the terminal.
        easy.set(CURLOPT_NOSIGNAL, true)
        // Else a cancelled transfer waits for its name to be looked up.
        easy.set(CURLOPT_QUICK_EXIT, true)
        // Deadlines are ours; libcurl's own would count the wait for a free
        // connection.
        let milliseconds = request.limits.total.components.seconds &* 1_000 &+ 60_000
        easy.set(CURLOPT_CONNECTTIMEOUT_MS, Int(clamping: min(milliseconds, 1 << 30)))
        // Redirects are ours too: libcurl would carry credentials along.
        easy.set(CURLOPT_FOLLOWLOCATION, false)
        easy.set(CURLOPT_DISALLOW_USERNAME_IN_URL, true)
        easy.set(CURLOPT_SUPPRESS_CONNECT_HEADERS, true)
        if !easy.set(CURLOPT_PROTOCOLS_STR, "http,https") {
            easy.set(CURLoption(rawValue: 181), Int(CURLPROTO_HTTP | CURLPROTO_HTTPS))
        }
    }

    private func setSecurity(_ configuration: CurlConfiguration) {
        let security = request.security
        easy.set(CURLOPT_SSL_VERIFYPEER, security.verifiesPeer)
        easy.set(CURLOPT_SSL_VERIFYHOST, security.verifiesPeer ? 2 : 0)
        if let file = security.authorityFile {
            easy.set(CURLOPT_CAINFO, file)
            easy.set(CURLOPT_CAPATH, String?.none)
        } else {
            if let file = configuration.authorityFile { easy.set(CURLOPT_CAINFO, file) }
            if let path = configuration.authorityDirectory { easy.set(CURLOPT_CAPATH, path) }
        }
        if let file = security.clientCertificateFile { easy.set(CURLOPT_SSLCERT, file) }
        if let file = security.clientKeyFile { easy.set(CURLOPT_SSLKEY, file) }
    }

    private func setMessage() throws(HTTPError) {
        var lines = try request.fields.lines() + request.credentials.lines()
        // A field without a value takes back what libcurl would send.
        lines.append("Expect:")
        if request.body != nil && request.fields["Content-Type"] == nil {
            lines.append("Content-Type:")
        }
        var isComplete = easy.setFields(lines)
        if let body = request.body ?? (request.method == .post ? [] : nil) {
            isComplete = easy.setBody(body) && isComplete
        } else {
            easy.set(CURLOPT_HTTPGET, true)
        }
        if request.method != .get || request.body != nil {
            easy.set(CURLOPT_CUSTOMREQUEST, request.method.rawValue)
        }
        guard isComplete else { throw HTTPError(.send, cause: "memory is short") }
    }
}

extension HTTPFields {
    /// As libcurl takes them. A line break would begin another field, or end
    /// the header.
    fileprivate func lines() throws(HTTPError) -> [String] {
        var lines: [String] = []
        for field in fields {
            let isWhole = (field.name + field.value).utf8.allSatisfy { $0 >= 0x20 || $0 == 0x09 }
            guard isWhole, !field.name.isEmpty, !field.name.utf8.contains(UInt8(ascii: ":")) else {
                throw HTTPError(.credentials, cause: "a field of the request is not one line")
            }
            lines.append(field.value.isEmpty ? "\(field.name);" : "\(field.name): \(field.value)")
        }
        return lines
    }
}
