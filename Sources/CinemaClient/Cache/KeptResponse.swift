internal import CurlHTTP

/// An answer as it is kept.
struct KeptResponse: Equatable, Sendable {
    var status: Int
    var url: String
    var fields: HTTPFields
    var body: [UInt8]
    var lifetime: CachePolicy.Lifetime

    init(_ response: HTTPResponse, _ lifetime: CachePolicy.Lifetime) {
        status = response.status
        url = response.url
        fields = Self.kept(response.fields)
        body = response.body
        self.lifetime = lifetime
    }

    func response(_ origin: HTTPOrigin) -> HTTPResponse {
        HTTPResponse(status: status, url: url, fields: fields, body: body, origin: origin)
    }

    /// The request with which the server may say that nothing has changed.
    func revalidating(_ request: HTTPRequest) -> HTTPRequest {
        var request = request
        guard status == 200 else { return request }
        if let tag = fields["etag"] { request.fields.set("If-None-Match", tag) }
        if let modified = fields["last-modified"] {
            request.fields.set("If-Modified-Since", modified)
        }
        return request
    }

    /// What a reader of the answer may want, and nothing that is secret.
    private static func kept(_ fields: HTTPFields) -> HTTPFields {
        let names = [
            "content-type", "content-language", "etag", "last-modified", "link", "x-total-count",
        ]
        var kept = HTTPFields()
        for name in names {
            if let value = fields[name], value.utf8.count <= 2_048 { kept.append(name, value) }
        }
        return kept
    }
}

extension KeptResponse {
    /// The fields, packed.
    var packedFields: [UInt8] {
        var writer = ByteWriter()
        for field in fields.fields {
            writer.write(field.name)
            writer.write(field.value)
        }
        return writer.bytes
    }

    static func fields(_ reader: inout ByteReader) throws(SQLiteError) -> HTTPFields {
        var fields = HTTPFields()
        while !reader.isAtEnd { fields.append(try reader.text(), try reader.text()) }
        return fields
    }

    /// FNV-1a over the body, eight bytes at a time, then its rest and length:
    /// SQLite notices damage to the order of its pages, not to what is on them.
    static func checksum(_ body: [UInt8]) -> Int64 {
        let prime: UInt64 = 0x100_0000_01b3
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        body.withUnsafeBytes { bytes in
            let words = bytes.count / 8
            for word in 0..<words {
                let value = bytes.loadUnaligned(fromByteOffset: word * 8, as: UInt64.self)
                hash = (hash ^ value) &* prime
                // High bits would only ever move higher.
                hash ^= hash >> 32
            }
            for byte in bytes[(words * 8)...] { hash = (hash ^ UInt64(byte)) &* prime }
        }
        return Int64(bitPattern: (hash ^ UInt64(body.count)) &* prime)
    }

    init(
        status: Int, url: String, fields: HTTPFields, body: [UInt8],
        lifetime: CachePolicy.Lifetime
    ) {
        self.status = status
        self.url = url
        self.fields = fields
        self.body = body
        self.lifetime = lifetime
    }
}
