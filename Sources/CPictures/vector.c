#include "include/pictures.h"
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

/* What is used of Cairo's interface, so that its headers are not needed to build. */
typedef struct _cairo cairo_t;
typedef struct _cairo_surface cairo_surface_t;
typedef int (*write_function)(void *, const unsigned char *, unsigned);

static struct {
  cairo_surface_t *(*svg)(write_function, void *, double, double);
  cairo_surface_t *(*pdf)(write_function, void *, double, double);
  int (*metadata)(cairo_surface_t *, int, const char *);
  cairo_t *(*create)(cairo_surface_t *);
  void (*destroy)(cairo_t *);
  void (*finish)(cairo_surface_t *);
  void (*surface_destroy)(cairo_surface_t *);
  int (*status)(cairo_surface_t *);
  void (*move_to)(cairo_t *, double, double);
  void (*line_to)(cairo_t *, double, double);
  void (*curve_to)(cairo_t *, double, double, double, double, double, double);
  void (*close_path)(cairo_t *);
  void (*new_path)(cairo_t *);
  void (*fill_preserve)(cairo_t *);
  void (*stroke_preserve)(cairo_t *);
  void (*source)(cairo_t *, double, double, double, double);
  void (*width)(cairo_t *, double);
  void (*join)(cairo_t *, int);
  void (*cap)(cairo_t *, int);
  void (*limit)(cairo_t *, double);
  void (*dash)(cairo_t *, const double *, int, double);
  void (*rectangle)(cairo_t *, double, double, double, double);
  void (*clip)(cairo_t *);
  void (*reset_clip)(cairo_t *);
  cairo_surface_t *(*image)(unsigned char *, int, int, int, int);
  int (*stride)(int, int);
  void (*source_surface)(cairo_t *, cairo_surface_t *, double, double);
  void (*paint)(cairo_t *);
} c;

static int open_library(void) {
  static int state = -1;
  if (state >= 0) return state;
  state = 1;
  void *handle = dlopen("libcairo.so.2", RTLD_NOW | RTLD_LOCAL);
  if (!handle) return state;
  static const struct {
    void **slot;
    const char *name;
  } names[] = {
      {(void **)&c.svg, "cairo_svg_surface_create_for_stream"},
      {(void **)&c.pdf, "cairo_pdf_surface_create_for_stream"},
      {(void **)&c.create, "cairo_create"},
      {(void **)&c.destroy, "cairo_destroy"},
      {(void **)&c.finish, "cairo_surface_finish"},
      {(void **)&c.surface_destroy, "cairo_surface_destroy"},
      {(void **)&c.status, "cairo_surface_status"},
      {(void **)&c.move_to, "cairo_move_to"},
      {(void **)&c.line_to, "cairo_line_to"},
      {(void **)&c.curve_to, "cairo_curve_to"},
      {(void **)&c.close_path, "cairo_close_path"},
      {(void **)&c.new_path, "cairo_new_path"},
      {(void **)&c.fill_preserve, "cairo_fill_preserve"},
      {(void **)&c.stroke_preserve, "cairo_stroke_preserve"},
      {(void **)&c.source, "cairo_set_source_rgba"},
      {(void **)&c.width, "cairo_set_line_width"},
      {(void **)&c.join, "cairo_set_line_join"},
      {(void **)&c.cap, "cairo_set_line_cap"},
      {(void **)&c.limit, "cairo_set_miter_limit"},
      {(void **)&c.dash, "cairo_set_dash"},
      {(void **)&c.rectangle, "cairo_rectangle"},
      {(void **)&c.clip, "cairo_clip"},
      {(void **)&c.reset_clip, "cairo_reset_clip"},
      {(void **)&c.image, "cairo_image_surface_create_for_data"},
      {(void **)&c.stride, "cairo_format_stride_for_width"},
      {(void **)&c.source_surface, "cairo_set_source_surface"},
      {(void **)&c.paint, "cairo_paint"},
  };
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (!(*names[i].slot = dlsym(handle, names[i].name))) return state;
  *(void **)&c.metadata = dlsym(handle, "cairo_pdf_surface_set_metadata");
  return state = 0;
}

struct nn_vector {
  cairo_surface_t *surface;
  cairo_t *pen;
  unsigned char *bytes;
  size_t count, capacity;
  int failed;
  /* The pixels of images, which Cairo may read until the file is finished: a chain by their first word. */
  void *images;
};

static int gather(void *user, const unsigned char *bytes, unsigned count) {
  nn_vector *v = user;
  if (v->count + count > v->capacity) {
    size_t capacity = 2 * (v->count + count) + 4096;
    unsigned char *grown = realloc(v->bytes, capacity);
    if (!grown) return v->failed = 1;
    v->bytes = grown;
    v->capacity = capacity;
  }
  memcpy(v->bytes + v->count, bytes, count);
  v->count += count;
  return 0;
}

nn_vector *nn_vector_open(int kind, double width, double height) {
  if (open_library()) return NULL;
  nn_vector *v = calloc(1, sizeof *v);
  if (!v) return NULL;
  v->surface = (kind == 0 ? c.svg : c.pdf)(gather, v, width, height);
  if (kind == 1 && c.metadata) c.metadata(v->surface, 5, "2000-01-01T00:00:00");
  v->pen = c.create(v->surface);
  return v;
}

void nn_vector_path(nn_vector *v, const double *p, const unsigned char *codes, long count) {
  if (!v->pen) return;
  for (long i = 0; i < count; i++) {
    switch (codes[i]) {
    case 1: c.move_to(v->pen, p[2 * i], p[2 * i + 1]); break;
    case 2: c.line_to(v->pen, p[2 * i], p[2 * i + 1]); break;
    case 4:
      if (i + 2 < count)
        c.curve_to(v->pen, p[2 * i], p[2 * i + 1], p[2 * i + 2], p[2 * i + 3], p[2 * i + 4], p[2 * i + 5]);
      i += 2;
      break;
    default: c.close_path(v->pen);
    }
  }
}

void nn_vector_fill(nn_vector *v, const double k[4]) {
  if (!v->pen) return;
  c.source(v->pen, k[0], k[1], k[2], k[3]);
  c.fill_preserve(v->pen);
}

void nn_vector_stroke(nn_vector *v, const double k[4], double width, int join, int cap, double limit,
                      const double *dashes, int count, double offset) {
  if (!v->pen) return;
  c.source(v->pen, k[0], k[1], k[2], k[3]);
  c.width(v->pen, width);
  c.join(v->pen, join);
  c.cap(v->pen, cap);
  c.limit(v->pen, limit);
  c.dash(v->pen, dashes, count, offset);
  c.stroke_preserve(v->pen);
}

void nn_vector_clear(nn_vector *v) {
  if (v->pen) c.new_path(v->pen);
}

void nn_vector_clip(nn_vector *v, double x, double y, double width, double height) {
  if (!v->pen) return;
  c.reset_clip(v->pen);
  c.new_path(v->pen);
  if (width < 0) return;
  c.rectangle(v->pen, x, y, width, height);
  c.clip(v->pen);
}

void nn_vector_clip_path(nn_vector *v) {
  if (v->pen) c.clip(v->pen);
}

void nn_vector_image(nn_vector *v, const unsigned char *rgba, int width, int height, double x, double y) {
  if (!v->pen) return;
  int stride = c.stride(0, width);
  if (stride <= 0 || height <= 0) return;
  void **block = calloc(1, (size_t)stride * (size_t)height + 16);
  if (!block) return;
  *block = v->images;
  v->images = block;
  unsigned char *data = (unsigned char *)block + 16;
  for (int row = 0; row < height; row++)
    for (int column = 0; column < width; column++) {
      const unsigned char *from = rgba + 4 * ((size_t)row * width + column);
      unsigned char *to = data + (size_t)row * stride + 4 * (size_t)column;
      unsigned a = from[3];
      to[0] = (unsigned char)((from[2] * a + 127) / 255);
      to[1] = (unsigned char)((from[1] * a + 127) / 255);
      to[2] = (unsigned char)((from[0] * a + 127) / 255);
      to[3] = (unsigned char)a;
    }
  cairo_surface_t *image = c.image(data, 0, width, height, stride);
  c.source_surface(v->pen, image, x, y);
  c.paint(v->pen);
  c.surface_destroy(image);
}

const unsigned char *nn_vector_finish(nn_vector *v, size_t *count) {
  if (v->pen) {
    c.destroy(v->pen);
    c.finish(v->surface);
    if (c.status(v->surface)) v->failed = 1;
    v->pen = NULL;
  }
  *count = v->failed ? 0 : v->count;
  return v->bytes;
}

void nn_vector_free(nn_vector *v) {
  size_t count;
  nn_vector_finish(v, &count);
  c.surface_destroy(v->surface);
  for (void **block = v->images; block;) {
    void **next = *block;
    free(block);
    block = next;
  }
  free(v->bytes);
  free(v);
}
