// Placeholder until the first test of CinemaCoreTests lands.
