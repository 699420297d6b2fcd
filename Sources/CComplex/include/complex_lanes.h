#ifndef CCOMPLEX_COMPLEX_LANES_H
#define CCOMPLEX_COMPLEX_LANES_H

// Complex numbers, four or eight at a time. A step is 1 for neighbours and 0 for one number for all; the results say how
// many numbers were done.

#if defined(__AVX512F__) && defined(__AVX512BW__) && defined(__AVX512VL__)
#include <immintrin.h>

static inline __m512d nn_complex_lanes(const double *x, int step, long i) {
  if (step) return _mm512_loadu_pd(x + 2 * i);
  return _mm512_castps_pd(_mm512_broadcast_f32x4(_mm_castpd_ps(_mm_loadu_pd(x))));
}

/// Products of which one of the two in each part is not rounded.
static inline long nn_complex_multiply(
  const double *x, int x_step, const double *y, int y_step, long count, double *out) {
  long i = 0;
  for (; i + 4 <= count; i += 4) {
    __m512d a = nn_complex_lanes(x, x_step, i), b = nn_complex_lanes(y, y_step, i);
    __m512d crossed = _mm512_mul_pd(_mm512_permute_pd(a, 0xFF), _mm512_permute_pd(b, 0x55));
    _mm512_storeu_pd(out + 2 * i, _mm512_fmaddsub_pd(_mm512_movedup_pd(a), b, crossed));
  }
  return i;
}

/// Whether x is less than y (or equal to it), by the real parts first, as bytes.
static inline long nn_complex_less(
  const double *x, int x_step, const double *y, int y_step, long count, int or_equal, unsigned char *out) {
  const __m512i even = _mm512_setr_epi64(0, 2, 4, 6, 8, 10, 12, 14);
  const __m512i odd = _mm512_setr_epi64(1, 3, 5, 7, 9, 11, 13, 15);
  const __m128i one = _mm_set1_epi8(1);
  long i = 0;
  for (; i + 8 <= count; i += 8) {
    __m512d a = nn_complex_lanes(x, x_step, i), b = nn_complex_lanes(x, x_step, i + 4);
    __m512d c = nn_complex_lanes(y, y_step, i), d = nn_complex_lanes(y, y_step, i + 4);
    __m512d x_real = _mm512_permutex2var_pd(a, even, b), x_imaginary = _mm512_permutex2var_pd(a, odd, b);
    __m512d y_real = _mm512_permutex2var_pd(c, even, d), y_imaginary = _mm512_permutex2var_pd(c, odd, d);
    __mmask8 same = _mm512_cmp_pd_mask(x_real, y_real, _CMP_EQ_OQ);
    __mmask8 known = _mm512_cmp_pd_mask(x_imaginary, y_imaginary, _CMP_ORD_Q);
    __mmask8 real = _mm512_cmp_pd_mask(x_real, y_real, _CMP_LT_OQ) & known;
    __mmask8 imaginary = or_equal ? _mm512_cmp_pd_mask(x_imaginary, y_imaginary, _CMP_LE_OQ)
                                  : _mm512_cmp_pd_mask(x_imaginary, y_imaginary, _CMP_LT_OQ);
    __mmask8 result = (same & imaginary) | real;
    _mm_storel_epi64((__m128i *)(out + i), _mm_maskz_mov_epi8(result, one));
  }
  return i;
}
#else
static inline long nn_complex_multiply(
  const double *x, int x_step, const double *y, int y_step, long count, double *out) { return 0; }
static inline long nn_complex_less(
  const double *x, int x_step, const double *y, int y_step, long count, int or_equal, unsigned char *out) { return 0; }
#endif

#endif
