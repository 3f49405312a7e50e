import Testing

@testable import CinemaClient

struct ReversedSortTests {
    @Test(
        arguments: [
            ("id", ["id": ["order": "desc", "missing": "_first", "mode": "min"]]),
            (["id": "desc"], ["id": ["order": "asc", "missing": "_first", "mode": "max"]]),
            (
                ["rating": ["order": "desc", "missing": "_last", "unmapped_type": "float"]],
                [
                    "rating": [
                        "order": "asc", "missing": "_first", "unmapped_type": "float",
                        "mode": "max",
                    ]
                ]
            ),
            (
                ["year": ["order": "asc", "missing": "_first", "mode": "max"]],
                ["year": ["order": "desc", "missing": "_last", "mode": "max"]]
            ),
            (
                ["year": ["order": "asc", "missing": 0]],
                ["year": ["order": "desc", "missing": 0, "mode": "min"]]
            ),
            ("_score", ["_score": ["order": "asc"]]),
            (["_score": "desc"], ["_score": ["order": "asc"]]),
            (["_shard_doc": "asc"], ["_shard_doc": ["order": "desc"]]),
        ] as [(SearchJSON, SearchJSON)])
    func everyClauseIsTurned(clause: SearchJSON, expected: SearchJSON) {
        #expect(ReversedSort.reversed([clause]) == [expected])
    }
}
