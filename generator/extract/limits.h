/* Limits: what prose says of the length, range and number of values. Internal to extract/. */
#ifndef DOCMODEL_EXTRACT_LIMITS_H
#define DOCMODEL_EXTRACT_LIMITS_H

#include "extract/reading.h"

/*
 * Adds the limits that TEXT states, SCAN being its phrases, or else what signs say in every
 * language ("[0, 100)", see interval.h). What is stated already stays. "1.125" is as the page's
 * language has it, or 1125 where the limit, or the type of the property (which is read before), is
 * whole.
 */
void limits_read(const struct reading *reading, const struct vocab_scan *scan, slice text,
                 struct property_facts *property);

/* A number in the type cell of a string is its length, in any language: "string, maximum size 20".
 */
void limits_read_size(const struct reading *reading, slice words, struct property_facts *property);

#endif
