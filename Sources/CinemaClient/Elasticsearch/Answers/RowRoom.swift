/// How many more rows there is room for behind those that were found.
struct RowRoom {
    var films: Int
    var people: Int
}
