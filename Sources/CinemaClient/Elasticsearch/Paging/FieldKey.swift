/// A plain field that rows are sorted by.
struct FieldKey: Hashable {
    /// Where rows without a value stand.
    enum Missing: Hashable {
        case first, last
        /// Among those that have this one.
        case value(Double)
    }

    let path: String
    let isAscending: Bool
    let missing: Missing
    let isDate: Bool
    let isText: Bool

    /// Nil for what is no plain field, and for what is not sorted by the value
    /// that is counted.
    init?(_ clause: SearchJSON) {
        guard case .object(let members) = clause, let member = members.first,
            !member.key.hasPrefix("_"), case .object(let options) = member.value
        else { return nil }
        let known: Set<String> = ["order", "missing", "unmapped_type"]
        guard options.allSatisfy({ known.contains($0.key) }) else { return nil }
        path = member.key
        isAscending = member.value["order"] != "desc"
        let type = member.value["unmapped_type"]
        isDate = type == "date"
        isText = type == "keyword" || type == nil
        switch member.value["missing"] {
        case "_last"?, nil: missing = .last
        case "_first"?: missing = .first
        // Fields of whole numbers round it in a way of their own.
        case .number(let value)? where type == "double": missing = .value(value)
        default: return nil
        }
    }
}

extension FieldKey: CountedKey {
    func counting(fromEnd: Bool, most: Int) -> SearchJSON {
        [
            "values": [
                "terms": [
                    "field": .string(path), "size": .integer(most),
                    "order": ["_key": isAscending != fromEnd ? "asc" : "desc"],
                ]
            ],
            "missing": ["missing": ["field": .string(path)]],
        ]
    }

    func group(
        at distance: Int, of count: Int, in aggregations: JSONValue, fromEnd: Bool
    ) -> CountedGroup? {
        guard let values = aggregations["values"] else { return nil }
        let missing = aggregations["missing"]?.documents ?? 0
        let buckets = values.elements(of: "buckets")
        let untold = Int(clamping: values["sum_other_doc_count"]?.integer ?? 0)
        // Else some rows have several values.
        guard buckets.reduce(missing + untold, { $0 + $1.documents }) == count else { return nil }
        var passed = 0
        var comesMissing = missing > 0
        for bucket in buckets {
            guard let value = bucket["key"] else { return nil }
            if comesMissing {
                guard let isNext = missingPrecedes(value, fromEnd: fromEnd) else { return nil }
                if isNext {
                    if distance < passed + missing { return withoutValue(passed, missing) }
                    passed += missing
                    comesMissing = false
                }
            }
            let rows = bucket.documents
            if distance < passed + rows {
                return CountedGroup(clause: having(value), passed: passed, rows: rows)
            }
            passed += rows
        }
        guard untold > 0, let last = buckets.last?["key"] else {
            return withoutValue(passed, missing)
        }
        let behind = behind(last, fromEnd: fromEnd)
        return CountedGroup(
            clause: comesMissing ? .any([behind, havingNone]) : behind, passed: passed,
            rows: count - passed, isOfOneValue: false)
    }

    private func withoutValue(_ passed: Int, _ rows: Int) -> CountedGroup {
        CountedGroup(clause: havingNone, passed: passed, rows: rows)
    }

    /// Whether rows without a value come before those with this one; nil where
    /// that is too close to tell.
    private func missingPrecedes(_ value: JSONValue, fromEnd: Bool) -> Bool? {
        switch missing {
        case .first: return !fromEnd
        case .last: return fromEnd
        case .value(let standIn):
            // Sorted by it in fewer digits than it has here, perhaps.
            guard let value = value.double, abs(value - standIn) > abs(standIn) / 1e6 else {
                return nil
            }
            return (standIn < value) == (isAscending != fromEnd)
        }
    }

    var havingNone: SearchJSON { .all([], without: [.exists(path)]) }

    private func having(_ value: JSONValue) -> SearchJSON {
        let value = SearchJSON(value)
        guard isDate else { return ["term": .field(path, ["value": value])] }
        return range(["gte": value, "lte": value])
    }

    private func behind(_ value: JSONValue, fromEnd: Bool) -> SearchJSON {
        range([isAscending != fromEnd ? "gt" : "lt": SearchJSON(value)])
    }

    /// What has values from one to another in the order that is gone through.
    func range(from lower: SearchJSON?, through upper: SearchJSON, fromEnd: Bool) -> SearchJSON {
        let isAscending = isAscending != fromEnd
        var bounds: SearchJSON = [isAscending ? "lte" : "gte": upper]
        if let lower { bounds[isAscending ? "gte" : "lte"] = lower }
        return range(bounds)
    }

    func before(_ value: SearchJSON, fromEnd: Bool) -> SearchJSON {
        range([isAscending != fromEnd ? "lt" : "gt": value])
    }

    func putsMissingFirst(fromEnd: Bool) -> Bool { (missing == .first) != fromEnd }

    private func range(_ bounds: SearchJSON) -> SearchJSON {
        var bounds = bounds
        if isDate { bounds["format"] = "epoch_millis" }
        return ["range": .field(path, bounds)]
    }
}
