// Placeholder until the first test of CursesTerminalTests lands.
