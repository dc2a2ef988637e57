/* JSON members: what a JSON representation shows of a type. Internal to extract/. */
#ifndef DOCMODEL_EXTRACT_JSON_MEMBERS_H
#define DOCMODEL_EXTRACT_JSON_MEMBERS_H

#include "extract/property_table.h"
#include "extract/reading.h"

/*
 * Reads the JSON of a code block into values in VALUES, reporting what had to be repaired
 * (json-malformed). Returns NULL when it holds none, which is reported (json-unreadable) if
 * EXPECTED or nested too deeply.
 */
struct json_value *json_members_read_block(struct reading *reading, struct arena *values,
                                           const struct block *fence, bool expected);

/* Whether the text of a code block begins as JSON does. */
bool json_members_looks_like(const struct block *fence);

/* The object that a representation shows: VALUE, or its first element if it is an array. */
const struct json_value *json_members_object(const struct json_value *value);

/* Gives *type, which has none, FENCE as its JSON, and the members of the object that it shows, read
 * as by json_members_read_block; of those with one key the first. Control information
 * ("@odata.type", "x@odata.bind") is no member, nor is a key that is no identifier, unless a row of
 * TABLES is called so: open types show samples of keys. */
void json_members_read(struct reading *reading, const struct block *fence, bool expected,
                       const struct property_tables *tables, struct type_facts *type);

#endif
