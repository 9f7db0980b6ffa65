/* The stop flag: one atomic word, safe to raise from another thread or a signal handler. */
#include <stdatomic.h>
#include <stdlib.h>

#include "glpk_guard.h"

struct fence_stop_flag {
  _Atomic int32_t raised;
};

fence_stop_flag *fence_stop_flag_create(void) {
  fence_stop_flag *flag = malloc(sizeof *flag);
  if (flag != NULL) atomic_init(&flag->raised, 0);
  return flag;
}

void fence_stop_flag_destroy(fence_stop_flag *flag) { free(flag); }

void fence_stop_flag_set(fence_stop_flag *flag, int raised) {
  atomic_store_explicit(&flag->raised, raised != 0, memory_order_release);
}

int fence_stop_flag_is_raised(const fence_stop_flag *flag) {
  return flag != NULL && atomic_load_explicit(&flag->raised, memory_order_acquire) != 0;
}
