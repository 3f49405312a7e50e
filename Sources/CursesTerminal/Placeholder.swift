// Placeholder until the first part of CursesTerminal lands.
