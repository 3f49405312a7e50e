// Placeholder until the first test of CinemaTestSupport lands.
