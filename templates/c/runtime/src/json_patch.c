#include "writer.h"

/* JSON merge patches (RFC 7396) of values of no declared type. Recursion is bounded by the depth to
 * which a checked value can be nested, DM_MAX_DEPTH. */

static bool both_objects(dm_json a, dm_json b)
{
    return dm_json_kind_of(a) == DM_JSON_OBJECT && dm_json_kind_of(b) == DM_JSON_OBJECT;
}

static bool equal_by_mode(dm_json a, dm_json b, enum dm_equal_mode mode,
                          struct dm_json_places places);

static bool equal_members(const struct dm_json_pair *pair, enum dm_equal_mode mode,
                          struct dm_json_places places)
{
    if (pair->b.size == 0)
        return dm_json_kind_of(pair->a) == DM_JSON_NULL;
    if (pair->a.size == 0)
        return mode == DM_EQUAL_LOOSE && dm_json_kind_of(pair->b) == DM_JSON_NULL;
    return equal_by_mode(pair->a, pair->b, mode, places);
}

/* Not in the strict mode. */
static bool equal_by_mode(dm_json a, dm_json b, enum dm_equal_mode mode,
                          struct dm_json_places places)
{
    if (!both_objects(a, b))
        return dm_json_equal_within(a, b, places);
    if (a.size == b.size && memcmp(a.data, b.data, a.size) == 0)
        return true;
    struct dm_json_join join;
    struct dm_json_pair pair;
    dm_json_join_begin(&join, a, b, places);
    while (dm_json_join_next(&join, &pair)) {
        if (!equal_members(&pair, mode, dm_json_join_rest(&join)))
            return false;
    }
    return true;
}

bool dm_json_patch_equal(dm_json a, dm_json b, enum dm_equal_mode mode)
{
    if (mode == DM_EQUAL_STRICT || !both_objects(a, b))
        return dm_json_equal(a, b);
    struct dm_json_place places[DM_JSON_PLACES];
    return equal_by_mode(a, b, mode, (struct dm_json_places){places, DM_JSON_PLACES});
}

static void put_json_name(struct dm_out *out, dm_json name)
{
    dm_out_begin_item(out);
    dm_out_put(out, name.data, name.size);
    dm_out_colon(out);
}

static void put_patch(struct dm_out *out, dm_json before, dm_json after,
                      struct dm_json_places places)
{
    struct dm_json_join join;
    struct dm_json_pair pair;
    if (!both_objects(before, after)) {
        dm_out_json(out, after);
        return;
    }
    dm_json_join_begin(&join, after, before, places);
    dm_out_open(out, '{');
    while (dm_json_join_next(&join, &pair)) {
        struct dm_json_places rest = dm_json_join_rest(&join);
        struct dm_json_pair change = {pair.name, pair.b, pair.a};
        if (equal_members(&change, DM_EQUAL_PATCH, rest))
            continue;
        put_json_name(out, pair.name);
        if (pair.a.size > 0)
            put_patch(out, pair.b, pair.a, rest);
        else
            dm_out_put(out, "null", 4);
    }
    dm_out_close(out, '}');
}

void dm_json_patch_put(struct dm_out *out, dm_json before, dm_json after)
{
    struct dm_json_place places[DM_JSON_PLACES];
    put_patch(out, before, after, (struct dm_json_places){places, DM_JSON_PLACES});
}

static void put_merged(struct dm_out *out, dm_json json, dm_json patch,
                       struct dm_json_places places)
{
    struct dm_json_join join;
    struct dm_json_pair pair;
    if (!both_objects(json, patch)) {
        dm_out_json(out, patch);
        return;
    }
    dm_json_join_begin(&join, json, patch, places);
    dm_out_open(out, '{');
    while (dm_json_join_next(&join, &pair)) {
        put_json_name(out, pair.name);
        if (pair.b.size > 0)
            put_merged(out, pair.a, pair.b, dm_json_join_rest(&join));
        else
            dm_out_json(out, pair.a);
    }
    dm_out_close(out, '}');
}

dm_status dm_json_patch_merge(dm_arena *arena, dm_json json, dm_json patch, dm_json *merged)
{
    struct dm_json_place places[DM_JSON_PLACES];
    struct dm_out out;
    dm_out_begin(&out, arena, NULL);
    put_merged(&out, json, patch, (struct dm_json_places){places, DM_JSON_PLACES});
    return dm_out_finish(&out, &merged->data, &merged->size, NULL);
}
