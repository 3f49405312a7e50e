#define _GNU_SOURCE
#include "CSpawn.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <unistd.h>

static int prepare_actions(posix_spawn_file_actions_t *actions, int output) {
    int failure = posix_spawn_file_actions_addopen(actions, 0, "/dev/null", O_RDONLY, 0);
    if (failure == 0) {
        failure = posix_spawn_file_actions_adddup2(actions, output, 1);
    }
    if (failure == 0) {
        failure = posix_spawn_file_actions_addopen(actions, 2, "/dev/null", O_WRONLY, 0);
    }
    if (failure == 0) {
        failure = posix_spawn_file_actions_addclosefrom_np(actions, 3);
    }
    return failure;
}

static int prepare_attributes(posix_spawnattr_t *attributes) {
    sigset_t signals;
    sigemptyset(&signals);
    int failure = posix_spawnattr_setsigmask(attributes, &signals);
    sigfillset(&signals);
    if (failure == 0) {
        failure = posix_spawnattr_setsigdefault(attributes, &signals);
    }
    if (failure == 0) {
        failure = posix_spawnattr_setflags(
            attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSID);
    }
    return failure;
}

static int spawn(char *const *arguments, int output, pid_t *process) {
    posix_spawn_file_actions_t actions;
    int failure = posix_spawn_file_actions_init(&actions);
    if (failure != 0) {
        return failure;
    }
    posix_spawnattr_t attributes;
    failure = posix_spawnattr_init(&attributes);
    if (failure == 0) {
        failure = prepare_actions(&actions, output);
        if (failure == 0) {
            failure = prepare_attributes(&attributes);
        }
        if (failure == 0) {
            failure = posix_spawnp(process, arguments[0], &actions, &attributes, arguments, environ);
        }
        posix_spawnattr_destroy(&attributes);
    }
    posix_spawn_file_actions_destroy(&actions);
    return failure;
}

int cspawn_start(char *const *arguments, int *output, pid_t *process) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) {
        return errno;
    }
    int failure = spawn(arguments, ends[1], process);
    close(ends[1]);
    if (failure != 0) {
        close(ends[0]);
        return failure;
    }
    *output = ends[0];
    return 0;
}
