/* The simplex method, run in slices so that a raised flag is seen. */
#define _POSIX_C_SOURCE 200809L /* clock_gettime */
#include <limits.h>
#include <math.h>
#include <string.h>
#include <time.h>

#include "internal.h"

/* Iterations between two looks at the flag. Each slice starts its steepest-edge weights
   afresh; 200 still cost nothing measurable on 500 rows by 20,000 columns, where they take a
   fifth of a second. Counted in iterations, never in time, so that the path taken does not
   depend on the machine. */
enum { SLICE = 200 };

double fence_now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

int fence_milliseconds_until(double deadline) {
  if (isinf(deadline)) return INT_MAX;
  double left = ceil(1000 * (deadline - fence_now()));
  if (left < 1) return 1;
  return left > INT_MAX - 1 ? INT_MAX - 1 : (int)left;
}

/* Maps what GLPK knows about the basic solution; -1 when it has settled nothing. */
static int verdict(glp_prob *p) {
  int primal = glp_get_prim_stat(p), dual = glp_get_dual_stat(p);
  if (primal == GLP_FEAS && dual == GLP_FEAS) return FENCE_FINISHED;
  if (primal == GLP_NOFEAS) return FENCE_INFEASIBLE;
  if (primal == GLP_FEAS && dual == GLP_NOFEAS) return FENCE_UNBOUNDED;
  return -1; /* no dual feasible point, and the primal side not looked at */
}

void fence_simplex_inside(
    glp_prob *p, const fence_simplex_options *options, fence_simplex_result *result) {
  int begin = glp_get_it_cnt(p);
  double deadline = fence_now() + options->seconds;
  int attempts = 0;
  glp_smcp control;
  glp_init_smcp(&control);
  control.msg_lev = GLP_MSG_ERR;
  control.meth = options->dual ? GLP_DUALP : GLP_PRIMAL;
  memset(result, 0, sizeof *result);
  result->outcome = FENCE_NUMERICAL_TROUBLE;
  for (;;) {
    int64_t done = glp_get_it_cnt(p) - begin, slice = SLICE;
    if (fence_stop_flag_is_raised(options->stop)) {
      result->outcome = FENCE_STOP_FLAG;
      break;
    }
    if (fence_now() >= deadline) {
      result->outcome = FENCE_TIME_LIMIT;
      break;
    }
    if (options->iteration_limit >= 0) {
      int64_t left = options->iteration_limit - done;
      if (left <= 0) {
        result->outcome = FENCE_ITERATION_LIMIT;
        break;
      }
      if (left < slice) slice = left;
    }
    control.it_lim = (int)slice;
    control.tm_lim = fence_milliseconds_until(deadline);
    int code = glp_simplex(p, &control);
    if (code == GLP_EITLIM) continue;
    if (code == GLP_ETMLIM) {
      result->outcome = FENCE_TIME_LIMIT;
      break;
    }
    if (code == 0) {
      int outcome = verdict(p);
      if (outcome >= 0) {
        result->outcome = outcome;
        break;
      }
      if (control.meth != GLP_PRIMAL) {
        control.meth = GLP_PRIMAL;
        continue;
      }
    }
    /* A basis that cannot be used (deleting a basic column leaves one) or a numerical
       dead end: begin anew, with a crash basis, then with the slack basis. */
    if (attempts == 2) break;
    if (attempts++ == 0) glp_adv_basis(p, 0);
    else glp_std_basis(p);
    result->basis_rebuilt = 1;
  }
  result->primal_feasible = glp_get_prim_stat(p) == GLP_FEAS;
  result->objective = glp_get_obj_val(p);
  result->iterations = glp_get_it_cnt(p) - begin;
}

typedef struct {
  const fence_simplex_options *options;
  fence_simplex_result *result;
} job;

static void run(fence_session *s, void *arguments) {
  const job *a = arguments;
  if (!s->scaled) {
    /* Once, before there is a basis to lose; GLPK leaves a well scaled problem alone. */
    glp_scale_prob(s->problem, GLP_SF_AUTO);
    s->scaled = 1;
  }
  fence_simplex_inside(s->problem, a->options, a->result);
}

int fence_simplex(
    fence_session *session, const fence_simplex_options *options,
    fence_simplex_result *result) {
  job a = {.options = options, .result = result};
  return fence_run(session, run, &a);
}
