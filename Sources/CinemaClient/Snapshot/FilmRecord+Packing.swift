internal import CinemaCore

// A record as bytes, for the staging file of a snapshot.
extension FilmRecord {
    private static let packing: UInt8 = 1

    var packed: [UInt8] {
        var writer = ByteWriter()
        writer.write(Self.packing)
        writer.write(title)
        for text in [id, imdb, type, description, released, awards] {
            writer.write(optional: text)
        }
        for number in [
            year, rating?.tenths, reviews, runtime, metacritic, tomatometer, boxOffice,
        ] {
            writer.write(optional: number)
        }
        writer.write(genres.count)
        for genre in genres { Self.write(genre, to: &writer) }
        writer.write(credits.count)
        for credit in credits {
            Self.write(credit.person, to: &writer)
            writer.write(credit.role.name)
        }
        for list in [countries, languages] {
            writer.write(list.count)
            for name in list { writer.write(name) }
        }
        return writer.bytes
    }

    private static func write(_ name: Name, to writer: inout ByteWriter) {
        writer.write(optional: name.id)
        writer.write(name.name)
    }

    /// Reads what `packed` wrote.
    init(_ reader: inout ByteReader) throws(SQLiteError) {
        guard try reader.integer() == Int(Self.packing) else { throw .damagedRecord }
        self.init(title: try reader.text())
        id = try reader.optionalText()
        imdb = try reader.optionalText()
        type = try reader.optionalText()
        description = try reader.optionalText()
        released = try reader.optionalText()
        awards = try reader.optionalText()
        year = try reader.optionalInteger()
        rating = try reader.optionalInteger().flatMap { Rating(tenths: $0) }
        reviews = try reader.optionalInteger()
        runtime = try reader.optionalInteger()
        metacritic = try reader.optionalInteger()
        tomatometer = try reader.optionalInteger()
        boxOffice = try reader.optionalInteger()
        for _ in 0..<(try reader.integer()) { genres.append(try Self.name(&reader)) }
        for _ in 0..<(try reader.integer()) {
            let person = try Self.name(&reader)
            credits.append(Credit(person: person, role: Role(try reader.text())))
        }
        for _ in 0..<(try reader.integer()) { countries.append(try reader.text()) }
        for _ in 0..<(try reader.integer()) { languages.append(try reader.text()) }
    }

    private static func name(_ reader: inout ByteReader) throws(SQLiteError) -> Name {
        let id = try reader.optionalText()
        return Name(id: id, name: try reader.text())
    }

    init(packed bytes: UnsafeRawBufferPointer) throws(SQLiteError) {
        var reader = ByteReader(bytes)
        try self.init(&reader)
    }

    /// This record, with what it lacks from another one of the film.
    func filled(from other: FilmRecord) -> FilmRecord {
        var film = self
        film.imdb = imdb ?? other.imdb
        film.year = year ?? other.year
        film.rating = rating ?? other.rating
        film.reviews = reviews ?? other.reviews
        film.type = type ?? other.type
        film.runtime = runtime ?? other.runtime
        film.description = description ?? other.description
        film.released = released ?? other.released
        film.awards = awards ?? other.awards
        film.metacritic = metacritic ?? other.metacritic
        film.tomatometer = tomatometer ?? other.tomatometer
        film.boxOffice = boxOffice ?? other.boxOffice
        if genres.isEmpty { film.genres = other.genres }
        if credits.isEmpty { film.credits = other.credits }
        if countries.isEmpty { film.countries = other.countries }
        if languages.isEmpty { film.languages = other.languages }
        return film
    }
}

// A film that was seen on the screen, to be kept.
extension FilmRecord {
    init(_ summary: FilmSummary) {
        self.init(title: summary.title)
        id = summary.id.text
        year = summary.year
        rating = summary.rating
        reviews = summary.reviews
        type = summary.type
        runtime = summary.runtime
        // Of genres without an id it is the name.
        genres = summary.genres.map { genre in
            Name(id: genre.id.text == genre.name ? nil : genre.id.text, name: genre.name)
        }
        credits = summary.directors.map {
            Credit(person: Name(told: $0.id.text, name: $0.name), role: .director)
        }
    }

    init(_ film: Film) {
        self.init(film.summary)
        credits = film.credits.flatMap { credit in
            credit.roles.map { role in
                Credit(
                    person: Name(told: credit.person.id.text, name: credit.person.name), role: role
                )
            }
        }
        description = film.description
        released = film.released
        countries = film.countries
        languages = film.languages
        awards = film.awards
        metacritic = film.metacritic
        tomatometer = film.tomatometer
        boxOffice = film.boxOffice
        imdb = film.imdb
    }
}
