/* Branch and bound: relaxation, fixing by reduced cost, presolve, the tree, and back. */
#include <float.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>

#include "internal.h"

/* GLPK's own tolerance on the objective: nodes within it of the incumbent are pruned. */
static const double objective_tolerance = 1e-7;

/* Everything below compares as if minimising: sign is -1 when the problem maximises. */
typedef struct {
  const fence_integer_options *options;
  fence_integer_result *result;
  double *values;
  double sign;
  double deadline;
  double wanted_below; /* min(cutoff, incumbent); infinity: anything will do */
  double bound;        /* best known bound on what the tree can still give */
  int own_space;       /* the tree's columns are the session's (no presolve) */
  int offered;         /* the incumbent has been handed over */
  int reason;          /* why the callback ended the search */
  double *point;       /* 1-based scratch for the incumbent */
} search;

static double margin(double value) { return objective_tolerance * (1 + fabs(value)); }

static int hopeless(const search *a, double bound) {
  return bound >= a->wanted_below - margin(a->wanted_below);
}

/* The lowest bound in the active list. It only ever rises, so an old one stays valid. */
static void refresh_bound(search *a, glp_tree *tree) {
  int best = glp_ios_best_node(tree);
  if (best == 0) return;
  double bound = a->sign * glp_ios_node_bound(tree, best);
  if (bound > a->bound && bound < DBL_MAX) a->bound = bound;
}

static void stop(search *a, glp_tree *tree, int reason) {
  a->reason = reason;
  glp_ios_terminate(tree);
}

static void select_node(search *a, glp_tree *tree) {
  refresh_bound(a, tree);
  /* The gap to a cutoff or to an incumbent that GLPK does not know of. */
  double best = a->wanted_below, gap = a->options->relative_gap;
  if (gap > 0 && isfinite(best) && best - a->bound <= gap * (fabs(best) + DBL_EPSILON)) {
    stop(a, tree, FENCE_GAP_REACHED);
    return;
  }
  if (a->options->node_limit >= 0 && a->result->nodes >= a->options->node_limit) {
    stop(a, tree, FENCE_NODE_LIMIT);
    return;
  }
  a->result->nodes++;
}

/* GLPK has no cutoff. A node that cannot beat ours gets an empty row that asks for 1: its
   relaxation becomes infeasible and the node is pruned. Rows of a node die with it. */
static void prune(search *a, glp_tree *tree) {
  if (isinf(a->wanted_below)) return;
  double bound = a->sign * glp_ios_node_bound(tree, glp_ios_curr_node(tree));
  if (!hopeless(a, bound)) return;
  glp_prob *p = glp_ios_get_prob(tree);
  glp_set_row_bnds(p, glp_add_rows(p, 1), GLP_LO, 1, 0);
}

static void offer_incumbent(search *a, glp_tree *tree) {
  if (a->offered || !a->own_space || a->options->incumbent == NULL) return;
  a->offered = 1;
  int n = glp_get_num_cols(glp_ios_get_prob(tree));
  for (int j = 1; j <= n; j++) a->point[j] = a->options->incumbent[j - 1];
  glp_ios_heur_sol(tree, a->point);
}

static void on_event(glp_tree *tree, void *info) {
  search *a = info;
  if (fence_stop_flag_is_raised(a->options->stop)) {
    stop(a, tree, FENCE_STOP_FLAG);
    return;
  }
  if (!isinf(a->deadline) && fence_now() >= a->deadline) {
    refresh_bound(a, tree);
    stop(a, tree, FENCE_TIME_LIMIT);
    return;
  }
  switch (glp_ios_reason(tree)) {
    case GLP_ISELECT: select_node(a, tree); break;
    case GLP_IROWGEN: prune(a, tree); break;
    case GLP_IHEUR: offer_incumbent(a, tree); break;
    default: break;
  }
}

static int relax(search *a, glp_prob *p) {
  fence_simplex_options options = {
      .dual = 0, .iteration_limit = -1, .seconds = a->deadline - fence_now(),
      .stop = a->options->stop};
  fence_simplex_result result;
  fence_simplex_inside(p, &options, &result);
  a->result->iterations += result.iterations;
  return result.outcome;
}

static int flag(int on) { return on ? GLP_ON : GLP_OFF; }

static int branch(search *a, glp_prob *p) {
  const fence_integer_options *o = a->options;
  glp_iocp control;
  glp_init_iocp(&control);
  control.msg_lev = GLP_MSG_ERR;
  control.tol_obj = objective_tolerance;
  control.tm_lim = fence_milliseconds_until(a->deadline); /* for the relaxations */
  control.mip_gap = o->relative_gap;
  control.cb_func = on_event;
  control.cb_info = a;
  /* Presolve may leave no column, and the cut generators abort on that. */
  int some = glp_get_num_cols(p) > 0;
  control.gmi_cuts = flag(some && o->gomory_cuts);
  control.mir_cuts = flag(some && o->rounding_cuts);
  control.cov_cuts = flag(some && o->cover_cuts);
  control.clq_cuts = flag(some && o->clique_cuts);
  control.sr_heur = flag(some && o->rounding_heuristic);
  control.fp_heur = flag(some && o->feasibility_pump);
  control.bt_tech = o->depth_first ? GLP_BT_DFS : GLP_BT_BLB;
  switch (glp_intopt(p, &control)) {
    case 0: return FENCE_FINISHED;
    case GLP_EMIPGAP: {
      /* GLPK looked after our last callback: what it saw follows from what it promises. */
      double objective = a->sign * glp_mip_obj_val(p);
      double bound = objective - o->relative_gap * (fabs(objective) + DBL_EPSILON);
      if (bound > a->bound) a->bound = bound;
      return FENCE_GAP_REACHED;
    }
    case GLP_ETMLIM: return FENCE_TIME_LIMIT;
    case GLP_ESTOP: return a->reason;
    default: return FENCE_NUMERICAL_TROUBLE;
  }
}

static void keep_solution(search *a, glp_prob *p) {
  int status = glp_mip_status(p);
  if (status != GLP_OPT && status != GLP_FEAS) return;
  int n = glp_get_num_cols(p);
  for (int j = 1; j <= n; j++) a->values[j - 1] = glp_mip_col_val(p, j);
  a->result->objective = glp_mip_obj_val(p);
  a->result->has_solution = 1;
}

/* GLPK's own presolve would solve the root relaxation deaf to our flag, so its steps are
   taken one by one here. */
static int branch_presolved(search *a, glp_prob *p) {
  glp_prep *prep = glp_npp_alloc_wksp();
  glp_npp_load_prob(prep, p, GLP_MIP, GLP_OFF);
  int outcome = FENCE_INFEASIBLE;
  glp_prob *reduced = NULL;
  int code = glp_npp_preprocess1(prep, GLP_ON);
  if (code == 0) {
    reduced = glp_create_prob();
    glp_npp_build_prob(prep, reduced);
    glp_scale_prob(reduced, GLP_SF_AUTO);
    if (glp_get_num_rows(reduced) > 0) glp_adv_basis(reduced, 0);
    outcome = relax(a, reduced);
    if (outcome == FENCE_FINISHED) outcome = branch(a, reduced);
    int status = glp_mip_status(reduced);
    if (status == GLP_OPT || status == GLP_FEAS) {
      glp_npp_postprocess(prep, reduced);
      glp_npp_obtain_sol(prep, p);
      keep_solution(a, p);
    }
    glp_delete_prob(reduced);
  } else if (code == GLP_ENODFS) {
    outcome = FENCE_UNBOUNDED; /* not reached: the relaxation had an optimum */
  }
  glp_npp_free_wksp(prep);
  return outcome;
}

/* Fixes integer columns whose move off their bound alone costs more than is left. */
static int fix_columns(fence_session *s, search *a, double relaxation) {
  glp_prob *p = s->problem;
  int n = glp_get_num_cols(p);
  if (!a->options->fix_by_reduced_cost || isinf(a->wanted_below)) return 1;
  s->fixed = malloc(sizeof *s->fixed * (size_t)(n + 1));
  s->fixed_lower = malloc(sizeof *s->fixed_lower * (size_t)(n + 1));
  s->fixed_upper = malloc(sizeof *s->fixed_upper * (size_t)(n + 1));
  if (s->fixed == NULL || s->fixed_lower == NULL || s->fixed_upper == NULL) {
    s->status = FENCE_NO_MEMORY;
    return 0;
  }
  double room = a->wanted_below - relaxation + margin(a->wanted_below);
  for (int j = 1; j <= n; j++) {
    int status = glp_get_col_stat(p, j);
    if (status != GLP_NL && status != GLP_NU) continue;
    if (glp_get_col_kind(p, j) == GLP_CV) continue;
    double price = a->sign * glp_get_col_dual(p, j);
    if ((status == GLP_NL ? price : -price) < room) continue;
    int k = a->result->fixed++;
    s->fixed[k] = j;
    s->fixed_lower[k] = fence_column_lower(p, j);
    s->fixed_upper[k] = fence_column_upper(p, j);
    double at = status == GLP_NL ? s->fixed_lower[k] : s->fixed_upper[k];
    glp_set_col_bnds(p, j, GLP_FX, at, at);
  }
  return 1;
}

static void release_columns(fence_session *s, const search *a) {
  for (int k = 0; k < a->result->fixed; k++) {
    double lower = s->fixed_lower[k], upper = s->fixed_upper[k];
    glp_set_col_bnds(s->problem, s->fixed[k], fence_bound_type(lower, upper), lower, upper);
  }
  fence_release_fixed(s);
}

static void solve(fence_session *s, void *arguments) {
  search *a = arguments;
  glp_prob *p = s->problem;
  int n = glp_get_num_cols(p);
  a->sign = glp_get_obj_dir(p) == GLP_MAX ? -1 : 1;
  a->bound = -INFINITY;
  a->wanted_below = INFINITY;
  if (!isnan(a->options->cutoff)) a->wanted_below = a->sign * a->options->cutoff;
  if (a->options->incumbent != NULL) {
    double objective = glp_get_obj_coef(p, 0);
    for (int j = 1; j <= n; j++)
      objective += glp_get_obj_coef(p, j) * a->options->incumbent[j - 1];
    a->wanted_below = fmin(a->wanted_below, a->sign * objective);
  }
  if (!s->scaled) glp_scale_prob(p, GLP_SF_AUTO), s->scaled = 1;
  int outcome = relax(a, p);
  if (outcome != FENCE_FINISHED) {
    if (outcome == FENCE_INFEASIBLE) a->bound = INFINITY;
    goto done;
  }
  a->bound = a->sign * glp_get_obj_val(p);
  if (hopeless(a, a->bound)) goto finished;
  if (!fix_columns(s, a, a->bound)) return;
  if (a->options->presolve) {
    outcome = branch_presolved(a, p);
  } else {
    /* The fixed columns left the basic solution as it was; say so to GLPK. */
    if (a->result->fixed > 0) outcome = relax(a, p);
    a->own_space = 1;
    if (!fence_reserve(s, (size_t)n)) goto restore;
    a->point = s->value;
    if (outcome == FENCE_FINISHED) outcome = branch(a, p);
    keep_solution(a, p);
  }
  /* Infeasible once presolved or cut: nothing better than what is known, if anything is. */
  if (outcome == FENCE_INFEASIBLE) outcome = FENCE_FINISHED;
restore:
  release_columns(s, a);
finished:
  if (outcome == FENCE_FINISHED)
    a->bound = a->result->has_solution ? a->sign * a->result->objective : INFINITY;
done:
  a->result->outcome = outcome;
  a->result->bound = a->sign * fmin(a->bound, a->wanted_below);
}

int fence_integer(
    fence_session *session, const fence_integer_options *options, fence_integer_result *result,
    double *values) {
  search a = {.options = options, .result = result, .values = values,
              .deadline = fence_now() + options->seconds};
  *result = (fence_integer_result){.outcome = FENCE_NUMERICAL_TROUBLE};
  return fence_run(session, solve, &a);
}
