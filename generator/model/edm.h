/* The primitive types of the Entity Data Model (OData CSDL 4.01, section 3.3) that APIs document.
 */
#ifndef DOCMODEL_MODEL_EDM_H
#define DOCMODEL_MODEL_EDM_H

#include "support/slice.h"

enum edm_primitive {
    EDM_STRING,
    EDM_BOOLEAN,
    EDM_BYTE,
    EDM_SBYTE,
    EDM_INT16,
    EDM_INT32,
    EDM_INT64,
    EDM_SINGLE,
    EDM_DOUBLE,
    EDM_DECIMAL,
    EDM_GUID,
    EDM_DATE,
    EDM_TIME_OF_DAY,
    EDM_DATE_TIME_OFFSET,
    EDM_DURATION,
    EDM_BINARY,
    EDM_STREAM,
    EDM_PRIMITIVE_COUNT
};

/* "Edm.String" */
slice edm_name(enum edm_primitive primitive);

/* The primitive called NAME ("Edm.String"; letter case ignored), or EDM_PRIMITIVE_COUNT. */
enum edm_primitive edm_find(slice name);

/* Whether NAME, of any namespace, is in the one that the Entity Data Model keeps for itself. */
bool edm_is_reserved(slice name);

/* Whether NAME is a type of the Entity Data Model whose values can be of several forms: the
 * abstract types ("Edm.ComplexType"), Edm.Untyped and the geographic ones; letter case ignored. */
bool edm_is_untyped(slice name);

#endif
