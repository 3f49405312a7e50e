#include "CHTTPPeer.h"

#include "CCurl.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

struct body {
    char *bytes;
    size_t count, capacity;
};

static size_t append(char *bytes, size_t size, size_t count, void *context) {
    struct body *body = context;
    size *= count;
    if (body->count + size > body->capacity) {
        size_t capacity = (body->count + size) * 2;
        char *larger = realloc(body->bytes, capacity);
        if (larger == NULL) return 0;
        body->bytes = larger;
        body->capacity = capacity;
    }
    memcpy(body->bytes + body->count, bytes, size);
    body->count += size;
    return size;
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static CURL *open_easy(const char *url, struct body *body) {
    CURL *easy = ccurl_easy_open();
    ccurl_set_string(easy, CURLOPT_URL, url);
    ccurl_set_string(easy, CURLOPT_ACCEPT_ENCODING, "");
    ccurl_set_long(easy, CURLOPT_NOSIGNAL, 1);
    ccurl_set_writer(easy, CURLOPT_WRITEFUNCTION, append);
    ccurl_set_pointer(easy, CURLOPT_WRITEDATA, body);
    ccurl_set_pointer(easy, CURLOPT_PRIVATE, body);
    return easy;
}

double chttp_sequential(const char *url, int requests) { return chttp_concurrent(url, requests, 0); }

/// One at a time by itself, as curl_easy_perform does.
static int perform(CURL *easy, struct body *body, int requests) {
    for (int i = 0; i < requests; i++) {
        body->count = 0;
        if (ccurl_easy_perform(easy) != CURLE_OK) return -1;
    }
    return 0;
}

static int perform_all(CURL **easy, int requests, int width) {
    CURLM *multi = ccurl_multi_open();
    ccurl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, width);
    int begun = 0, ended = 0, failed = 0;
    for (; begun < width; begun++) ccurl_multi_add(multi, easy[begun]);
    while (ended < requests && !failed) {
        ccurl_multi_perform(multi);
        CURL *done;
        CURLcode code;
        while ((done = ccurl_multi_done(multi, &code)) != NULL) {
            failed |= code != CURLE_OK;
            ended++;
            ccurl_multi_remove(multi, done);
            ((struct body *)ccurl_get_private(done))->count = 0;
            if (begun < requests) {
                begun++;
                ccurl_multi_add(multi, done);
            }
        }
        if (ended < requests) ccurl_multi_poll(multi, -1, 1000);
    }
    for (int i = 0; i < width; i++) ccurl_multi_remove(multi, easy[i]);
    ccurl_multi_close(multi);
    return failed ? -1 : 0;
}

double chttp_concurrent(const char *url, int requests, int width) {
    if (!ccurl_load()) return -1;
    int count = width == 0 ? 1 : width;
    CURL *easy[count];
    struct body bodies[count];
    memset(bodies, 0, sizeof bodies);
    for (int i = 0; i < count; i++) easy[i] = open_easy(url, &bodies[i]);
    double start = now();
    int code = width == 0 ? perform(easy[0], &bodies[0], requests)
                          : perform_all(easy, requests, width);
    double seconds = now() - start;
    for (int i = 0; i < count; i++) {
        ccurl_easy_close(easy[i]);
        free(bodies[i].bytes);
    }
    return code == 0 ? seconds : -1;
}
