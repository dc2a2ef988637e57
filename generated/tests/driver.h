/**
 * @file
 * The tests of generated models: one driver that works by reflection, and the data of each type.
 *
 * What it checks of every type: its table; null in every property; and, for each example of its
 * pages and for one object made up by the driver with a value in every property: the values that
 * the page shows, writing and parsing again, every prefix, every allocation failing once, copies
 * and patches. Of every enumeration: each member both ways.
 */
#ifndef DOCMODEL_TEST_DRIVER_H
#define DOCMODEL_TEST_DRIVER_H

#include <docmodel/runtime.h>

/** A value that an example shows. */
struct driver_value {
    const char *pointer; /**< JSON pointer from the example's object: "/resultInfo/code" */
    const char *value;   /**< the value as JSON text; strings, numbers, true, false and null only */
};

/** A JSON example of a page. */
struct driver_example {
    const char *page;                  /**< which page, as the headers name it */
    int line;                          /**< the line of the example's fence */
    const char *text;                  /**< strict JSON, one object, no white space around it */
    const struct driver_value *values; /**< each scalar in it; NULL when there is none */
    size_t value_count;                /**< lines of values */
};

/** The data of a type's tests. */
struct driver_type {
    const dm_type *type;                   /**< its descriptor */
    const struct driver_example *examples; /**< NULL when no page has one */
    size_t example_count;                  /**< lines of examples */
};

/** A member of an enumeration, as the pages list it. */
struct driver_member {
    const char *text; /**< in JSON */
    int64_t value;    /**< the enumerator of the generated header */
};

/** The data of an enumeration's tests. */
struct driver_enumeration {
    const dm_enum *enumeration;          /**< its descriptor */
    const struct driver_member *members; /**< in page order */
    size_t member_count;                 /**< lines of members */
};

/** All tests of a models library. */
struct driver_suite {
    const char *name;                                     /**< printed as the group's name */
    dm_types types;                                       /**< what `@odata.type` may select */
    const struct driver_type *const *cases;               /**< the types */
    size_t case_count;                                    /**< lines of cases */
    const struct driver_enumeration *const *enumerations; /**< the enumerations */
    size_t enumeration_count;                             /**< lines of enumerations */
};

/** Runs all tests with cmocka. @return what main returns: 0 when all passed. */
int driver_run(const struct driver_suite *suite);

#endif
