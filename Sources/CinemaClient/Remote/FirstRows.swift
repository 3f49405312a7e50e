/// How the first rows of a query came.
struct FirstRows {
    /// Whether the server told them; else they are of what happened to be kept.
    var areOfServer: Bool
    /// Whether people have to be asked for behind the films.
    var arePeopleApart: Bool
}
