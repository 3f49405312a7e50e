#ifndef CNCURSES_EVENTS_H
#define CNCURSES_EVENTS_H

#include <stddef.h>

// The descriptors that the terminal's loop sleeps on. Swift's Glibc module
// has neither <sys/eventfd.h> nor <sys/signalfd.h>.

/// A descriptor that is readable while its count is not 0 (eventfd(2)), or -1.
int cncurses_counter_open(void);
void cncurses_counter_raise(int counter);
void cncurses_counter_clear(int counter);

/// A descriptor that is readable while one of the signals waits
/// (signalfd(2)), or -1.
int cncurses_signals_open(const int *signals, size_t count);

/// Takes the next waiting signal; 0 where there is none.
int cncurses_signals_next(int descriptor);

#endif
