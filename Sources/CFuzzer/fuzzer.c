#include "fuzzer.h"

/* Weak: an ordinary build has no libFuzzer. */
__attribute__((weak)) int LLVMFuzzerRunDriver(int *, char ***, int (*)(const uint8_t *, size_t));

int fuzzer_run(int count, char **arguments, int (*body)(const uint8_t *, size_t)) {
    if (!LLVMFuzzerRunDriver) return FUZZER_MISSING;
    return LLVMFuzzerRunDriver(&count, &arguments, body);
}
