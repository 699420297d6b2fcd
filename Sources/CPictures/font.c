#include "include/pictures.h"
#include <dlfcn.h>
#include <ft2build.h>
#include <stdlib.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

struct nn_font {
  FT_Face face;
};

static FT_Library library;
static struct {
  FT_Error (*init)(FT_Library *);
  FT_Error (*open)(FT_Library, const char *, FT_Long, FT_Face *);
  FT_Error (*size)(FT_Face, FT_F26Dot6, FT_F26Dot6, FT_UInt, FT_UInt);
  FT_UInt (*index)(FT_Face, FT_ULong);
  FT_Error (*load)(FT_Face, FT_UInt, FT_Int32);
  FT_Error (*kerning)(FT_Face, FT_UInt, FT_UInt, FT_UInt, FT_Vector *);
  void (*translate)(const FT_Outline *, FT_Pos, FT_Pos);
  void (*transform)(const FT_Outline *, const FT_Matrix *);
  FT_Error (*render)(FT_GlyphSlot, FT_Render_Mode);
  void (*box)(const FT_Outline *, FT_BBox *);
  FT_Error (*decompose)(FT_Outline *, const FT_Outline_Funcs *, void *);
} ft;

static int open_library(void) {
  static int state = -1;
  if (state >= 0) return state;
  state = 1;
  void *handle = dlopen("libfreetype.so.6", RTLD_NOW | RTLD_LOCAL);
  if (!handle) return state;
  *(void **)&ft.init = dlsym(handle, "FT_Init_FreeType");
  *(void **)&ft.open = dlsym(handle, "FT_New_Face");
  *(void **)&ft.size = dlsym(handle, "FT_Set_Char_Size");
  *(void **)&ft.index = dlsym(handle, "FT_Get_Char_Index");
  *(void **)&ft.load = dlsym(handle, "FT_Load_Glyph");
  *(void **)&ft.kerning = dlsym(handle, "FT_Get_Kerning");
  *(void **)&ft.translate = dlsym(handle, "FT_Outline_Translate");
  *(void **)&ft.transform = dlsym(handle, "FT_Outline_Transform");
  *(void **)&ft.render = dlsym(handle, "FT_Render_Glyph");
  *(void **)&ft.box = dlsym(handle, "FT_Outline_Get_CBox");
  *(void **)&ft.decompose = dlsym(handle, "FT_Outline_Decompose");
  if (!ft.init || !ft.open || !ft.size || !ft.index || !ft.load || !ft.kerning || !ft.translate || !ft.transform ||
      !ft.render || !ft.box || !ft.decompose)
    return state;
  if (!ft.init(&library)) state = 0;
  return state;
}

int nn_font_open(const char *path, nn_font **font) {
  if (open_library()) return 1;
  nn_font *made = calloc(1, sizeof *made);
  if (!made) return 2;
  if (ft.open(library, path, 0, &made->face)) {
    free(made);
    return 2;
  }
  *font = made;
  return 0;
}

int nn_font_size(nn_font *font, long size) { return ft.size(font->face, size, size, 72, 72); }

int nn_font_metrics(nn_font *font, unsigned code, nn_glyph_metrics *metrics) {
  FT_UInt index = ft.index(font->face, code);
  if (ft.load(font->face, index, FT_LOAD_DEFAULT)) return 1;
  FT_GlyphSlot slot = font->face->glyph;
  metrics->index = (int)index;
  metrics->advance = slot->advance.x;
  FT_BBox box = {0, 0, 0, 0};
  if (slot->format == FT_GLYPH_FORMAT_OUTLINE) ft.box(&slot->outline, &box);
  metrics->left = box.xMin;
  metrics->right = box.xMax;
  metrics->bottom = box.yMin;
  metrics->top = box.yMax;
  return 0;
}

long nn_font_kerning(nn_font *font, int left, int right) {
  FT_Vector move;
  if (ft.kerning(font->face, (FT_UInt)left, (FT_UInt)right, FT_KERNING_UNFITTED, &move)) return 0;
  return move.x;
}

int nn_font_bitmap(nn_font *font, int index, const long matrix[4], long dx, long dy, nn_glyph_bitmap *bitmap) {
  if (ft.load(font->face, (FT_UInt)index, FT_LOAD_DEFAULT)) return 1;
  FT_GlyphSlot slot = font->face->glyph;
  if (slot->format != FT_GLYPH_FORMAT_OUTLINE) return 1;
  if (matrix) {
    FT_Matrix turn = {matrix[0], matrix[1], matrix[2], matrix[3]};
    ft.transform(&slot->outline, &turn);
  }
  ft.translate(&slot->outline, dx, dy);
  if (ft.render(slot, FT_RENDER_MODE_NORMAL)) return 1;
  bitmap->left = slot->bitmap_left;
  bitmap->top = slot->bitmap_top;
  bitmap->width = (int)slot->bitmap.width;
  bitmap->rows = (int)slot->bitmap.rows;
  bitmap->pitch = slot->bitmap.pitch;
  bitmap->bytes = slot->bitmap.buffer;
  return 0;
}

typedef struct {
  double *points;
  unsigned char *codes;
  int count, capacity;
  double x, y;
} sink;

static int put(sink *s, double x, double y, int code) {
  if (s->count >= s->capacity) return 1;
  s->points[2 * s->count] = x;
  s->points[2 * s->count + 1] = y;
  s->codes[s->count++] = (unsigned char)code;
  s->x = x;
  s->y = y;
  return 0;
}

static int move_to(const FT_Vector *to, void *user) { return put(user, to->x / 64.0, to->y / 64.0, 1); }
static int line_to(const FT_Vector *to, void *user) { return put(user, to->x / 64.0, to->y / 64.0, 2); }
static int cubic_to(const FT_Vector *a, const FT_Vector *b, const FT_Vector *to, void *user) {
  return put(user, a->x / 64.0, a->y / 64.0, 4) || put(user, b->x / 64.0, b->y / 64.0, 4) ||
         put(user, to->x / 64.0, to->y / 64.0, 4);
}
static int conic_to(const FT_Vector *a, const FT_Vector *to, void *user) {
  sink *s = user;
  double ax = a->x / 64.0, ay = a->y / 64.0, x = to->x / 64.0, y = to->y / 64.0;
  double fx = s->x, fy = s->y;
  return put(s, fx + 2 * (ax - fx) / 3, fy + 2 * (ay - fy) / 3, 4) ||
         put(s, x + 2 * (ax - x) / 3, y + 2 * (ay - y) / 3, 4) || put(s, x, y, 4);
}

int nn_font_outline(nn_font *font, int index, double *points, unsigned char *codes, int capacity) {
  if (ft.load(font->face, (FT_UInt)index, FT_LOAD_NO_HINTING)) return 0;
  FT_GlyphSlot slot = font->face->glyph;
  if (slot->format != FT_GLYPH_FORMAT_OUTLINE) return 0;
  FT_Outline_Funcs functions = {move_to, line_to, conic_to, cubic_to, 0, 0};
  sink s = {points, codes, 0, capacity, 0, 0};
  ft.decompose(&slot->outline, &functions, &s);
  return s.count;
}
