// Placeholder until the first test of CinemaClientTests lands.
