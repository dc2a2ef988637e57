#include "model/edm.h"

static const slice names[EDM_PRIMITIVE_COUNT] = {
    [EDM_STRING] = {"Edm.String", 10},
    [EDM_BOOLEAN] = {"Edm.Boolean", 11},
    [EDM_BYTE] = {"Edm.Byte", 8},
    [EDM_SBYTE] = {"Edm.SByte", 9},
    [EDM_INT16] = {"Edm.Int16", 9},
    [EDM_INT32] = {"Edm.Int32", 9},
    [EDM_INT64] = {"Edm.Int64", 9},
    [EDM_SINGLE] = {"Edm.Single", 10},
    [EDM_DOUBLE] = {"Edm.Double", 10},
    [EDM_DECIMAL] = {"Edm.Decimal", 11},
    [EDM_GUID] = {"Edm.Guid", 8},
    [EDM_DATE] = {"Edm.Date", 8},
    [EDM_TIME_OF_DAY] = {"Edm.TimeOfDay", 13},
    [EDM_DATE_TIME_OFFSET] = {"Edm.DateTimeOffset", 18},
    [EDM_DURATION] = {"Edm.Duration", 12},
    [EDM_BINARY] = {"Edm.Binary", 10},
    [EDM_STREAM] = {"Edm.Stream", 10},
};

slice edm_name(enum edm_primitive primitive)
{
    return names[primitive];
}

enum edm_primitive edm_find(slice name)
{
    for (size_t i = 0; i < EDM_PRIMITIVE_COUNT; i++)
        if (slice_equal_ignore_case(name, names[i]))
            return (enum edm_primitive)i;
    return EDM_PRIMITIVE_COUNT;
}

bool edm_is_reserved(slice name)
{
    return slice_starts_with_ignore_case(name, SLICE("Edm."));
}

bool edm_is_untyped(slice name)
{
    static const char *const abstract[] = {"Edm.Untyped", "Edm.PrimitiveType", "Edm.ComplexType",
                                           "Edm.EntityType"};
    static const char *const geographic[] = {
        "",           "Point",           "LineString",   "Polygon",
        "MultiPoint", "MultiLineString", "MultiPolygon", "Collection"};
    static const slice families[] = {{"Edm.Geography", 13}, {"Edm.Geometry", 12}};
    for (size_t i = 0; i < sizeof abstract / sizeof *abstract; i++)
        if (slice_equal_ignore_case(name, slice_from(abstract[i])))
            return true;
    for (size_t f = 0; f < sizeof families / sizeof *families; f++)
        for (size_t i = 0; i < sizeof geographic / sizeof *geographic; i++)
            if (slice_starts_with_ignore_case(name, families[f]) &&
                slice_equal_ignore_case(slice_skip(name, families[f].len),
                                        slice_from(geographic[i])))
                return true;
    return false;
}
