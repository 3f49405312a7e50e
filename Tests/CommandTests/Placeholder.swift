// Placeholder until the first test of CommandTests lands.
