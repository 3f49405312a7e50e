#include "CArguments.h"

static int argument_count;
static char **argument_values;

__attribute__((constructor)) static void keep_arguments(int count, char **values) {
    argument_count = count;
    argument_values = values;
}

int carguments_count(void) { return argument_count; }

char **carguments_values(void) { return argument_values; }
