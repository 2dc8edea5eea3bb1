/* The way into libFuzzer, for a program that may be linked without it. */
#ifndef FUZZER_H
#define FUZZER_H

#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/* Gives inputs to a function until something breaks, as libFuzzer's arguments say; the arguments end with a null.
   Answers libFuzzer's code, or FUZZER_MISSING where the program was linked without it. */
int fuzzer_run(int count, char *_Nullable *_Nonnull arguments, int (*body)(const uint8_t *bytes, size_t size));

enum { FUZZER_MISSING = -1 };

#pragma clang assume_nonnull end

#endif
