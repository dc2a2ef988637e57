#include "internal.h"

#include <float.h>

size_t dm_value_element_size(const dm_field *field)
{
    switch ((dm_kind)field->kind) {
    case DM_BOOLEAN:
        return sizeof(bool);
    case DM_BYTE:
    case DM_SBYTE:
        return 1;
    case DM_INT16:
        return 2;
    case DM_INT32:
        return 4;
    case DM_INT64:
        return 8;
    case DM_SINGLE:
        return sizeof(float);
    case DM_DOUBLE:
        return sizeof(double);
    case DM_ENUMERATION:
        return sizeof(dm_enum_field);
    case DM_FLAGS:
        return sizeof(dm_flags);
    case DM_STREAM:
    case DM_UNTYPED:
        return sizeof(dm_json);
    default:
        return sizeof(void *);
    }
}

size_t dm_value_size(const dm_field *field)
{
    if (field->flags & DM_COLLECTION)
        return sizeof(struct dm_list);
    switch ((dm_kind)field->kind) {
    case DM_BOOLEAN:
        return sizeof(dm_bool);
    case DM_BYTE:
        return sizeof(dm_byte);
    case DM_SBYTE:
        return sizeof(dm_sbyte);
    case DM_INT16:
        return sizeof(dm_int16);
    case DM_INT32:
        return sizeof(dm_int32);
    case DM_INT64:
        return sizeof(dm_int64);
    case DM_SINGLE:
        return sizeof(dm_single);
    case DM_DOUBLE:
        return sizeof(dm_double);
    default:
        return dm_value_element_size(field);
    }
}

size_t dm_value_has_offset(const dm_field *field)
{
    switch ((dm_kind)field->kind) {
    case DM_BOOLEAN:
        return offsetof(dm_bool, has);
    case DM_BYTE:
    case DM_SBYTE:
        return offsetof(dm_byte, has);
    case DM_INT16:
        return offsetof(dm_int16, has);
    case DM_INT32:
        return offsetof(dm_int32, has);
    case DM_INT64:
        return offsetof(dm_int64, has);
    case DM_SINGLE:
        return offsetof(dm_single, has);
    default:
        return offsetof(dm_double, has);
    }
}

static bool has_number(const dm_field *field, const char *member)
{
    bool has;
    memcpy(&has, member + dm_value_has_offset(field), sizeof has);
    return has;
}

bool dm_value_has(const dm_field *field, const char *member)
{
    if (field->flags & DM_COLLECTION) {
        struct dm_list list;
        memcpy(&list, member, sizeof list);
        return list.has;
    }
    switch ((dm_kind)field->kind) {
    case DM_ENUMERATION: {
        int value;
        memcpy(&value, member, sizeof value);
        return value != 0;
    }
    case DM_FLAGS: {
        dm_flags flags;
        memcpy(&flags, member, sizeof flags);
        return flags.bits != 0 || flags.text;
    }
    case DM_STREAM:
    case DM_UNTYPED: {
        dm_json json;
        memcpy(&json, member, sizeof json);
        return json.size > 0;
    }
    case DM_BOOLEAN:
    case DM_BYTE:
    case DM_SBYTE:
    case DM_INT16:
    case DM_INT32:
    case DM_INT64:
    case DM_SINGLE:
    case DM_DOUBLE:
        return has_number(field, member);
    default:
        return dm_value_text(member) != NULL;
    }
}

void dm_value_clear(const dm_field *field, char *member)
{
    memset(member, 0, dm_value_size(field));
}

/* ---- Raw values ---- */

static bool ranges(dm_kind kind, int64_t *low, int64_t *high)
{
    switch (kind) {
    case DM_BYTE:
        *low = 0;
        *high = UINT8_MAX;
        return true;
    case DM_SBYTE:
        *low = INT8_MIN;
        *high = INT8_MAX;
        return true;
    case DM_INT16:
        *low = INT16_MIN;
        *high = INT16_MAX;
        return true;
    case DM_INT32:
        *low = INT32_MIN;
        *high = INT32_MAX;
        return true;
    default:
        *low = INT64_MIN;
        *high = INT64_MAX;
        return kind == DM_INT64;
    }
}

static void store_integer(dm_kind kind, int64_t number, void *value)
{
    if (kind == DM_BYTE) {
        uint8_t narrow = (uint8_t)number;
        memcpy(value, &narrow, sizeof narrow);
    } else if (kind == DM_SBYTE) {
        int8_t narrow = (int8_t)number;
        memcpy(value, &narrow, sizeof narrow);
    } else if (kind == DM_INT16) {
        int16_t narrow = (int16_t)number;
        memcpy(value, &narrow, sizeof narrow);
    } else if (kind == DM_INT32) {
        int32_t narrow = (int32_t)number;
        memcpy(value, &narrow, sizeof narrow);
    } else {
        memcpy(value, &number, sizeof number);
    }
}

static bool is_word(dm_json raw, const char *word)
{
    size_t length = strlen(word);
    if (raw.size != length)
        return false;
    for (size_t i = 0; i < length; i++) {
        char c = raw.data[i];
        if (c >= 'A' && c <= 'Z')
            c = (char)(c - 'A' + 'a');
        if (c != word[i])
            return false;
    }
    return true;
}

static dm_status boolean_of(dm_json raw, void *value, bool *plain)
{
    bool result = is_word(raw, "true");
    if (!result && !is_word(raw, "false"))
        return DM_ERROR_TYPE;
    memcpy(value, &result, sizeof result);
    *plain = true;
    return DM_OK;
}

static dm_status integer_of(dm_kind kind, dm_json raw, void *value, bool *plain)
{
    int64_t number;
    int64_t low;
    int64_t high;
    dm_status status = dm_number_integer(raw.data, raw.size, &number);
    if (status != DM_OK)
        return status == DM_ERROR_RANGE ? status : DM_ERROR_TYPE;
    ranges(kind, &low, &high);
    if (number < low || number > high)
        return DM_ERROR_RANGE;
    store_integer(kind, number, value);
    char text[DM_NUMBER_SIZE];
    size_t size = dm_number_write_integer(number, text);
    *plain = size == raw.size && memcmp(text, raw.data, size) == 0;
    return DM_OK;
}

static dm_status single_of(dm_json raw, void *value, bool *plain)
{
    float number = dm_number_single(raw.data, raw.size);
    char text[DM_NUMBER_SIZE];
    if (number > FLT_MAX || number < -FLT_MAX)
        return DM_ERROR_RANGE;
    memcpy(value, &number, sizeof number);
    size_t size = dm_number_write_single(number, text);
    *plain = size == raw.size && memcmp(text, raw.data, size) == 0;
    return DM_OK;
}

static dm_status double_of(dm_json raw, void *value, bool *plain)
{
    double number = dm_number_double(raw.data, raw.size);
    if (number > DBL_MAX || number < -DBL_MAX)
        return DM_ERROR_RANGE;
    memcpy(value, &number, sizeof number);
    *plain = dm_number_plain(raw.data, raw.size);
    return DM_OK;
}

static bool special_of(dm_kind kind, dm_json raw, void *value)
{
    double number = DBL_MAX;
    number *= 2;
    if (raw.size == 3 && memcmp(raw.data, "NaN", 3) == 0)
        number -= number;
    else if (raw.size == 4 && memcmp(raw.data, "-INF", 4) == 0)
        number = -number;
    else if (raw.size != 3 || memcmp(raw.data, "INF", 3) != 0)
        return false;
    float narrow = (float)number;
    if (kind == DM_SINGLE)
        memcpy(value, &narrow, sizeof narrow);
    else
        memcpy(value, &number, sizeof number);
    return true;
}

dm_status dm_value_of_raw(dm_kind kind, dm_json raw, void *value, bool *plain)
{
    bool quoted = raw.size >= 2 && *raw.data == '"';
    if (quoted) {
        raw.data++;
        raw.size -= 2;
        *plain = true;
        if ((kind == DM_SINGLE || kind == DM_DOUBLE) && special_of(kind, raw, value))
            return DM_OK;
    }
    dm_status status = DM_ERROR_TYPE;
    if (kind == DM_BOOLEAN && (quoted || *raw.data == 't' || *raw.data == 'f'))
        status = boolean_of(raw, value, plain);
    else if (kind == DM_BOOLEAN || !dm_number_is(raw.data, raw.size))
        return DM_ERROR_TYPE;
    else if (kind == DM_SINGLE)
        status = single_of(raw, value, plain);
    else if (kind == DM_DOUBLE)
        status = double_of(raw, value, plain);
    else
        status = integer_of(kind, raw, value, plain);
    if (quoted)
        *plain = false;
    return status;
}

/* A number given for a text kind is the text; a Decimal's string is the text with quotes. */
static bool text_matches(const char *text, dm_json raw)
{
    if (raw.size >= 2 && *raw.data == '"')
        return dm_json_is_text(raw, text);
    return strlen(text) == raw.size && memcmp(text, raw.data, raw.size) == 0;
}

static bool item_matches(const dm_field *field, const char *item, dm_json raw)
{
    char value[sizeof(double)] = {0};
    bool plain;
    if (field->kind <= DM_BINARY)
        return dm_value_text(item) ? text_matches(dm_value_text(item), raw)
                                   : dm_json_kind_of(raw) == DM_JSON_NULL;
    if (field->kind > DM_DOUBLE ||
        dm_value_of_raw((dm_kind)field->kind, raw, value, &plain) != DM_OK)
        return false;
    return memcmp(value, item, dm_value_element_size(field)) == 0;
}

bool dm_value_matches(const dm_field *field, const char *member, dm_json raw)
{
    if (!(field->flags & DM_COLLECTION))
        return item_matches(field, member, raw);
    struct dm_list list;
    memcpy(&list, member, sizeof list);
    dm_json_iterator it = {0};
    size_t i = 0;
    size_t size = dm_value_element_size(field);
    for (; dm_json_next(raw, &it); i++) {
        if (i >= list.count || !item_matches(field, (const char *)list.items + i * size, it.value))
            return false;
    }
    return i == list.count;
}

/* ---- Names ---- */

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool dm_value_same_name(const char *a, const char *b)
{
    for (; *a && lower(*a) == lower(*b); a++)
        b++;
    return lower(*a) == lower(*b);
}

const char *dm_value_type_name(const dm_object *object, const dm_type *declared)
{
    const dm_type *type = dm_type_of(object, declared);
    if (object->type_name)
        return object->type_name + (*object->type_name == '#');
    return type ? type->name : "";
}
