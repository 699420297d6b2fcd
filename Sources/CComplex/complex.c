#include "CComplex.h"
#include <complex.h>

void nn_complex_double(enum nn_complex_function function, double *z) {
  double complex x = __builtin_complex(z[0], z[1]), y = x;
  switch (function) {
  case nn_cexp: y = cexp(x); break;
  case nn_clog: y = clog(x); break;
  case nn_csqrt: y = csqrt(x); break;
  case nn_csin: y = csin(x); break;
  case nn_ccos: y = ccos(x); break;
  case nn_ctan: y = ctan(x); break;
  case nn_casin: y = casin(x); break;
  case nn_cacos: y = cacos(x); break;
  case nn_catan: y = catan(x); break;
  case nn_csinh: y = csinh(x); break;
  case nn_ccosh: y = ccosh(x); break;
  case nn_ctanh: y = ctanh(x); break;
  case nn_casinh: y = casinh(x); break;
  case nn_cacosh: y = cacosh(x); break;
  case nn_catanh: y = catanh(x); break;
  }
  z[0] = creal(y);
  z[1] = cimag(y);
}

void nn_complex_float(enum nn_complex_function function, float *z) {
  float complex x = __builtin_complex(z[0], z[1]), y = x;
  switch (function) {
  case nn_cexp: y = cexpf(x); break;
  case nn_clog: y = clogf(x); break;
  case nn_csqrt: y = csqrtf(x); break;
  case nn_csin: y = csinf(x); break;
  case nn_ccos: y = ccosf(x); break;
  case nn_ctan: y = ctanf(x); break;
  case nn_casin: y = casinf(x); break;
  case nn_cacos: y = cacosf(x); break;
  case nn_catan: y = catanf(x); break;
  case nn_csinh: y = csinhf(x); break;
  case nn_ccosh: y = ccoshf(x); break;
  case nn_ctanh: y = ctanhf(x); break;
  case nn_casinh: y = casinhf(x); break;
  case nn_cacosh: y = cacoshf(x); break;
  case nn_catanh: y = catanhf(x); break;
  }
  z[0] = crealf(y);
  z[1] = cimagf(y);
}

void nn_complex_power_double(double *z, double real, double imaginary) {
  double complex y = cpow(__builtin_complex(z[0], z[1]), __builtin_complex(real, imaginary));
  z[0] = creal(y);
  z[1] = cimag(y);
}

void nn_complex_power_float(float *z, float real, float imaginary) {
  float complex y = cpowf(__builtin_complex(z[0], z[1]), __builtin_complex(real, imaginary));
  z[0] = crealf(y);
  z[1] = cimagf(y);
}
