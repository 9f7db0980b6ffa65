/* Shared by the files of the fence; nothing here is seen from Swift. */
#ifndef CAMIN_GLPK_INTERNAL_H
#define CAMIN_GLPK_INTERNAL_H

#include <glpk.h>
#include <stddef.h>

#include "glpk_guard.h"

struct fence_session {
  glp_prob *problem;
  const void *owner;    /* identity of the opening thread */
  uint64_t generation;  /* of the thread's environment when the session was opened */
  int scaled;
  int status; /* FENCE_OK, or why a body gave up of its own accord */

  /* 1-based scratch. It hangs on the session so that a longjmp past its user cannot leak it. */
  int *index;
  double *value;
  size_t capacity;

  /* Bounds put aside while columns are fixed. */
  int *fixed;
  double *fixed_lower, *fixed_upper;
};

typedef void fence_body(fence_session *session, void *arguments);

/* Runs body with GLPK's fatal errors caught. */
int fence_run(fence_session *session, fence_body *body, void *arguments);
/* Makes room for indices 0...count; 0 when there is no memory. */
int fence_reserve(fence_session *session, size_t count);
void fence_release_fixed(fence_session *session);

/* GLPK's bound type for a pair of bounds. */
int fence_bound_type(double lower, double upper);
/* Bounds in our notation: infinities where GLPK keeps none. */
double fence_row_lower(glp_prob *p, int i);
double fence_row_upper(glp_prob *p, int i);
double fence_column_lower(glp_prob *p, int j);
double fence_column_upper(glp_prob *p, int j);

/* Monotonic seconds. */
double fence_now(void);
/* Milliseconds left for GLPK's tm_lim, at least 1; INT_MAX when the deadline is infinite. */
int fence_milliseconds_until(double deadline);

/* The simplex method on any problem of this thread, inside the fence. */
void fence_simplex_inside(
    glp_prob *p, const fence_simplex_options *options, fence_simplex_result *result);

#endif
