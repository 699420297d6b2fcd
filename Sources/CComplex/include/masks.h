#ifndef CCOMPLEX_MASKS_H
#define CCOMPLEX_MASKS_H

// Elements chosen by the bytes of a mask, eight at a time, where the processor packs and spreads lanes itself. Each
// function says how many elements it went through, and moves the packed end along.

#if defined(__AVX512F__) && defined(__AVX512BW__) && defined(__AVX512VL__) && defined(__BMI2__)
#include <immintrin.h>

static inline unsigned nn_mask_bits(const unsigned char *mask) {
  __m128i bytes = _mm_loadl_epi64((const __m128i *)mask);
  return _mm_test_epi8_mask(bytes, bytes);
}

static inline __mmask8 nn_first_lanes(int count) { return (__mmask8)((1u << count) - 1); }

/// Copies the chosen ones of 8-byte elements together.
static inline long nn_compress_8(const char *x, const unsigned char *mask, long count, char **out) {
  char *target = *out;
  long i = 0;
  for (; i + 8 <= count; i += 8) {
    unsigned bits = nn_mask_bits(mask + i);
    if (!bits) continue;
    __m512i chosen = _mm512_maskz_compress_epi64((__mmask8)bits, _mm512_loadu_si512(x + i * 8));
    int found = __builtin_popcount(bits);
    _mm512_mask_storeu_epi64(target, nn_first_lanes(found), chosen);
    target += 8 * found;
  }
  *out = target;
  return i;
}

/// The same for 16-byte elements.
static inline long nn_compress_16(const char *x, const unsigned char *mask, long count, char **out) {
  char *target = *out;
  long i = 0;
  for (; i + 8 <= count; i += 8) {
    unsigned bits = nn_mask_bits(mask + i);
    if (!bits) continue;
    unsigned pairs = _pdep_u32(bits, 0x5555) * 3;
    __m512i low = _mm512_maskz_compress_epi64((__mmask8)pairs, _mm512_loadu_si512(x + i * 16));
    __m512i high = _mm512_maskz_compress_epi64((__mmask8)(pairs >> 8), _mm512_loadu_si512(x + i * 16 + 64));
    int first = __builtin_popcount(bits & 15), second = __builtin_popcount(bits >> 4);
    _mm512_mask_storeu_epi64(target, nn_first_lanes(2 * first), low);
    target += 16 * first;
    _mm512_mask_storeu_epi64(target, nn_first_lanes(2 * second), high);
    target += 16 * second;
  }
  *out = target;
  return i;
}

/// Writes the next values to the chosen ones of 8-byte elements.
static inline long nn_spread_8(char *x, const unsigned char *mask, long count, const char **values) {
  const char *source = *values;
  long i = 0;
  for (; i + 8 <= count; i += 8) {
    unsigned bits = nn_mask_bits(mask + i);
    if (!bits) continue;
    __m512i spread = _mm512_maskz_expandloadu_epi64((__mmask8)bits, source);
    _mm512_mask_storeu_epi64(x + i * 8, (__mmask8)bits, spread);
    source += 8 * __builtin_popcount(bits);
  }
  *values = source;
  return i;
}

/// The same for 16-byte elements.
static inline long nn_spread_16(char *x, const unsigned char *mask, long count, const char **values) {
  const char *source = *values;
  long i = 0;
  for (; i + 8 <= count; i += 8) {
    unsigned bits = nn_mask_bits(mask + i);
    if (!bits) continue;
    unsigned pairs = _pdep_u32(bits, 0x5555) * 3;
    __mmask8 low = (__mmask8)pairs, high = (__mmask8)(pairs >> 8);
    _mm512_mask_storeu_epi64(x + i * 16, low, _mm512_maskz_expandloadu_epi64(low, source));
    source += 16 * __builtin_popcount(bits & 15);
    _mm512_mask_storeu_epi64(x + i * 16 + 64, high, _mm512_maskz_expandloadu_epi64(high, source));
    source += 16 * __builtin_popcount(bits >> 4);
  }
  *values = source;
  return i;
}

/// Writes one value to the chosen ones of 8-byte elements.
static inline long nn_fill_8(char *x, const unsigned char *mask, long count, const char *value) {
  long long bits8;
  __builtin_memcpy(&bits8, value, 8);
  __m512i lanes = _mm512_set1_epi64(bits8);
  long i = 0;
  for (; i + 8 <= count; i += 8) {
    unsigned bits = nn_mask_bits(mask + i);
    if (bits) _mm512_mask_storeu_epi64(x + i * 8, (__mmask8)bits, lanes);
  }
  return i;
}

/// The same for 16-byte elements.
static inline long nn_fill_16(char *x, const unsigned char *mask, long count, const char *value) {
  __m512i lanes = _mm512_broadcast_i32x4(_mm_loadu_si128((const __m128i *)value));
  long i = 0;
  for (; i + 8 <= count; i += 8) {
    unsigned bits = nn_mask_bits(mask + i);
    if (!bits) continue;
    unsigned pairs = _pdep_u32(bits, 0x5555) * 3;
    _mm512_mask_storeu_epi64(x + i * 16, (__mmask8)pairs, lanes);
    _mm512_mask_storeu_epi64(x + i * 16 + 64, (__mmask8)(pairs >> 8), lanes);
  }
  return i;
}
#else
static inline long nn_compress_8(const char *x, const unsigned char *mask, long count, char **out) { return 0; }
static inline long nn_compress_16(const char *x, const unsigned char *mask, long count, char **out) { return 0; }
static inline long nn_spread_8(char *x, const unsigned char *mask, long count, const char **values) { return 0; }
static inline long nn_spread_16(char *x, const unsigned char *mask, long count, const char **values) { return 0; }
static inline long nn_fill_8(char *x, const unsigned char *mask, long count, const char *value) { return 0; }
static inline long nn_fill_16(char *x, const unsigned char *mask, long count, const char *value) { return 0; }
#endif

#endif
