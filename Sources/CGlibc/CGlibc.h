#ifndef C_GLIBC_H
#define C_GLIBC_H

// What the C library and the system can be told, which the module of the C library leaves out.

#include <malloc.h>
#include <sys/syscall.h>
#include <unistd.h>

/// How many bytes of the heap are free behind the last piece in use.
static inline size_t heap_bytes_behind_last(void) { return mallinfo2().keepcost; }

/// The processor that the calling thread runs on; -1 where that is not known.
static inline long processor_here(void) {
  unsigned int processor = 0;
  return syscall(SYS_getcpu, &processor, 0, 0) == 0 ? (long)processor : -1;
}

/// Moves the calling thread off a processor, if it may run on another; it may come back later.
static inline void leave_processor(long processor) {
  unsigned long all[128], others[128];
  long bits = 8 * (long)sizeof(unsigned long);
  long bytes = syscall(SYS_sched_getaffinity, 0, sizeof all, all);
  if (bytes <= 0 || processor < 0 || processor >= 8 * bytes) return;
  for (long word = 0; word < bytes * 8 / bits; word++) others[word] = all[word];
  others[processor / bits] &= ~(1ul << (processor % bits));
  // It fails where there is no other.
  if (syscall(SYS_sched_setaffinity, 0, bytes, others) == 0) {
    (void)syscall(SYS_sched_setaffinity, 0, bytes, all);
  }
}

#endif
