#include "writer.h"

/* JSON merge patches (RFC 7396) of values of no declared type. Recursion is bounded by the depth to
 * which a checked value can be nested, DM_MAX_DEPTH. */

static bool both_objects(dm_json a, dm_json b)
{
    return dm_json_kind_of(a) == DM_JSON_OBJECT && dm_json_kind_of(b) == DM_JSON_OBJECT;
}

/* The members of two objects. */
struct pair {
    struct dm_json_index a;
    struct dm_json_index b;
};

static void open_pair(struct pair *pair, dm_json a, dm_json b)
{
    dm_json_index_init(&pair->a, a);
    dm_json_index_init(&pair->b, b);
}

static void close_pair(struct pair *pair)
{
    dm_json_index_finish(&pair->a);
    dm_json_index_finish(&pair->b);
}

static bool within(const struct dm_json_index *a, const struct dm_json_index *b, bool loose,
                   bool compare, enum dm_equal_mode mode)
{
    dm_json_iterator it = {0};
    while (dm_json_index_next(a, &it)) {
        dm_json other = dm_json_index_find(b, it.name);
        if (other.size == 0 && loose && dm_json_kind_of(it.value) == DM_JSON_NULL)
            continue;
        if (other.size == 0 || (compare && !dm_json_patch_equal(it.value, other, mode)))
            return false;
    }
    return true;
}

bool dm_json_patch_equal(dm_json a, dm_json b, enum dm_equal_mode mode)
{
    if (mode == DM_EQUAL_STRICT || !both_objects(a, b))
        return dm_json_equal(a, b);
    if (a.size == b.size && memcmp(a.data, b.data, a.size) == 0)
        return true;
    struct pair pair;
    open_pair(&pair, a, b);
    bool equal = within(&pair.a, &pair.b, true, true, mode) &&
                 within(&pair.b, &pair.a, mode == DM_EQUAL_LOOSE, false, mode);
    close_pair(&pair);
    return equal;
}

static void put_json_name(struct dm_out *out, dm_json name)
{
    dm_out_begin_item(out);
    dm_out_put(out, name.data, name.size);
    dm_out_colon(out);
}

void dm_json_patch_put(struct dm_out *out, dm_json before, dm_json after)
{
    dm_json_iterator it = {0};
    if (!both_objects(before, after)) {
        dm_out_json(out, after);
        return;
    }
    struct pair pair;
    open_pair(&pair, before, after);
    dm_out_open(out, '{');
    while (dm_json_index_next(&pair.b, &it)) {
        dm_json from = dm_json_index_find(&pair.a, it.name);
        if (from.size > 0 && dm_json_patch_equal(from, it.value, DM_EQUAL_PATCH))
            continue;
        put_json_name(out, it.name);
        dm_json_patch_put(out, from, it.value);
    }
    memset(&it, 0, sizeof it);
    while (dm_json_index_next(&pair.a, &it)) {
        if (dm_json_kind_of(it.value) == DM_JSON_NULL ||
            dm_json_index_find(&pair.b, it.name).size > 0)
            continue;
        put_json_name(out, it.name);
        dm_out_put(out, "null", 4);
    }
    close_pair(&pair);
    dm_out_close(out, '}');
}

static void put_merged(struct dm_out *out, dm_json json, dm_json patch)
{
    dm_json_iterator it = {0};
    if (!both_objects(json, patch)) {
        dm_out_json(out, patch);
        return;
    }
    struct pair pair;
    open_pair(&pair, json, patch);
    dm_out_open(out, '{');
    while (dm_json_index_next(&pair.a, &it)) {
        dm_json change = dm_json_index_find(&pair.b, it.name);
        put_json_name(out, it.name);
        put_merged(out, it.value, change.size > 0 ? change : it.value);
    }
    memset(&it, 0, sizeof it);
    while (dm_json_index_next(&pair.b, &it)) {
        if (dm_json_index_find(&pair.a, it.name).size > 0)
            continue;
        put_json_name(out, it.name);
        dm_out_json(out, it.value);
    }
    close_pair(&pair);
    dm_out_close(out, '}');
}

dm_status dm_json_patch_merge(dm_arena *arena, dm_json json, dm_json patch, dm_json *merged)
{
    struct dm_out out;
    dm_out_begin(&out, arena, NULL);
    put_merged(&out, json, patch);
    return dm_out_finish(&out, &merged->data, &merged->size, NULL);
}
