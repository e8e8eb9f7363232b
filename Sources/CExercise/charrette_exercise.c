#include "charrette_exercise.h"
