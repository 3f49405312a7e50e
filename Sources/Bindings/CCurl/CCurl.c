#include "CCurl.h"

#include <dlfcn.h>
#include <pthread.h>

#define FUNCTIONS(each)                                                                          \
    each(curl_global_init) each(curl_version_info) each(curl_getdate)                            \
    each(curl_easy_init) each(curl_easy_reset) each(curl_easy_cleanup) each(curl_easy_perform)   \
    each(curl_easy_strerror) each(curl_easy_setopt) each(curl_easy_getinfo)                      \
    each(curl_slist_append) each(curl_slist_free_all)                                            \
    each(curl_multi_init) each(curl_multi_cleanup) each(curl_multi_setopt)                       \
    each(curl_multi_add_handle) each(curl_multi_remove_handle) each(curl_multi_perform)          \
    each(curl_multi_poll) each(curl_multi_info_read)

#define DECLARE(name) __typeof__(&name) name;
static struct { FUNCTIONS(DECLARE) } library;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static bool is_loaded = false;

// Debian's flavours differ in the library for TLS and the version of their
// symbols, not in the interface.
static const char *const names[] = {"libcurl.so.4", "libcurl-gnutls.so.4"};

static bool find_all(void *handle) {
#define FIND(name)                                                                               \
    library.name = (__typeof__(&name))dlsym(handle, #name);                                      \
    if (library.name == NULL) return false;
    FUNCTIONS(FIND)
    return true;
}

static void load(void) {
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        void *handle = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
        if (handle == NULL) continue;
        if (find_all(handle) && library.curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK) {
            is_loaded = true;
            return;
        }
        dlclose(handle);
    }
}

bool ccurl_load(void) {
    pthread_once(&once, load);
    return is_loaded;
}

const char *ccurl_version(void) {
    return library.curl_version_info(CURLVERSION_NOW)->version;
}

long long ccurl_date(const char *text) { return library.curl_getdate(text, NULL); }

CURL *ccurl_easy_open(void) { return library.curl_easy_init(); }

void ccurl_easy_reset(CURL *easy) { library.curl_easy_reset(easy); }

void ccurl_easy_close(CURL *easy) { library.curl_easy_cleanup(easy); }

const char *ccurl_easy_error(CURLcode code) { return library.curl_easy_strerror(code); }

CURLcode ccurl_easy_perform(CURL *easy) { return library.curl_easy_perform(easy); }

CURLcode ccurl_set_long(CURL *easy, CURLoption option, long value) {
    return library.curl_easy_setopt(easy, option, value);
}

CURLcode ccurl_set_string(CURL *easy, CURLoption option, const char *value) {
    return library.curl_easy_setopt(easy, option, value);
}

CURLcode ccurl_set_pointer(CURL *easy, CURLoption option, void *value) {
    return library.curl_easy_setopt(easy, option, value);
}

CURLcode ccurl_set_list(CURL *easy, CURLoption option, struct curl_slist *value) {
    return library.curl_easy_setopt(easy, option, value);
}

CURLcode ccurl_set_writer(CURL *easy, CURLoption option, curl_write_callback callback) {
    return library.curl_easy_setopt(easy, option, callback);
}

CURLcode ccurl_set_lookup(CURL *easy, curl_resolver_start_callback callback, void *context) {
    library.curl_easy_setopt(easy, CURLOPT_RESOLVER_START_DATA, context);
    return library.curl_easy_setopt(easy, CURLOPT_RESOLVER_START_FUNCTION, callback);
}

CURLcode ccurl_set_socket(CURL *easy, curl_sockopt_callback callback, void *context) {
    library.curl_easy_setopt(easy, CURLOPT_SOCKOPTDATA, context);
    return library.curl_easy_setopt(easy, CURLOPT_SOCKOPTFUNCTION, callback);
}

CURLcode ccurl_set_connected(CURL *easy, curl_prereq_callback callback, void *context) {
    library.curl_easy_setopt(easy, CURLOPT_PREREQDATA, context);
    return library.curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, callback);
}

CURLcode ccurl_set_body(CURL *easy, const void *bytes, size_t count) {
    CURLcode code =
        library.curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)count);
    if (code != CURLE_OK) return code;
    return library.curl_easy_setopt(easy, CURLOPT_COPYPOSTFIELDS, count == 0 ? "" : bytes);
}

long ccurl_get_long(CURL *easy, CURLINFO info) {
    long value = 0;
    return library.curl_easy_getinfo(easy, info, &value) == CURLE_OK ? value : 0;
}

curl_off_t ccurl_get_offset(CURL *easy, CURLINFO info) {
    curl_off_t value = 0;
    return library.curl_easy_getinfo(easy, info, &value) == CURLE_OK ? value : 0;
}

const char *ccurl_get_string(CURL *easy, CURLINFO info) {
    const char *value = NULL;
    return library.curl_easy_getinfo(easy, info, &value) == CURLE_OK ? value : NULL;
}

void *ccurl_get_private(CURL *easy) {
    void *value = NULL;
    return library.curl_easy_getinfo(easy, CURLINFO_PRIVATE, &value) == CURLE_OK ? value : NULL;
}

struct curl_slist *ccurl_list_append(struct curl_slist *list, const char *text) {
    struct curl_slist *longer = library.curl_slist_append(list, text);
    if (longer == NULL) library.curl_slist_free_all(list);
    return longer;
}

void ccurl_list_free(struct curl_slist *list) { library.curl_slist_free_all(list); }

CURLM *ccurl_multi_open(void) { return library.curl_multi_init(); }

void ccurl_multi_close(CURLM *multi) { library.curl_multi_cleanup(multi); }

CURLMcode ccurl_multi_set_long(CURLM *multi, CURLMoption option, long value) {
    return library.curl_multi_setopt(multi, option, value);
}

CURLMcode ccurl_multi_add(CURLM *multi, CURL *easy) {
    return library.curl_multi_add_handle(multi, easy);
}

CURLMcode ccurl_multi_remove(CURLM *multi, CURL *easy) {
    return library.curl_multi_remove_handle(multi, easy);
}

CURLMcode ccurl_multi_perform(CURLM *multi) {
    int running = 0;
    return library.curl_multi_perform(multi, &running);
}

CURLMcode ccurl_multi_poll(CURLM *multi, int descriptor, int milliseconds) {
    struct curl_waitfd other = {.fd = descriptor, .events = CURL_WAIT_POLLIN};
    return library.curl_multi_poll(multi, &other, 1, milliseconds, NULL);
}

CURL *ccurl_multi_done(CURLM *multi, CURLcode *result) {
    int left = 0;
    CURLMsg *message;
    while ((message = library.curl_multi_info_read(multi, &left)) != NULL) {
        if (message->msg != CURLMSG_DONE) continue;
        *result = message->data.result;
        return message->easy_handle;
    }
    return NULL;
}
