// Placeholder until the first test of CinemaTUITests lands.
