#ifndef C_MALLOC_H
#define C_MALLOC_H

// What the C library's heap can be told, which the module of the C library leaves out.

#include <malloc.h>

/// How many bytes are free behind the last piece in use.
static inline size_t heap_bytes_behind_last(void) { return mallinfo2().keepcost; }

#endif
