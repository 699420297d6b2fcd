#ifndef CCOMPLEX_H
#define CCOMPLEX_H

/// The functions of complex numbers in the C library, which Swift cannot import.
enum nn_complex_function {
  nn_cexp, nn_clog, nn_csqrt, nn_csin, nn_ccos, nn_ctan, nn_casin, nn_cacos, nn_catan, nn_csinh, nn_ccosh, nn_ctanh,
  nn_casinh, nn_cacosh, nn_catanh
};

/// Replaces the two parts at `z` by the function of that number.
void nn_complex_double(enum nn_complex_function function, double *z);
void nn_complex_float(enum nn_complex_function function, float *z);
/// Replaces the two parts at `z` by its power.
void nn_complex_power_double(double *z, double real, double imaginary);
void nn_complex_power_float(float *z, float real, float imaginary);

/// The flags of floating-point exceptions: 1 invalid, 4 division by zero, 8 overflow. On x86-64 those of the vector unit
/// alone: the C library also asks the old unit, which costs ten times as much.
#if defined(__x86_64__)
static inline unsigned nn_float_flags(void) { return __builtin_ia32_stmxcsr() & 13u; }
static inline void nn_clear_float_flags(unsigned flags) { __builtin_ia32_ldmxcsr(__builtin_ia32_stmxcsr() & ~flags); }
static inline void nn_raise_float_flags(unsigned flags) { __builtin_ia32_ldmxcsr(__builtin_ia32_stmxcsr() | flags); }
#else
#include <fenv.h>
static inline int nn_native_float_flags(unsigned flags) {
  return (flags & 1 ? FE_INVALID : 0) | (flags & 4 ? FE_DIVBYZERO : 0) | (flags & 8 ? FE_OVERFLOW : 0);
}
static inline unsigned nn_float_flags(void) {
  int flags = fetestexcept(FE_INVALID | FE_DIVBYZERO | FE_OVERFLOW);
  return (flags & FE_INVALID ? 1u : 0) | (flags & FE_DIVBYZERO ? 4u : 0) | (flags & FE_OVERFLOW ? 8u : 0);
}
static inline void nn_clear_float_flags(unsigned flags) { feclearexcept(nn_native_float_flags(flags)); }
static inline void nn_raise_float_flags(unsigned flags) { feraiseexcept(nn_native_float_flags(flags)); }
#endif

/// The integer part as the processor converts it: the least integer, and the flag, for what does not fit.
static inline long long nn_truncated(double x) { return (long long)x; }

#include "complex_lanes.h"
#include "masks.h"

#endif
