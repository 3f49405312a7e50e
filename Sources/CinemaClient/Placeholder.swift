// Placeholder until the first part of CinemaClient lands.
