#include "CUUID.h"
