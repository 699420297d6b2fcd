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

#endif
