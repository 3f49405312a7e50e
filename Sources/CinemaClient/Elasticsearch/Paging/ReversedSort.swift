/// The same rows the other way round.
enum ReversedSort {
    /// Each clause reversed, so that the last row comes first. What stood last
    /// because it has no value stands first then; which of several values
    /// counts stays the same.
    static func reversed(_ sort: [SearchJSON]) -> [SearchJSON] { sort.map(reversed) }

    private static func reversed(_ clause: SearchJSON) -> SearchJSON {
        switch clause {
        case .string(let field):
            return reversed(field, order: nil, rest: [])
        case .object(let members):
            guard let member = members.first else { return clause }
            if case .string(let order) = member.value {
                return reversed(member.key, order: order, rest: [])
            }
            guard case .object(let options) = member.value else { return clause }
            guard case .string(let order)? = member.value["order"] else {
                return reversed(member.key, order: nil, rest: options)
            }
            return reversed(member.key, order: order, rest: options.filter { $0.key != "order" })
        default: return clause
        }
    }

    private static func reversed(
        _ field: String, order: String?, rest: [SearchJSON.Member]
    ) -> SearchJSON {
        let isAscending = (order ?? (field == "_score" ? "desc" : "asc")) == "asc"
        var options = SearchJSON.object(rest)
        if !field.hasPrefix("_") {
            options["missing"] =
                switch options["missing"] {
                case .string("_first")?: "_last"
                case .string("_last")?, nil: "_first"
                case let value?: value
                }
            if options["mode"] == nil { options["mode"] = isAscending ? "min" : "max" }
        }
        guard case .object(let members) = options else { return options }
        let reversedOrder = SearchJSON.Member(
            key: "order", value: isAscending ? "desc" : "asc")
        return .object([
            SearchJSON.Member(key: field, value: .object([reversedOrder] + members))
        ])
    }
}
