#ifndef CNCURSES_GUARD_H
#define CNCURSES_GUARD_H

#include <stdbool.h>
#include <stddef.h>

// What brings the terminal back whatever happens to the program. In C because
// it has to run in a signal handler (signal-safety(7)): it touches only
// memory that was filled beforehand and calls only what is allowed there.

/// Remembers the modes of a terminal (termios(3)); false where it has none.
bool cncurses_guard_save_modes(int terminal);

/// Hands over every byte as it is typed, C-c, C-z, C-s and C-q included, and
/// sends what is written as it is.
bool cncurses_guard_set_raw_modes(void);

/// Puts the remembered modes back.
void cncurses_guard_restore_modes(void);

/// From now on a crash or exit() writes `undo` to `terminal`, and puts modes
/// and stderr back, before the process ends. Copies at most 1,024 bytes.
void cncurses_guard_arm(int terminal, const char *undo, size_t length);

/// The terminal has been given back; a crash has nothing more to do to it.
void cncurses_guard_disarm(void);

/// Collects what is written to stderr while the screen is up, if it would
/// land on a terminal; the end of it is copied to stderr when it is released.
void cncurses_guard_capture_errors(void);
void cncurses_guard_release_errors(void);

#endif
