#ifndef CAMIN_CZIP_SHIM_H
#define CAMIN_CZIP_SHIM_H

#include <zip.h>

#endif
