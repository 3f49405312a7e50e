#include "CFilms.h"
