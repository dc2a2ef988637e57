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

struct annotation {
    slice block_type;
    slice type; /* of "@odata.type" or "@type", without "#" */
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

/* The annotation of the code block at that index, or NULL. */
const struct annotation *annotations_find(const struct annotations *annotations,
                                          size_t fence_index);

#endif
