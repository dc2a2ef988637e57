/* cmocka with what it needs before it. */
#ifndef DOCMODEL_TESTS_EXTRACT_UNIT_H
#define DOCMODEL_TESTS_EXTRACT_UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#endif
