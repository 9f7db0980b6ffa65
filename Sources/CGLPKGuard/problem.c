/* Building, changing and reading a problem, in bulk: one fenced call for many items. */
#include <math.h>

#include "internal.h"

int fence_bound_type(double lower, double upper) {
  if (isinf(lower)) return isinf(upper) ? GLP_FR : GLP_UP;
  if (isinf(upper)) return GLP_LO;
  return lower == upper ? GLP_FX : GLP_DB; /* GLPK refuses DB with equal bounds */
}

/* GLPK writes -DBL_MAX and +DBL_MAX for an absent bound. */
double fence_row_lower(glp_prob *p, int i) {
  int type = glp_get_row_type(p, i);
  return type == GLP_FR || type == GLP_UP ? -INFINITY : glp_get_row_lb(p, i);
}
double fence_row_upper(glp_prob *p, int i) {
  int type = glp_get_row_type(p, i);
  return type == GLP_FR || type == GLP_LO ? INFINITY : glp_get_row_ub(p, i);
}
double fence_column_lower(glp_prob *p, int j) {
  int type = glp_get_col_type(p, j);
  return type == GLP_FR || type == GLP_UP ? -INFINITY : glp_get_col_lb(p, j);
}
double fence_column_upper(glp_prob *p, int j) {
  int type = glp_get_col_type(p, j);
  return type == GLP_FR || type == GLP_LO ? INFINITY : glp_get_col_ub(p, j);
}

typedef struct {
  int count;
  const double *lower, *upper, *cost;
  const uint8_t *is_integer;
  const int32_t *starts, *items;
  const double *values;
} batch;

/* Copies one sparse vector into the 1-based scratch; its length, or -1 without memory. */
static int unpack(fence_session *s, const batch *b, int k) {
  int begin = b->starts[k], length = b->starts[k + 1] - begin;
  if (!fence_reserve(s, (size_t)length)) return -1;
  for (int e = 0; e < length; e++) {
    s->index[e + 1] = b->items[begin + e] + 1;
    s->value[e + 1] = b->values[begin + e];
  }
  return length;
}

static void add_rows(fence_session *s, void *arguments) {
  const batch *b = arguments;
  int first = glp_add_rows(s->problem, b->count);
  for (int k = 0; k < b->count; k++) {
    int type = fence_bound_type(b->lower[k], b->upper[k]);
    glp_set_row_bnds(s->problem, first + k, type, b->lower[k], b->upper[k]);
    if (b->starts == NULL) continue;
    int length = unpack(s, b, k);
    if (length < 0) return;
    if (length > 0) glp_set_mat_row(s->problem, first + k, length, s->index, s->value);
  }
}

int fence_add_rows(
    fence_session *session, int32_t count, const double *lower, const double *upper,
    const int32_t *starts, const int32_t *columns, const double *values) {
  batch b = {.count = count, .lower = lower, .upper = upper, .starts = starts,
             .items = columns, .values = values};
  return count == 0 ? FENCE_OK : fence_run(session, add_rows, &b);
}

static void add_columns(fence_session *s, void *arguments) {
  const batch *b = arguments;
  int first = glp_add_cols(s->problem, b->count);
  for (int k = 0; k < b->count; k++) {
    int j = first + k, type = fence_bound_type(b->lower[k], b->upper[k]);
    glp_set_col_bnds(s->problem, j, type, b->lower[k], b->upper[k]);
    glp_set_obj_coef(s->problem, j, b->cost[k]);
    if (b->is_integer[k]) glp_set_col_kind(s->problem, j, GLP_IV);
    int length = unpack(s, b, k);
    if (length < 0) return;
    if (length > 0) glp_set_mat_col(s->problem, j, length, s->index, s->value);
  }
}

int fence_add_columns(
    fence_session *session, int32_t count, const double *lower, const double *upper,
    const double *cost, const uint8_t *is_integer, const int32_t *starts, const int32_t *rows,
    const double *values) {
  batch b = {.count = count, .lower = lower, .upper = upper, .cost = cost,
             .is_integer = is_integer, .starts = starts, .items = rows, .values = values};
  return count == 0 ? FENCE_OK : fence_run(session, add_columns, &b);
}

static void set_row_bounds(fence_session *s, void *arguments) {
  const batch *b = arguments;
  for (int k = 0; k < b->count; k++) {
    int type = fence_bound_type(b->lower[k], b->upper[k]);
    glp_set_row_bnds(s->problem, b->items[k] + 1, type, b->lower[k], b->upper[k]);
  }
}

int fence_set_row_bounds(
    fence_session *session, int32_t count, const int32_t *rows, const double *lower,
    const double *upper) {
  batch b = {.count = count, .items = rows, .lower = lower, .upper = upper};
  return fence_run(session, set_row_bounds, &b);
}

static void set_column_bounds(fence_session *s, void *arguments) {
  const batch *b = arguments;
  for (int k = 0; k < b->count; k++) {
    int type = fence_bound_type(b->lower[k], b->upper[k]);
    glp_set_col_bnds(s->problem, b->items[k] + 1, type, b->lower[k], b->upper[k]);
  }
}

int fence_set_column_bounds(
    fence_session *session, int32_t count, const int32_t *columns, const double *lower,
    const double *upper) {
  batch b = {.count = count, .items = columns, .lower = lower, .upper = upper};
  return fence_run(session, set_column_bounds, &b);
}

static void set_costs(fence_session *s, void *arguments) {
  const batch *b = arguments;
  for (int k = 0; k < b->count; k++)
    glp_set_obj_coef(s->problem, b->items[k] + 1, b->cost[k]);
}

int fence_set_costs(
    fence_session *session, int32_t count, const int32_t *columns, const double *costs) {
  batch b = {.count = count, .items = columns, .cost = costs};
  return fence_run(session, set_costs, &b);
}

static void set_objective(fence_session *s, void *arguments) {
  const batch *b = arguments;
  glp_set_obj_dir(s->problem, b->count ? GLP_MAX : GLP_MIN);
  glp_set_obj_coef(s->problem, 0, *b->cost);
}

int fence_set_objective(fence_session *session, int maximise, double offset) {
  batch b = {.count = maximise, .cost = &offset};
  return fence_run(session, set_objective, &b);
}

static int unpack_list(fence_session *s, const batch *b) {
  if (!fence_reserve(s, (size_t)b->count)) return 0;
  for (int k = 0; k < b->count; k++) s->index[k + 1] = b->items[k] + 1;
  return 1;
}

static void delete_rows(fence_session *s, void *arguments) {
  const batch *b = arguments;
  if (unpack_list(s, b)) glp_del_rows(s->problem, b->count, s->index);
}

int fence_delete_rows(fence_session *session, int32_t count, const int32_t *rows) {
  batch b = {.count = count, .items = rows};
  return count == 0 ? FENCE_OK : fence_run(session, delete_rows, &b);
}

static void delete_columns(fence_session *s, void *arguments) {
  const batch *b = arguments;
  if (unpack_list(s, b)) glp_del_cols(s->problem, b->count, s->index);
}

int fence_delete_columns(fence_session *session, int32_t count, const int32_t *columns) {
  batch b = {.count = count, .items = columns};
  return count == 0 ? FENCE_OK : fence_run(session, delete_columns, &b);
}

static const int to_glpk[] = {GLP_BS, GLP_NL, GLP_NU, GLP_NF, GLP_NS};

static uint8_t from_glpk(int status) {
  switch (status) {
    case GLP_BS: return FENCE_BASIC;
    case GLP_NL: return FENCE_AT_LOWER;
    case GLP_NU: return FENCE_AT_UPPER;
    case GLP_NF: return FENCE_FREE;
    default: return FENCE_FIXED;
  }
}

typedef struct {
  double *value, *dual;
  uint8_t *status;
  const uint8_t *rows, *columns;
} vectors;

static void set_basis(fence_session *s, void *arguments) {
  const vectors *v = arguments;
  int m = glp_get_num_rows(s->problem), n = glp_get_num_cols(s->problem);
  for (int i = 1; i <= m; i++) glp_set_row_stat(s->problem, i, to_glpk[v->rows[i - 1]]);
  for (int j = 1; j <= n; j++) glp_set_col_stat(s->problem, j, to_glpk[v->columns[j - 1]]);
}

int fence_set_basis(fence_session *session, const uint8_t *rows, const uint8_t *columns) {
  vectors v = {.rows = rows, .columns = columns};
  return fence_run(session, set_basis, &v);
}

static void advanced_basis(fence_session *s, void *unused) {
  (void)unused;
  glp_adv_basis(s->problem, 0);
}

int fence_advanced_basis(fence_session *session) {
  return fence_run(session, advanced_basis, NULL);
}

static void slack_basis(fence_session *s, void *unused) {
  (void)unused;
  glp_std_basis(s->problem);
}

int fence_slack_basis(fence_session *session) { return fence_run(session, slack_basis, NULL); }

static void read_rows(fence_session *s, void *arguments) {
  const vectors *v = arguments;
  int m = glp_get_num_rows(s->problem);
  for (int i = 1; i <= m; i++) {
    if (v->value != NULL) v->value[i - 1] = glp_get_row_prim(s->problem, i);
    if (v->dual != NULL) v->dual[i - 1] = glp_get_row_dual(s->problem, i);
    if (v->status != NULL) v->status[i - 1] = from_glpk(glp_get_row_stat(s->problem, i));
  }
}

int fence_read_rows(fence_session *session, double *activity, double *dual, uint8_t *status) {
  vectors v = {.value = activity, .dual = dual, .status = status};
  return fence_run(session, read_rows, &v);
}

static void read_columns(fence_session *s, void *arguments) {
  const vectors *v = arguments;
  int n = glp_get_num_cols(s->problem);
  for (int j = 1; j <= n; j++) {
    if (v->value != NULL) v->value[j - 1] = glp_get_col_prim(s->problem, j);
    if (v->dual != NULL) v->dual[j - 1] = glp_get_col_dual(s->problem, j);
    if (v->status != NULL) v->status[j - 1] = from_glpk(glp_get_col_stat(s->problem, j));
  }
}

int fence_read_columns(
    fence_session *session, double *value, double *reduced_cost, uint8_t *status) {
  vectors v = {.value = value, .dual = reduced_cost, .status = status};
  return fence_run(session, read_columns, &v);
}

typedef struct {
  const double *x;
  fence_point_check *check;
} point;

static void note(fence_point_check *check, double violation, int kind, int index) {
  if (!(violation > check->violation)) return;
  check->violation = violation;
  check->kind = kind;
  check->index = index - 1;
}

static void check_point(fence_session *s, void *arguments) {
  const point *a = arguments;
  glp_prob *p = s->problem;
  int m = glp_get_num_rows(p), n = glp_get_num_cols(p);
  *a->check = (fence_point_check){.objective = glp_get_obj_coef(p, 0), .index = -1};
  /* The activities share the scratch with the column read: they sit behind it. */
  if (!fence_reserve(s, 2 * (size_t)m + 1)) return;
  double *activity = s->value + m;
  for (int i = 1; i <= m; i++) activity[i] = 0;
  for (int j = 1; j <= n; j++) {
    double x = a->x[j - 1];
    a->check->objective += glp_get_obj_coef(p, j) * x;
    note(a->check, fence_column_lower(p, j) - x, FENCE_COLUMN, j);
    note(a->check, x - fence_column_upper(p, j), FENCE_COLUMN, j);
    if (glp_get_col_kind(p, j) != GLP_CV)
      note(a->check, fabs(x - nearbyint(x)), FENCE_INTEGRALITY, j);
    if (x == 0) continue;
    int length = glp_get_mat_col(p, j, s->index, s->value);
    for (int e = 1; e <= length; e++) activity[s->index[e]] += s->value[e] * x;
  }
  for (int i = 1; i <= m; i++) {
    note(a->check, fence_row_lower(p, i) - activity[i], FENCE_ROW, i);
    note(a->check, activity[i] - fence_row_upper(p, i), FENCE_ROW, i);
  }
}

int fence_check_point(fence_session *session, const double *values, fence_point_check *check) {
  point a = {.x = values, .check = check};
  return fence_run(session, check_point, &a);
}
