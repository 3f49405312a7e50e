#define _GNU_SOURCE
#include "CNCursesGuard.h"

#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <termios.h>
#include <unistd.h>

// Everything the handler needs, filled before it can run. Written by the
// terminal's thread only; `armed` last, so that it never sees half of it.
static struct {
    int modes_terminal;
    struct termios modes;
    int terminal;
    char undo[1024];
    size_t undo_length;
    int real_errors;
    int captured_errors;
    volatile sig_atomic_t armed;
} guard = {.modes_terminal = -1, .terminal = -1, .real_errors = -1, .captured_errors = -1};

static const int crash_signals[] = {
    SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGQUIT, SIGSYS};
enum { crash_count = sizeof crash_signals / sizeof *crash_signals };
static struct sigaction earlier_actions[crash_count];

// getenv is not allowed in a handler.
static bool wants_backtrace;

bool cncurses_guard_save_modes(int terminal) {
    if (tcgetattr(terminal, &guard.modes) != 0) {
        return false;
    }
    guard.modes_terminal = terminal;
    return true;
}

bool cncurses_guard_set_raw_modes(void) {
    struct termios raw = guard.modes;
    cfmakeraw(&raw);
    // cfmakeraw changes the width of a byte as well; that is the line's own.
    raw.c_cflag = guard.modes.c_cflag;
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    // Not TCSADRAIN: on a line that is held up it would wait for ever, with
    // every signal that could end it blocked.
    return tcsetattr(guard.modes_terminal, TCSANOW, &raw) == 0;
}

void cncurses_guard_restore_modes(void) {
    if (guard.modes_terminal >= 0) {
        tcsetattr(guard.modes_terminal, TCSANOW, &guard.modes);
    }
}

// Writes all, but gives up on a terminal that takes nothing for half a second.
static void write_all(int descriptor, const char *bytes, size_t length) {
    while (length > 0) {
        ssize_t written = write(descriptor, bytes, length);
        if (written > 0) {
            bytes += written;
            length -= (size_t)written;
        } else if (written < 0 && errno == EAGAIN) {
            struct pollfd wait = {.fd = descriptor, .events = POLLOUT};
            if (poll(&wait, 1, 500) <= 0) {
                return;
            }
        } else if (!(written < 0 && errno == EINTR)) {
            return;
        }
    }
}

void cncurses_guard_capture_errors(void) {
    if (guard.real_errors >= 0 || !isatty(STDERR_FILENO)) {
        return;
    }
    int captured = memfd_create("stderr", MFD_CLOEXEC);
    int real = dup(STDERR_FILENO);
    if (captured < 0 || real < 0 || dup2(captured, STDERR_FILENO) < 0) {
        if (captured >= 0) close(captured);
        if (real >= 0) close(real);
        return;
    }
    guard.captured_errors = captured;
    guard.real_errors = real;
}

void cncurses_guard_release_errors(void) {
    int real = guard.real_errors;
    if (real < 0) {
        return;
    }
    guard.real_errors = -1;
    dup2(real, STDERR_FILENO);
    // The file's offset is shared with the writer, hence pread; of very much
    // text the end is what tells.
    enum { most = 64 * 1024 };
    off_t size = lseek(guard.captured_errors, 0, SEEK_END);
    off_t offset = size > most ? size - most : 0;
    char buffer[1024];
    while (offset < size) {
        ssize_t count = pread(guard.captured_errors, buffer, sizeof buffer, offset);
        if (count <= 0) {
            break;
        }
        write_all(real, buffer, (size_t)count);
        offset += count;
    }
    close(real);
    close(guard.captured_errors);
    guard.captured_errors = -1;
}

static void restore(void) {
    if (guard.armed) {
        guard.armed = 0;
        write_all(guard.terminal, guard.undo, guard.undo_length);
        cncurses_guard_restore_modes();
    }
    cncurses_guard_release_errors();
}

static void crashed(int number) {
    restore();
    // Swift's own handler takes the terminal over and waits for a key: it is
    // passed on to only where it was asked for.
    struct sigaction action = {.sa_handler = SIG_DFL};
    for (int i = 0; i < crash_count; i++) {
        if (crash_signals[i] == number && wants_backtrace) {
            action = earlier_actions[i];
        }
    }
    sigaction(number, &action, NULL);
    // Blocked until this handler returns, so it strikes right after it; a
    // fault would strike again by itself, a signal from outside would not.
    syscall(SYS_tgkill, getpid(), (pid_t)syscall(SYS_gettid), number);
}

static void install(void) {
    // So that a stack that overflowed leaves room for the handler. It serves
    // this thread, the one with the deepest calls.
    static char stack[64 * 1024];
    stack_t alternative = {.ss_sp = stack, .ss_size = sizeof stack};
    sigaltstack(&alternative, NULL);
    const char *backtrace = getenv("SWIFT_BACKTRACE");
    wants_backtrace = backtrace != NULL && *backtrace != '\0';
    struct sigaction action = {.sa_handler = crashed, .sa_flags = SA_ONSTACK};
    sigfillset(&action.sa_mask);
    for (int i = 0; i < crash_count; i++) {
        sigaction(crash_signals[i], &action, &earlier_actions[i]);
    }
    atexit(restore);
}

void cncurses_guard_arm(int terminal, const char *undo, size_t length) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, install);
    guard.armed = 0;
    guard.terminal = terminal;
    guard.undo_length = length < sizeof guard.undo ? length : sizeof guard.undo;
    memcpy(guard.undo, undo, guard.undo_length);
    guard.armed = 1;
}

void cncurses_guard_disarm(void) { guard.armed = 0; }
