/* Alignment: which row of a table is which member of the JSON beside it, and so what a row is
 * called whose name a translation has changed. */
#ifndef DOCMODEL_MODEL_ALIGN_H
#define DOCMODEL_MODEL_ALIGN_H

#include "model/build.h"

/* How a row got its name. */
enum alignment {
    ALIGNED_NOT,        /* it has none */
    ALIGNED_BY_NAME,    /* the cell says it, perhaps in other letter case */
    ALIGNED_BY_FIT,     /* it and a JSON member fit each other and nothing else that is left */
    ALIGNED_BY_ORDER,   /* as many rows as JSON members are left between two that match */
    ALIGNED_BY_PRIMARY, /* the row in its place on the page that decides is called so */
    ALIGNED_BY_OTHERS   /* rows of other pages call a collection of such a type so */
};

struct aligned_row {
    slice name;                        /* empty: not known */
    const struct member_facts *member; /* the JSON member that gave the name, or NULL */
    enum alignment how;
};

/* Whether the name is not what the cell says. */
static inline bool align_is_repair(const struct aligned_row *row)
{
    return row->how > ALIGNED_BY_NAME;
}

/*
 * Names the rows of one description, by the first of these that gives a name: the JSON member that
 * is spelled so; the one that is spelled so but for letter case, whose spelling counts; for a cell
 * that need not be a name (see spelling_keeps_row), the one member that fits its type and its place
 * in a sorted table, then the members that are left, in order; what the cell says, if that is a
 * name. Returns one item a row, which is gone with the next call.
 */
struct aligned_row *align_rows(const struct build *build, const struct build_page *page,
                               const struct type_facts *facts);

/* Calls ROW, which FACTS say, by a NAME that was found in the way HOW. */
void align_name(struct aligned_row *row, const struct property_facts *facts, slice name,
                enum alignment how);

/* Calls the ROWS that have no name yet as rows of other pages with such a type are called. */
void align_name_by_others(const struct build *build, const struct type_facts *facts,
                          struct aligned_row *rows);

#endif
