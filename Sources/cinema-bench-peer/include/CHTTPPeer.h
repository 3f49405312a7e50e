#ifndef CHTTP_PEER_H
#define CHTTP_PEER_H

#include <stddef.h>
#include <sys/types.h>

// What the HTTP client is measured with: a server that is fast enough not to
// be measured itself, and a program in C on the same libcurl.

/// Starts a process that answers every request with a body of `size` bytes,
/// but for "/hang", which it never answers. It ends with this process. Gives
/// its id and port, or -1.
pid_t chttp_serve(size_t size, int *port);

/// Seconds for so many requests, one after the other, with one easy handle;
/// -1 where one failed.
double chttp_sequential(const char *url, int requests);

/// The same with so many at a time, with one multi handle.
double chttp_concurrent(const char *url, int requests, int width);

#endif
