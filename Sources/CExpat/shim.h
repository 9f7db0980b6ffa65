#ifndef CAMIN_CEXPAT_SHIM_H
#define CAMIN_CEXPAT_SHIM_H

#include <expat.h>

#endif
