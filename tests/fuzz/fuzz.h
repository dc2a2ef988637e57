/* What a fuzz target is, for libFuzzer and for replay.c alike. */
#ifndef DOCMODEL_TESTS_FUZZ_H
#define DOCMODEL_TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>

/* Hands SIZE bytes to the reader under test. Must not crash, leak or take long, and aborts when a
 * law of the reader does not hold. Returns 0. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
