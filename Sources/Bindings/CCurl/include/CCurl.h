#ifndef CCURL_H
#define CCURL_H

// The macros of the type checker would hide the functions behind them.
#define CURL_DISABLE_TYPECHECK 1

#include <curl/curl.h>
#include <stdbool.h>
#include <stddef.h>

// libcurl, loaded when first asked for and never linked: its 33 libraries cost
// every start 4 to 6 ms, and a machine may not have it. Of the header only
// types and constants may be used; the functions are those below, and all but
// the first may be called only after ccurl_load said true.

/// Loads libcurl and initialises it, once, from any thread. False where this
/// machine has no libcurl that will do.
bool ccurl_load(void);

/// Its version, such as "7.88.1".
const char *ccurl_version(void);

CURL *ccurl_easy_open(void);
void ccurl_easy_reset(CURL *easy);
void ccurl_easy_close(CURL *easy);
const char *ccurl_easy_error(CURLcode code);
/// Carries out one transfer and waits for it: what the benchmark compares with.
CURLcode ccurl_easy_perform(CURL *easy);

// One shim for each type of argument, because curl_easy_setopt and
// curl_easy_getinfo are variadic, so Swift cannot call them.
CURLcode ccurl_set_long(CURL *easy, CURLoption option, long value);
CURLcode ccurl_set_string(CURL *easy, CURLoption option, const char *value);
CURLcode ccurl_set_pointer(CURL *easy, CURLoption option, void *value);
CURLcode ccurl_set_list(CURL *easy, CURLoption option, struct curl_slist *value);
/// For CURLOPT_WRITEFUNCTION and CURLOPT_HEADERFUNCTION.
CURLcode ccurl_set_writer(CURL *easy, CURLoption option, curl_write_callback callback);
/// Called where a name is looked up, not where the answer is remembered.
CURLcode ccurl_set_lookup(CURL *easy, curl_resolver_start_callback callback, void *context);
/// Called where a socket was made that is to be connected.
CURLcode ccurl_set_socket(CURL *easy, curl_sockopt_callback callback, void *context);
/// Called where a connection stands and the request goes out (since 7.80).
CURLcode ccurl_set_connected(CURL *easy, curl_prereq_callback callback, void *context);
/// Sends a copy of `bytes`; makes the request a POST unless told otherwise.
CURLcode ccurl_set_body(CURL *easy, const void *bytes, size_t count);

/// 0 where it is not known, as for the others.
long ccurl_get_long(CURL *easy, CURLINFO info);
curl_off_t ccurl_get_offset(CURL *easy, CURLINFO info);
/// Belongs to the handle; may be null.
const char *ccurl_get_string(CURL *easy, CURLINFO info);
/// What CURLOPT_PRIVATE was set to.
void *ccurl_get_private(CURL *easy);

/// Null, and the list is freed, where memory is short.
struct curl_slist *ccurl_list_append(struct curl_slist *list, const char *text);
void ccurl_list_free(struct curl_slist *list);

CURLM *ccurl_multi_open(void);
void ccurl_multi_close(CURLM *multi);
CURLMcode ccurl_multi_set_long(CURLM *multi, CURLMoption option, long value);
CURLMcode ccurl_multi_add(CURLM *multi, CURL *easy);
CURLMcode ccurl_multi_remove(CURLM *multi, CURL *easy);
CURLMcode ccurl_multi_perform(CURLM *multi);
/// Sleeps until there is work, `descriptor` is readable or the time is over.
CURLMcode ccurl_multi_poll(CURLM *multi, int descriptor, int milliseconds);
/// The next transfer that is done; null where there is none. Why a shim: the
/// result is in a union.
CURL *ccurl_multi_done(CURLM *multi, CURLcode *result);

/// Seconds since 1970, or -1.
long long ccurl_date(const char *text);

// What the thread sleeps on beside libcurl's sockets. Swift's Glibc module
// has no <sys/eventfd.h>.

/// A descriptor that is readable while its count is not 0 (eventfd(2)), or -1.
int ccurl_counter_open(void);
void ccurl_counter_raise(int counter);
void ccurl_counter_clear(int counter);

#endif
