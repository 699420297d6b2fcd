#ifndef NN_PICTURES_H
#define NN_PICTURES_H
#include <stddef.h>

/* Fonts through FreeType, and vector files through Cairo. Both libraries are opened when they are first needed. And a
   terminal is asked what it can show. */

typedef struct nn_font nn_font;
typedef struct {
  int left, top, width, rows, pitch;
  const unsigned char *bytes;
} nn_glyph_bitmap;
typedef struct {
  long advance, left, right, bottom, top; /* 1/64 of a pixel, y upwards */
  int index;
} nn_glyph_metrics;

/* 0, or 1 without the library, 2 without the file. */
int nn_font_open(const char *path, nn_font **font);
int nn_font_size(nn_font *font, long size);
int nn_font_metrics(nn_font *font, unsigned code, nn_glyph_metrics *metrics);
long nn_font_kerning(nn_font *font, int left, int right);
/* The glyph turned by a matrix (16.16), moved by (dx, dy) 1/64 pixels, as grey levels. */
int nn_font_bitmap(nn_font *font, int index, const long matrix[4], long dx, long dy, nn_glyph_bitmap *bitmap);
/* Its outline: points in pixels and codes (1 move, 2 line, 4 cubic); how many points, at most `capacity`. */
int nn_font_outline(nn_font *font, int index, double *points, unsigned char *codes, int capacity);

typedef struct nn_vector nn_vector;
/* kind 0: SVG, 1: PDF. NULL without the library. */
nn_vector *nn_vector_open(int kind, double width, double height);
void nn_vector_path(nn_vector *vector, const double *points, const unsigned char *codes, long count);
void nn_vector_fill(nn_vector *vector, const double colour[4]);
void nn_vector_stroke(nn_vector *vector, const double colour[4], double width, int join, int cap, double limit,
                      const double *dashes, int count, double offset);
void nn_vector_clear(nn_vector *vector);
void nn_vector_clip(nn_vector *vector, double x, double y, double width, double height);
void nn_vector_clip_path(nn_vector *vector);
void nn_vector_image(nn_vector *vector, const unsigned char *rgba, int width, int height, double x, double y);
const unsigned char *nn_vector_finish(nn_vector *vector, size_t *count);
void nn_vector_free(nn_vector *vector);

/* Asks the terminal and waits for its answer, up to the reply to ESC [ c; how many bytes came. */
long nn_terminal_ask(const char *query, long length, char *answer, long capacity, int milliseconds);

#endif
