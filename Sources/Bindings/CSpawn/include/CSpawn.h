#ifndef CSPAWN_H
#define CSPAWN_H

#include <sys/types.h>

/// Starts the program `arguments[0]`, found in PATH, without a shell; gives
/// the descriptor from which its standard output is read, and its process.
/// Returns 0, or an error number.
///
/// It has no input, its standard error is dropped, none of our descriptors
/// are open in it, and it takes all signals as by default. Its session is its
/// own, so that it cannot reach the terminal, and its process group has its
/// number.
///
/// Why a shim: these are GNU's own parts of posix_spawn(3) and pipe2(2), which
/// Swift's Glibc module does not have.
int cspawn_start(char *const *arguments, int *output, pid_t *process);

#endif
