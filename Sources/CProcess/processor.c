// Built with the flags of the kernels (-march=native), of which the macros below tell; nothing here is worth a vector
// instruction, so this file runs on any processor.
#include "CProcess.h"
#include <stddef.h>

// The C library has looked at the processor already. To ask it again takes long on a virtual machine, which has to answer
// in its place: a tenth of a millisecond.
#if defined(__x86_64__) && __has_include(<sys/platform/x86.h>)
#include <sys/platform/x86.h>
#define IS_THERE(name, spelling) CPU_FEATURE_ACTIVE(name)
#else
#define IS_THERE(name, spelling) __builtin_cpu_supports(spelling)
#endif

const char *nn_missing_instructions(void) {
#if defined(__x86_64__)
#ifdef __AVX__
    if (!IS_THERE(AVX, "avx")) return "AVX";
#endif
#ifdef __AVX2__
    if (!IS_THERE(AVX2, "avx2")) return "AVX2";
#endif
#ifdef __FMA__
    if (!IS_THERE(FMA, "fma")) return "FMA";
#endif
#ifdef __BMI2__
    if (!IS_THERE(BMI2, "bmi2")) return "BMI2";
#endif
#ifdef __AVX512F__
    if (!IS_THERE(AVX512F, "avx512f")) return "AVX-512F";
#endif
#ifdef __AVX512VL__
    if (!IS_THERE(AVX512VL, "avx512vl")) return "AVX-512VL";
#endif
#ifdef __AVX512BW__
    if (!IS_THERE(AVX512BW, "avx512bw")) return "AVX-512BW";
#endif
#ifdef __AVX512DQ__
    if (!IS_THERE(AVX512DQ, "avx512dq")) return "AVX-512DQ";
#endif
#ifdef __AVX512VNNI__
    if (!IS_THERE(AVX512_VNNI, "avx512vnni")) return "AVX-512VNNI";
#endif
#endif
    return NULL;
}
