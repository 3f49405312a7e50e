#ifndef CARGUMENTS_H
#define CARGUMENTS_H

/// The arguments that the program was started with.
///
/// Why a shim: Swift's own CommandLine reads /proc/self/cmdline, which a bare
/// root such as a chroot may not have, and is then empty without a word. The C
/// library hands them to every constructor of a program.
int carguments_count(void);
char **carguments_values(void);

#endif
