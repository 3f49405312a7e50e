#ifndef CNCURSES_H
#define CNCURSES_H

// ncurses declares its wide functions only under this macro; the feature
// macros it would otherwise be derived from break the import of fd_set.
#define NCURSES_WIDECHAR 1
#include <ncurses.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "CNCursesEvents.h"
#include "CNCursesGuard.h"

// Attributes: macros with casts, which the importer does not see.
static const uint32_t cncurses_bold = A_BOLD;
static const uint32_t cncurses_dim = A_DIM;
static const uint32_t cncurses_italic = A_ITALIC;
static const uint32_t cncurses_underline = A_UNDERLINE;
static const uint32_t cncurses_reverse = A_REVERSE;

/// A character cell with up to four marks (0 where there is none).
///
/// Why not setcchar(3X): it counts the marks and asks for the width again for
/// each of the thousands of cells of a frame; both are known here.
static inline cchar_t cncurses_cell(
    uint32_t base, uint32_t mark1, uint32_t mark2, uint32_t mark3, uint32_t mark4,
    uint32_t attributes, int pair) {
    cchar_t cell = {0};
    // As SetPair of ncurses does: the low bits hold what fits of the pair.
    cell.attr = (attributes & ~(attr_t)A_COLOR) | (attr_t)COLOR_PAIR(pair < 255 ? pair : 255);
    cell.chars[0] = (wchar_t)base;
    cell.chars[1] = (wchar_t)mark1;
    cell.chars[2] = (wchar_t)mark2;
    cell.chars[3] = (wchar_t)mark3;
    cell.chars[4] = (wchar_t)mark4;
    cell.ext_color = pair;
    return cell;
}

/// Loads the description of a type (setupterm(3X)), so that its capabilities
/// can be asked for before a screen is opened; false where there is none.
bool cncurses_load(const char *type);

/// A string or number of a type's description, read before the screen is
/// opened or from the open screen; NULL or -1 where it is absent.
const char *cncurses_string(const char *name);
int cncurses_number(const char *name);

/// Opens a screen that draws into a file of memory (newterm(3X), memfd_create(2)).
///
/// ncurses never touches the terminal itself: what a frame needs is collected
/// and written to it in one piece, whatever its size, and the terminal's modes
/// have one owner. Returns the descriptor of that file or -1.
int cncurses_open(const char *type);

/// The standard window and what the terminal shows; globals in C, which Swift
/// 6 rejects.
WINDOW *cncurses_window(void);
WINDOW *cncurses_shown_window(void);

/// How many colours and pairs the open screen has; 0 before start_color(3X).
int cncurses_colors(void);
int cncurses_pairs(void);

/// The locale's character set after setlocale(3) for LC_CTYPE, or NULL where
/// the locale does not exist. The string is valid until the next call.
const char *cncurses_set_locale(const char *name);

/// Whether the locale's character set has a character (wcrtomb(3)). Swift's
/// Glibc module has neither mbstate_t nor wint_t.
bool cncurses_encodes(uint32_t scalar);

/// Reads one character of the locale's character set (mbrtowc(3)): its
/// scalar, -1 for an invalid sequence, -2 for one that needs more bytes.
int32_t cncurses_decode(const uint8_t *bytes, size_t count);

#endif
