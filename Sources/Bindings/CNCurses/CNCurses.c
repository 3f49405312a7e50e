#define _GNU_SOURCE
#include "CNCurses.h"

#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

bool cncurses_load(const char *type) {
    int status = 0;
    // Descriptor -1: the modes of no terminal are to be read.
    return setupterm(type, -1, &status) == OK && status == 1;
}

const char *cncurses_string(const char *name) {
    const char *value = tigetstr(name);
    return value == (const char *)-1 ? NULL : value;
}

int cncurses_number(const char *name) {
    int value = tigetnum(name);
    return value < 0 ? -1 : value;
}

static void ignore_signal(int number) { (void)number; }

int cncurses_open(const char *type) {
    int memory = memfd_create("screen", MFD_CLOEXEC);
    if (memory < 0) {
        return -1;
    }
    FILE *file = fdopen(memory, "w+");
    if (file == NULL) {
        close(memory);
        return -1;
    }
    // ncurses takes these signals over where nobody else has, and would then
    // switch SIGTSTP off and on around every frame, losing one that arrives
    // meanwhile. Handlers of ours make it leave them alone.
    static const int numbers[] = {SIGTSTP, SIGINT, SIGTERM, SIGWINCH};
    enum { count = sizeof numbers / sizeof *numbers };
    struct sigaction saved[count];
    struct sigaction dummy = {.sa_handler = ignore_signal};
    for (int i = 0; i < count; i++) {
        sigaction(numbers[i], &dummy, &saved[i]);
    }
    SCREEN *screen = newterm(type, file, file);
    for (int i = 0; i < count; i++) {
        sigaction(numbers[i], &saved[i], NULL);
    }
    if (screen == NULL) {
        fclose(file);
        return -1;
    }
    // Otherwise an update is given up half way when a key is waiting.
    typeahead(-1);
    return memory;
}

WINDOW *cncurses_window(void) { return stdscr; }

WINDOW *cncurses_shown_window(void) { return curscr; }

int cncurses_colors(void) { return COLORS; }

int cncurses_pairs(void) { return COLOR_PAIRS; }

const char *cncurses_set_locale(const char *name) {
    return setlocale(LC_CTYPE, name) == NULL ? NULL : nl_langinfo(CODESET);
}

bool cncurses_encodes(uint32_t scalar) {
    char bytes[64];
    mbstate_t state = {0};
    return wcrtomb(bytes, (wchar_t)scalar, &state) != (size_t)-1;
}

int32_t cncurses_decode(const uint8_t *bytes, size_t count) {
    wchar_t character = 0;
    mbstate_t state = {0};
    size_t length = mbrtowc(&character, (const char *)bytes, count, &state);
    if (length == (size_t)-1) {
        return -1;
    }
    return length == (size_t)-2 ? -2 : (int32_t)character;
}
