/* The fence itself: sessions, the environment of a thread, and the way out of a fatal error. */
#define _DEFAULT_SOURCE 1 /* _setjmp, _longjmp */
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"

enum { LOG_SIZE = 8192 };

/* GLPK's environment is a thread's own, so this is too. */
static _Thread_local struct {
  int sessions;
  uint64_t generation; /* grows when a fatal error takes the environment away */
  jmp_buf *landing;    /* where a fatal error lands; NULL outside of the fence */
  size_t log_length;
  char log[LOG_SIZE];
} here;

static int capture(void *info, const char *text) {
  (void)info;
  size_t length = strlen(text);
  if (length >= LOG_SIZE) {
    text += length - (LOG_SIZE - 1);
    length = LOG_SIZE - 1;
  }
  if (here.log_length + length >= LOG_SIZE) {
    size_t drop = here.log_length + length - (LOG_SIZE - 1);
    memmove(here.log, here.log + drop, here.log_length - drop);
    here.log_length -= drop;
  }
  memcpy(here.log + here.log_length, text, length);
  here.log_length += length;
  here.log[here.log_length] = 0;
  return 1; /* nothing goes to the terminal */
}

static void escape(void *info) {
  (void)info;
  /* With no landing GLPK was called outside of the fence: return, and it aborts. */
  if (here.landing != NULL) _longjmp(*here.landing, 1);
}

int fence_run(fence_session *session, fence_body *body, void *arguments) {
  if (session->owner != &here) return FENCE_WRONG_THREAD;
  if (session->generation != here.generation) return FENCE_LOST;
  here.log_length = 0;
  here.log[0] = 0;
  session->status = FENCE_OK;
  jmp_buf landing;
  here.landing = &landing;
  if (_setjmp(landing) == 0) {
    body(session, arguments);
    here.landing = NULL;
    return session->status;
  }
  here.landing = NULL;
  /* The manual demands it: the environment is not to be trusted any more. It takes every
     problem of this thread along, hence the generation. */
  glp_free_env();
  here.generation++;
  return FENCE_LOST;
}

const char *fence_log(void) { return here.log; }

void fence_memory(int64_t *bytes, int64_t *blocks) {
  *bytes = *blocks = 0;
  if (here.sessions == 0) return;
  int count;
  size_t total;
  glp_mem_usage(&count, NULL, &total, NULL);
  *bytes = (int64_t)total;
  *blocks = count;
}

static void create(fence_session *session, void *unused) {
  (void)unused;
  session->problem = glp_create_prob();
}

static void destroy(fence_session *session, void *unused) {
  (void)unused;
  glp_delete_prob(session->problem);
}

fence_session *fence_open(void) {
  fence_session *session = calloc(1, sizeof *session);
  if (session == NULL) return NULL;
  if (glp_init_env() > 1) { /* 1: it was there already */
    free(session);
    return NULL;
  }
  glp_term_out(GLP_ON); /* else the hook would see nothing */
  glp_term_hook(capture, NULL);
  glp_error_hook(escape, NULL);
  session->owner = &here;
  session->generation = here.generation;
  here.sessions++;
  if (fence_run(session, create, NULL) != FENCE_OK) {
    fence_close(session);
    return NULL;
  }
  return session;
}

int fence_close(fence_session *session) {
  if (session->owner != &here) return FENCE_WRONG_THREAD;
  int status = fence_run(session, destroy, NULL);
  if (--here.sessions == 0) glp_free_env();
  free(session->index);
  free(session->value);
  fence_release_fixed(session);
  free(session);
  return status;
}

void fence_release_fixed(fence_session *session) {
  free(session->fixed);
  free(session->fixed_lower);
  free(session->fixed_upper);
  session->fixed = NULL;
  session->fixed_lower = session->fixed_upper = NULL;
}

int fence_reserve(fence_session *session, size_t count) {
  if (session->capacity > count) return 1;
  size_t capacity = 2 * (count + 1);
  int *index = realloc(session->index, capacity * sizeof *index);
  if (index != NULL) session->index = index;
  double *value = realloc(session->value, capacity * sizeof *value);
  if (value != NULL) session->value = value;
  if (index == NULL || value == NULL) {
    session->status = FENCE_NO_MEMORY;
    return 0;
  }
  session->capacity = capacity;
  return 1;
}

static void provoke(fence_session *session, void *unused) {
  (void)unused;
  glp_set_obj_coef(session->problem, glp_get_num_cols(session->problem) + 1, 1.0);
}

int fence_provoke_fatal_error(fence_session *session) {
  return fence_run(session, provoke, NULL);
}
