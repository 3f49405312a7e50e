internal import CinemaCore

extension RemoteCatalog {
    func film(_ id: Identifier<Film>) async throws(CatalogError) -> Film {
        let isRead = holder.whole.map { !$0.missing.contains(id.text) } ?? false
        return try await details(
            isRead: isRead,
            { (local) async throws(CatalogError) in try await local.film(id) },
            { (server) async throws(CatalogError) in
                let film = try await server.film(id)
                keep(true) { [FilmRecord(film)] }
                return film
            },
            isBetter: { _, _ in true })
    }

    func person(_ id: Identifier<Person>) async throws(CatalogError) -> Person {
        try await details(
            isRead: holder.whole?.isRead ?? false,
            { (local) async throws(CatalogError) in try await local.person(id) },
            { (server) async throws(CatalogError) in try await server.person(id) },
            isBetter: { $0.filmography.count >= $1.filmography.count })
    }

    func genre(_ id: Identifier<Genre>) async throws(CatalogError) -> Genre {
        try await details(
            isRead: holder.whole?.isRead ?? false,
            { (local) async throws(CatalogError) in try await local.genre(id) },
            { (server) async throws(CatalogError) in try await server.genre(id) },
            isBetter: { $0.summary.films >= $1.summary.films })
    }

    /// The server's record; where it fails at that what was seen of it, which
    /// is better than nothing.
    private func seen<Answer: Sendable>(
        _ local: (LocalCatalog) async throws(CatalogError) -> Answer,
        _ remote: (Server) async throws(CatalogError) -> Answer
    ) async throws(CatalogError) -> Answer {
        do throws(CatalogError) {
            return try await either(local, remote)
        } catch {
            guard error.kind == .invalidAnswer, let kept = await kept() else { throw error }
            do throws(CatalogError) {
                return try await answer(from: kept, local)
            } catch let other {
                throw other.kind == .cancelled ? other : error
            }
        }
    }

    /// A record of the snapshot where that has all of it, else the server's
    /// where it is better than the snapshot's, or there is none.
    private func details<Answer: Sendable>(
        isRead: Bool,
        _ local: (LocalCatalog) async throws(CatalogError) -> Answer,
        _ remote: (Server) async throws(CatalogError) -> Answer,
        isBetter: (Answer, Answer) -> Bool
    ) async throws(CatalogError) -> Answer {
        guard let whole = holder.whole else { return try await seen(local, remote) }
        var known: Answer?
        do throws(CatalogError) {
            known = try await answer(from: whole, local)
        } catch {
            guard error.kind == .notFound, monitor.mayAsk else { throw error }
        }
        if let known, isRead || !monitor.mayAsk { return known }
        do throws(CatalogError) {
            let told = try await ask(remote).answer
            guard let known, !isBetter(told, known) else { return told }
            return known
        } catch {
            // What is known is better than none, whatever the server says.
            guard let known, error.kind != .cancelled else { throw error }
            return known
        }
    }
}

extension BuiltSnapshot {
    /// Whether all was read that can be, so that people and genres are whole.
    fileprivate var isRead: Bool { facts.isComplete || missing.isEmpty }
}
