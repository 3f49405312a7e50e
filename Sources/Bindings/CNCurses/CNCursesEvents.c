#include "CNCursesEvents.h"

#include <signal.h>
#include <stdint.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

int cncurses_counter_open(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }

void cncurses_counter_raise(int counter) {
    uint64_t one = 1;
    // Fails only where the count is at its end, and then it is readable.
    ssize_t ignored = write(counter, &one, sizeof one);
    (void)ignored;
}

void cncurses_counter_clear(int counter) {
    uint64_t count;
    ssize_t ignored = read(counter, &count, sizeof count);
    (void)ignored;
}

int cncurses_signals_open(const int *signals, size_t count) {
    sigset_t set;
    sigemptyset(&set);
    for (size_t i = 0; i < count; i++) {
        sigaddset(&set, signals[i]);
    }
    return signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
}

int cncurses_signals_next(int descriptor) {
    struct signalfd_siginfo information;
    if (read(descriptor, &information, sizeof information) != sizeof information) {
        return 0;
    }
    return (int)information.ssi_signo;
}
