#include "support/json.h"

struct json_value *json_get(const struct json_value *object, slice key)
{
    if (object == NULL || object->kind != JSON_OBJECT)
        return NULL;
    struct json_value *found = NULL;
    for (struct json_value *member = object->first; member != NULL; member = member->next)
        if (slice_equal(member->key, key))
            found = member;
    return found;
}

slice json_get_text(const struct json_value *object, slice key)
{
    const struct json_value *value = json_get(object, key);
    return value != NULL && value->kind == JSON_STRING ? value->text : (slice){0};
}

bool json_get_boolean(const struct json_value *object, slice key)
{
    const struct json_value *value = json_get(object, key);
    return value != NULL && value->kind == JSON_BOOLEAN && value->boolean;
}

static bool json_equal_within(const struct json_value *a, const struct json_value *b,
                              unsigned depth);

static bool json_arrays_equal(const struct json_value *a, const struct json_value *b,
                              unsigned depth)
{
    const struct json_value *y = b->first;
    for (const struct json_value *x = a->first; x != NULL; x = x->next, y = y->next)
        if (!json_equal_within(x, y, depth))
            return false;
    return true;
}

/* True if B has each member of A; of duplicates only the last counts. */
static bool json_object_includes(const struct json_value *b, const struct json_value *a,
                                 unsigned depth)
{
    for (const struct json_value *x = a->first; x != NULL; x = x->next) {
        const struct json_value *y = json_get(b, x->key);
        if (y == NULL || !json_equal_within(json_get(a, x->key), y, depth))
            return false;
    }
    return true;
}

static bool json_has_same_keys(const struct json_value *b, const struct json_value *a)
{
    for (const struct json_value *x = a->first; x != NULL; x = x->next)
        if (json_get(b, x->key) == NULL)
            return false;
    return true;
}

static bool json_equal_within(const struct json_value *a, const struct json_value *b,
                              unsigned depth)
{
    if (a->kind != b->kind || depth == 0)
        return false;
    switch (a->kind) {
    case JSON_NULL:
        return true;
    case JSON_BOOLEAN:
        return a->boolean == b->boolean;
    case JSON_NUMBER:
    case JSON_STRING:
        return slice_equal(a->text, b->text);
    case JSON_ARRAY:
        return a->count == b->count && json_arrays_equal(a, b, depth - 1);
    case JSON_OBJECT:
        return json_has_same_keys(a, b) && json_object_includes(b, a, depth - 1);
    }
    return false;
}

bool json_equal(const struct json_value *a, const struct json_value *b)
{
    return json_equal_within(a, b, JSON_DEPTH_MAX + 1);
}

struct json_value *json_new(struct arena *arena, enum json_kind kind)
{
    struct json_value *value = arena_alloc(arena, sizeof *value);
    value->kind = kind;
    return value;
}

struct json_value *json_new_string(struct arena *arena, slice text)
{
    struct json_value *value = json_new(arena, JSON_STRING);
    value->text = text;
    return value;
}

struct json_value *json_new_boolean(struct arena *arena, bool boolean)
{
    struct json_value *value = json_new(arena, JSON_BOOLEAN);
    value->boolean = boolean;
    value->text = boolean ? SLICE("true") : SLICE("false");
    return value;
}

struct json_value *json_new_integer(struct arena *arena, long long integer)
{
    struct json_value *value = json_new(arena, JSON_NUMBER);
    value->text = arena_format(arena, "%lld", integer);
    return value;
}

struct json_value *json_append(struct json_value *array, struct json_value *child)
{
    if (array->last == NULL)
        array->first = child;
    else
        array->last->next = child;
    array->last = child;
    array->count++;
    return child;
}

struct json_value *json_add(struct json_value *object, slice key, struct json_value *child)
{
    child->key = key;
    return json_append(object, child);
}

void json_add_string(struct arena *arena, struct json_value *object, slice key, slice text)
{
    json_add(object, key, json_new_string(arena, text));
}

void json_add_boolean(struct arena *arena, struct json_value *object, slice key, bool value)
{
    json_add(object, key, json_new_boolean(arena, value));
}

void json_add_integer(struct arena *arena, struct json_value *object, slice key, long long value)
{
    json_add(object, key, json_new_integer(arena, value));
}

void json_add_decimal(struct arena *arena, struct json_value *object, slice key,
                      struct decimal number)
{
    json_add(object, key, json_new(arena, JSON_NUMBER))->text = decimal_text(arena, number);
}

struct json_value *json_add_array(struct arena *arena, struct json_value *object, slice key)
{
    return json_add(object, key, json_new(arena, JSON_ARRAY));
}

struct json_value *json_add_object(struct arena *arena, struct json_value *object, slice key)
{
    return json_add(object, key, json_new(arena, JSON_OBJECT));
}

const char *json_problem_text(enum json_problem_kind kind)
{
    static const char *const texts[JSON_PROBLEM_KIND_COUNT] = {
        [JSON_PROBLEM_TRAILING_COMMA] = "a comma stands behind the last member or element",
        [JSON_PROBLEM_MISSING_COMMA] = "a comma is missing between two members or elements",
        [JSON_PROBLEM_COMMENT] = "JSON has no comments",
        [JSON_PROBLEM_UNQUOTED_KEY] = "a key is not quoted",
        [JSON_PROBLEM_UNQUOTED_VALUE] =
            "a value is neither quoted nor a number, true, false or null",
        [JSON_PROBLEM_QUOTE] = "a string is not in plain double quotes",
        [JSON_PROBLEM_SPACE] = "white space that JSON does not allow, such as a no-break space",
        [JSON_PROBLEM_NUMBER] = "a number is not written as JSON writes numbers",
        [JSON_PROBLEM_ESCAPE] = "a backslash or a quote inside a string is not escaped",
        [JSON_PROBLEM_CONTROL] = "a string holds a line end or another control character",
        [JSON_PROBLEM_ELLIPSIS] = "an ellipsis stands in place of a value",
        [JSON_PROBLEM_DUPLICATE_KEY] = "an object has two members with this key",
        [JSON_PROBLEM_MISSING_COLON] = "a colon is missing between a key and its value",
        [JSON_PROBLEM_MISSING_CLOSE] = "a brace, a bracket or a quote is missing",
        [JSON_PROBLEM_TRAILING_TEXT] = "something stands behind the end of the value",
        [JSON_PROBLEM_UNEXPECTED] = "something stands here that is not JSON",
        [JSON_PROBLEM_DEPTH] = "objects and arrays are nested too deeply",
    };
    return (unsigned)kind < JSON_PROBLEM_KIND_COUNT ? texts[kind] : "";
}
