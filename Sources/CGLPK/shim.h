#ifndef CAMIN_CGLPK_SHIM_H
#define CAMIN_CGLPK_SHIM_H

#include <glpk.h>

#endif
