/*
 * Enumerations whose section was copied from another and still has its members.
 */
#ifndef DOCMODEL_MODEL_COPIED_MEMBERS_H
#define DOCMODEL_MODEL_COPIED_MEMBERS_H

#include "model/build.h"

/*
 * Two enumerations of one page with the same members, where the property that is called like one of
 * them lists quite other values: that one has been copied. It gets the values of the property, and
 * the page is reported. Comes when the members are filled in.
 */
void copied_members_mend(struct build *build);

#endif
