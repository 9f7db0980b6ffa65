/* Reads OpenStreetMap files (.osm.pbf, .osm, .osm.gz) with libosmium, a C++ library, behind a C face.
 *
 * What is read is handed over item by item; pointers live until the handler returns. No C++ exception
 * leaves: a failure comes back as its message.
 */
#ifndef CAMIN_OSMIUM_READER_H
#define CAMIN_OSMIUM_READER_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Keys and values in turn: tags[0] is a key, tags[1] its value. */
typedef struct {
  const char *const *items;
  size_t count; /* of pairs */
} osm_tags;

typedef struct {
  char type; /* 'n', 'w' or 'r' */
  int64_t id;
  const char *role;
} osm_member;

typedef struct {
  void *context;
  /* Degrees times ten million. Tags come only with nodes that bear a barrier or highway tag. */
  void (*node)(void *context, int64_t id, int32_t latitude, int32_t longitude, osm_tags tags);
  /* Ways with a highway tag. */
  void (*way)(void *context, int64_t id, const int64_t *nodes, size_t count, osm_tags tags);
  /* Relations of type restriction, or restriction with a vehicle after a colon. */
  void (*restriction)(
      void *context, int64_t id, const osm_member *members, size_t count, osm_tags tags);
} osm_handlers;

/* Reads nodes alone, or ways and relations alone. Returns 0, or 1 with the reason in `error`. */
int osm_read(
    const char *path, int nodes, const osm_handlers *handlers, char *error, size_t error_size);

#ifdef __cplusplus
}
#endif

#endif
