/* The fence round GLPK.
 *
 * GLPK answers a fatal error with abort(). Its error hook may escape by longjmp, but never
 * through Swift frames, whose clean-up would be skipped. So every GLPK call that can fail is
 * made here, in C: plain arrays in, plain arrays out, one setjmp per call, and no call back
 * into Swift.
 *
 * Conventions: indices are 0-based (GLPK's are 1-based); an absent bound is an infinity;
 * all calls for a session come from the thread that opened it. The caller has checked the
 * data: what is wrong here is a fatal error there.
 */
#ifndef CAMIN_GLPK_GUARD_H
#define CAMIN_GLPK_GUARD_H

#include <stdint.h>

/* How a call across the fence ended. */
enum {
  FENCE_OK = 0,
  FENCE_LOST = 1,          /* a fatal error, now or earlier: the session is dead */
  FENCE_WRONG_THREAD = 2,  /* not the thread that opened the session */
  FENCE_NO_MEMORY = 3,     /* our own scratch could not grow; the session lives */
};

/* Why a solver came back. */
enum {
  FENCE_FINISHED = 0,
  FENCE_INFEASIBLE = 1,
  FENCE_UNBOUNDED = 2,
  FENCE_ITERATION_LIMIT = 3,
  FENCE_TIME_LIMIT = 4,
  FENCE_STOP_FLAG = 5,
  FENCE_NODE_LIMIT = 6,
  FENCE_GAP_REACHED = 7,
  FENCE_NUMERICAL_TROUBLE = 8,
};

/* Basis statuses. */
enum {
  FENCE_BASIC = 0,
  FENCE_AT_LOWER = 1,
  FENCE_AT_UPPER = 2,
  FENCE_FREE = 3,
  FENCE_FIXED = 4,
};

/* What is broken by a point (fence_check_point). */
enum {
  FENCE_NOTHING = 0,
  FENCE_ROW = 1,
  FENCE_COLUMN = 2,
  FENCE_INTEGRALITY = 3,
};

/* A flag one thread raises and the solving thread reads. */
typedef struct fence_stop_flag fence_stop_flag;
fence_stop_flag *fence_stop_flag_create(void);
void fence_stop_flag_destroy(fence_stop_flag *flag);
void fence_stop_flag_set(fence_stop_flag *flag, int raised);
int fence_stop_flag_is_raised(const fence_stop_flag *flag);

typedef struct fence_session fence_session;

/* Opens a session with an empty problem; NULL when there is no memory. */
fence_session *fence_open(void);
/* Closes it; with a thread's last session its GLPK environment is freed. */
int fence_close(fence_session *session);
/* What GLPK printed during this thread's latest call: the last few KB, "" if nothing. */
const char *fence_log(void);
/* Bytes and blocks GLPK holds on this thread (tests). Creates no environment. */
void fence_memory(int64_t *bytes, int64_t *blocks);
/* Makes GLPK fail on purpose (tests). */
int fence_provoke_fatal_error(fence_session *session);

int fence_set_objective(fence_session *session, int maximise, double offset);

/* Coefficients of item k are indices/values [starts[k], starts[k+1]); starts may be NULL. */
int fence_add_rows(
    fence_session *session, int32_t count, const double *lower, const double *upper,
    const int32_t *starts, const int32_t *columns, const double *values);
int fence_add_columns(
    fence_session *session, int32_t count, const double *lower, const double *upper,
    const double *cost, const uint8_t *is_integer, const int32_t *starts, const int32_t *rows,
    const double *values);

int fence_set_row_bounds(
    fence_session *session, int32_t count, const int32_t *rows, const double *lower,
    const double *upper);
int fence_set_column_bounds(
    fence_session *session, int32_t count, const int32_t *columns, const double *lower,
    const double *upper);
int fence_set_costs(
    fence_session *session, int32_t count, const int32_t *columns, const double *costs);
int fence_delete_rows(fence_session *session, int32_t count, const int32_t *rows);
int fence_delete_columns(fence_session *session, int32_t count, const int32_t *columns);

int fence_set_basis(fence_session *session, const uint8_t *rows, const uint8_t *columns);
int fence_advanced_basis(fence_session *session);
int fence_slack_basis(fence_session *session);

/* Any output array may be NULL. */
int fence_read_rows(fence_session *session, double *activity, double *dual, uint8_t *status);
int fence_read_columns(
    fence_session *session, double *value, double *reduced_cost, uint8_t *status);

typedef struct {
  double objective;
  double violation; /* the largest */
  int kind;         /* FENCE_NOTHING, FENCE_ROW, ... : where the largest is */
  int32_t index;
} fence_point_check;
int fence_check_point(fence_session *session, const double *values, fence_point_check *check);

typedef struct {
  int dual;                     /* dual simplex first, primal when it fails */
  int64_t iteration_limit;      /* negative: none */
  double seconds;               /* infinity: none */
  const fence_stop_flag *stop;  /* NULL: none */
} fence_simplex_options;

typedef struct {
  int outcome;
  int primal_feasible;
  int basis_rebuilt; /* the basis was unusable, the solver began anew */
  double objective;
  int64_t iterations;
} fence_simplex_result;

int fence_simplex(
    fence_session *session, const fence_simplex_options *options, fence_simplex_result *result);

typedef struct {
  double seconds;              /* infinity: none */
  int64_t node_limit;          /* negative: none */
  double relative_gap;         /* 0: prove optimality */
  double cutoff;               /* only better objectives are wanted; NaN: none */
  const double *incumbent;     /* a feasible point, one value per column, or NULL */
  const fence_stop_flag *stop; /* NULL: none */
  int presolve;
  int fix_by_reduced_cost;
  int gomory_cuts, rounding_cuts, cover_cuts, clique_cuts;
  int rounding_heuristic, feasibility_pump;
  int depth_first;
} fence_integer_options;

typedef struct {
  int outcome;
  int has_solution; /* the solver's own; the incumbent given is the caller's to keep */
  double objective;
  double bound; /* no solution is better than this and than the cutoff */
  int64_t nodes;
  int64_t iterations;
  int32_t fixed; /* columns fixed by their reduced cost */
} fence_integer_result;

int fence_integer(
    fence_session *session, const fence_integer_options *options, fence_integer_result *result,
    double *values);

#endif
