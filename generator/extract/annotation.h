/*
 * Annotations: the JSON in a comment before a code block, which says what the block shows.
 *
 *     <!-- {"blockType": "resource", "@odata.type": "microsoft.graph.user", ...} -->
 *
 * Damage is repaired (see support/json.h) and reported as annotation-malformed. Comments that hold
 * no annotation, and page annotations ("type": "#page.annotation"), are none of them.
 */
#ifndef DOCMODEL_EXTRACT_ANNOTATION_H
#define DOCMODEL_EXTRACT_ANNOTATION_H

#include "extract/reading.h"

/* What a code block shows, by its "blockType". */
enum annotation_subject {
    ABOUT_OTHER, /* a request, a response, ... */
    ABOUT_EXAMPLE,
    ABOUT_NOTHING, /* "ignored" */
    ABOUT_TYPE,    /* "resource", or a kind of types: "complexType" */
    ABOUT_ENUMERATION
};

struct annotation {
    enum annotation_subject subject;
    enum stated_kind stated_kind; /* of a type */
    slice type;                   /* of "@odata.type" or "@type", without "#" */
    struct span type_span;
    slice base_type;
    struct span base_type_span;
    slice key_property;
    bool collection; /* "isCollection", or a type written as a collection */
    bool open;
    bool abstract;
    bool media;
    bool truncated;
    struct span span;          /* of the comment */
    const struct block *fence; /* the code block that it belongs to; NULL without one */
    size_t fence_index;
};

struct annotations {
    struct annotation *items;
    size_t count;
};

void annotations_read(struct reading *reading, struct annotations *annotations);

/* The first annotation behind AFTER (NULL: of all) that names an enumeration, or NULL. */
const struct annotation *annotations_find_enumeration(const struct annotations *annotations,
                                                      const struct annotation *after);

/* The annotation of the code block at that index, or NULL. */
const struct annotation *annotations_find(const struct annotations *annotations,
                                          size_t fence_index);

#endif
