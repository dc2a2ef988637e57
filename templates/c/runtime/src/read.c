#include "internal.h"

static const char *read_object(struct dm_reader *reader, const char *p, const dm_type *type,
                               dm_object **result);

/* Texts that are read end with a NUL, which is no part of any value and stops whatever looks for
 * one; so only what looks ahead asks for the end. */
DM_INLINE const char *skip_space(const char *p)
{
    while (DM_UNLIKELY((unsigned char)*p <= ' ') &&
           (*p == ' ' || *p == '\n' || *p == '\r' || *p == '\t'))
        p++;
    return p;
}

/* ---- What does not fit ---- */

/* Turns the ends of the texts in a stretch that was read back into quotes. */
static void restore(char *p, const char *end)
{
    while (p < end && (p = memchr(p, '\0', (size_t)(end - p))))
        *p++ = '"';
}

/* Keeps a value that does not fit under the property's name. */
DM_COLD static const char *keep_raw(struct dm_reader *reader, const char *p, dm_object *object,
                                    const dm_field *field)
{
    if (reader->status != DM_OK)
        return NULL;
    dm_finding finding = reader->finding;
    restore(dm_reader_writable(p), reader->ill_at);
    const char *end = dm_scan_value(reader, p);
    if (!end)
        return NULL;
    if (reader->options->strict_types)
        return dm_reader_refuse(reader, p, field);
    dm_json value = {p, (size_t)(end - p)};
    dm_value_clear(field, (char *)object + field->offset);
    if (!dm_extras_set_mark(object, reader->arena, field->offset, DM_MARK_RAW, value))
        return dm_reader_no_memory(reader, p);
    dm_reader_report(reader, finding, object->type, field, p, end);
    return end;
}

/* Keeps the text of a value that would be written in another way. */
DM_COLD static bool keep_original(struct dm_reader *reader, const char *p, const char *end,
                                  dm_object *object, const dm_field *field)
{
    dm_json value = {NULL, (size_t)(end - p)};
    char *copy = dm_arena_copy(reader->arena, p, value.size);
    value.data = copy;
    if (copy)
        restore(copy, copy + value.size);
    if (!copy ||
        !dm_extras_set_mark(object, reader->arena, field->offset, DM_MARK_ORIGINAL, value)) {
        dm_reader_no_memory(reader, p);
        return false;
    }
    bool decimal = field->kind == DM_DECIMAL;
    if (*copy == '"' || *copy == '[' ? !decimal : field->kind <= DM_BINARY)
        dm_reader_report(reader, DM_FOUND_CONVERTED, object->type, field, copy, copy + value.size);
    return true;
}

/* ---- Texts ---- */

DM_INLINE const char *read_text(struct dm_reader *reader, const char *p, const dm_field *field,
                                void *slot, bool *plain)
{
    const char *text = NULL;
    const char *end;
    if (DM_LIKELY(*p == '"')) {
        end = dm_reader_string(reader, p, &text);
        if (DM_UNLIKELY(field->kind == DM_DECIMAL))
            *plain = false;
    } else if (dm_scan_kind(*p) == DM_JSON_NUMBER) {
        end = dm_scan_number(reader, p);
        if (!end)
            return NULL;
        text = dm_arena_copy(reader->arena, p, (size_t)(end - p));
        if (!text)
            return dm_reader_no_memory(reader, p);
        if (field->kind != DM_DECIMAL)
            *plain = false;
    } else {
        return dm_reader_ill(reader, p, DM_FOUND_ILL_FITTING);
    }
    memcpy(slot, &text, sizeof text);
    return end;
}

/* ---- One value ---- */

/* @param plain set to false when the value would be written in another way. */
static const char *read_value(struct dm_reader *reader, const char *p, dm_object *object,
                              const dm_field *field, void *slot, bool *plain)
{
    switch ((dm_kind)field->kind) {
    case DM_BOOLEAN:
    case DM_BYTE:
    case DM_SBYTE:
    case DM_INT16:
    case DM_INT32:
    case DM_INT64:
    case DM_SINGLE:
    case DM_DOUBLE:
    case DM_ENUMERATION:
    case DM_FLAGS:
        return dm_scalar_read(reader, p, object, field, slot, plain);
    case DM_OBJECT: {
        dm_object *value = NULL;
        if (*p != '{')
            return dm_reader_ill(reader, p, DM_FOUND_ILL_FITTING);
        p = read_object(reader, p, dm_field_detail(field), &value);
        memcpy(slot, &value, sizeof value);
        return p;
    }
    case DM_STREAM:
    case DM_UNTYPED: {
        const char *end = dm_scan_value(reader, p);
        dm_json json = {p, end ? (size_t)(end - p) : 0};
        memcpy(slot, &json, sizeof json);
        return end;
    }
    default:
        return read_text(reader, p, field, slot, plain);
    }
}

/* ---- Collections ---- */

static bool grow_scratch(struct dm_reader *reader)
{
    char *more = dm_arena_take(reader->arena, reader->scratch_size * 2);
    if (!more)
        return false;
    memcpy(more, reader->scratch, reader->scratch_used);
    reader->scratch = more;
    reader->scratch_size *= 2;
    return true;
}

DM_INLINE bool push(struct dm_reader *reader, const void *item, size_t size)
{
    if (DM_UNLIKELY(reader->scratch_size - reader->scratch_used < size) && !grow_scratch(reader))
        return false;
    memcpy(reader->scratch + reader->scratch_used, item, size);
    reader->scratch_used += size;
    return true;
}

static bool take_items(struct dm_reader *reader, size_t from, size_t count, char *member)
{
    struct dm_list list;
    memset(&list, 0, sizeof list);
    size_t size = reader->scratch_used - from;
    list.count = count;
    list.has = true;
    if (size > 0) {
        void *items = dm_arena_take(reader->arena, size);
        if (!items)
            return false;
        dm_copy_bytes(items, reader->scratch + from, size);
        list.items = items;
    }
    memcpy(member, &list, sizeof list);
    reader->scratch_used = from;
    return true;
}

static const char *read_null_item(struct dm_reader *reader, const char *p, const dm_field *field,
                                  void *slot)
{
    if (field->kind >= DM_BOOLEAN && field->kind <= DM_DOUBLE)
        return dm_reader_ill(reader, p, DM_FOUND_ILL_FITTING);
    memset(slot, 0, dm_value_element_size(field));
    return dm_scan_value(reader, p);
}

/* A string without escapes. @return behind it and by *text its inside, or NULL: nothing was read.
 */
DM_INLINE const char *read_plain_string(struct dm_reader *reader, const char *p, const char *end,
                                        const char **text)
{
    if (*p != '"')
        return NULL;
    const char *close = dm_scan_plain_inline(p + 1, end);
    if (DM_UNLIKELY(*close != '"' || (size_t)(close - p - 1) > reader->max_string))
        return NULL;
    *dm_reader_writable(close) = '\0';
    *text = p + 1;
    return close + 1;
}

static const char *read_item(struct dm_reader *reader, const char *p, dm_object *object,
                             const dm_field *field, bool *plain)
{
    uint64_t slot[2] = {0, 0};
    bool item_plain = true;
    const char *text;
    const char *behind =
        dm_value_is_string(field) ? read_plain_string(reader, p, reader->end, &text) : NULL;
    if (DM_LIKELY(behind != NULL))
        return push(reader, &text, sizeof text) ? behind : dm_reader_no_memory(reader, p);
    if (p >= reader->end)
        return dm_reader_expected(reader, p, "");
    if (*p == 'n' && field->kind < DM_STREAM)
        p = read_null_item(reader, p, field, slot);
    else
        p = read_value(reader, p, object, field, slot, &item_plain);
    *plain = *plain && item_plain;
    if (p && !push(reader, slot, dm_value_element_size(field)))
        return dm_reader_no_memory(reader, p);
    return p;
}

static const char *read_items(struct dm_reader *reader, const char *p, dm_object *object,
                              const dm_field *field, struct dm_step *step, bool *plain)
{
    for (;;) {
        p = read_item(reader, p, object, field, plain);
        if (!p)
            return NULL;
        p = skip_space(p);
        step->number++;
        if (*p == ']')
            return p + 1;
        if (*p != ',')
            return dm_reader_expected(reader, p, "expected ',' or ']'");
        if (step->number >= reader->max_members)
            return dm_reader_fail(reader, DM_ERROR_MEMBERS, p, "more elements than the limit");
        p = skip_space(p + 1);
    }
}

static const char *read_collection(struct dm_reader *reader, const char *p, dm_object *object,
                                   const dm_field *field, bool *plain)
{
    struct dm_step step = {reader->step, NULL, 0};
    size_t from = reader->scratch_used;
    if (*p != '[')
        return dm_reader_ill(reader, p, DM_FOUND_ILL_FITTING);
    if (reader->depth >= reader->max_depth)
        return dm_reader_fail(reader, DM_ERROR_DEPTH, p, "nested deeper than the limit");
    p = skip_space(p + 1);
    if (*p == ']') {
        p++;
    } else {
        reader->depth++;
        reader->step = &step;
        p = read_items(reader, p, object, field, &step, plain);
        reader->step = step.up;
        reader->depth--;
    }
    if (!p) {
        reader->scratch_used = from;
        return NULL;
    }
    if (!take_items(reader, from, step.number, (char *)object + field->offset))
        return dm_reader_no_memory(reader, p);
    return p;
}

/* ---- Members ---- */

static void set_has(const dm_field *field, char *member)
{
    bool has = true;
    memcpy(member + dm_value_has_offset(field), &has, sizeof has);
}

static const char *read_null(struct dm_reader *reader, const char *p, dm_object *object,
                             const dm_field *field)
{
    dm_json none = {NULL, 0};
    bool whole = reader->end - p >= 4 && dm_same_bytes(p, "null", 4);
    const char *end = whole ? p + 4 : dm_scan_value(reader, p);
    if (!end)
        return NULL;
    dm_value_clear(field, (char *)object + field->offset);
    if (!dm_extras_set_mark(object, reader->arena, field->offset, DM_MARK_NULL, none))
        return dm_reader_no_memory(reader, p);
    return end;
}

const char *dm_read_member(struct dm_reader *reader, const char *p, dm_object *object,
                           const dm_field *field)
{
    bool plain = true;
    char *member = (char *)object + field->offset;
    const char *end;
    if (DM_UNLIKELY(p >= reader->end))
        return dm_reader_expected(reader, p, "");
    if (*p == 'n')
        return read_null(reader, p, object, field);
    if (object->extras && (object->extras->mark_bits & dm_extras_bit(field->offset)))
        dm_extras_drop_marks(object, field->offset);
    if (DM_LIKELY(field->kind <= DM_BINARY && *p == '"' && !(field->flags & DM_COLLECTION))) {
        end = read_text(reader, p, field, member, &plain);
    } else if (field->flags & DM_COLLECTION) {
        end = read_collection(reader, p, object, field, &plain);
    } else {
        end = read_value(reader, p, object, field, member, &plain);
        if (end && field->kind >= DM_BOOLEAN && field->kind <= DM_DOUBLE)
            set_has(field, member);
    }
    if (DM_UNLIKELY(!end))
        return keep_raw(reader, p, object, field);
    if (DM_UNLIKELY(!plain) && !keep_original(reader, p, end, object, field))
        return NULL;
    return end;
}

static bool is_field(const dm_field *field, const char *name, size_t length)
{
    return field->name_length == length && dm_same_bytes(dm_field_name(field), name, length);
}

static int compare_name(const dm_field *field, const char *name, size_t length)
{
    size_t common = field->name_length < length ? field->name_length : length;
    int order = memcmp(dm_field_name(field), name, common);
    return order ? order : (int)(field->name_length > common) - (int)(length > common);
}

const dm_field *dm_read_find(const dm_type *type, const char *name, size_t length, size_t guess)
{
    for (size_t i = guess; i < type->field_count && i < guess + 8; i++) {
        if (is_field(&type->fields[i], name, length))
            return &type->fields[i];
    }
    size_t low = 0;
    size_t high = type->field_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const dm_field *field = &type->fields[type->order[middle]];
        int order = compare_name(field, name, length);
        if (order == 0)
            return field;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* ---- Objects ---- */

static dm_object *new_object(struct dm_reader *reader, const dm_type *type)
{
    dm_object *object = dm_arena_take(reader->arena, type->size);
    if (DM_LIKELY(object != NULL)) {
        memset(object, 0, type->size);
        object->type = type;
        object->arena = reader->arena;
    }
    return object;
}

/* Reads the unknown members again that another type knows. */
static bool read_again(struct dm_reader *reader, dm_object *object)
{
    struct dm_extras *extras = object->extras;
    for (uint32_t i = 0; extras && i < extras->unknown_count; i++) {
        struct dm_unknown unknown = extras->unknown[i];
        const dm_field *field = dm_read_find(object->type, unknown.name, unknown.name_length, 0);
        if (!field || !dm_extras_is_there(&unknown))
            continue;
        dm_extras_remove(&extras->unknown[i]);
        struct dm_step step = {reader->step->up, dm_field_name(field), field->name_length};
        const struct dm_step *up = reader->step;
        reader->step = &step;
        const char *end = dm_read_member(reader, unknown.value.data, object, field);
        reader->step = up;
        if (!end)
            return false;
    }
    return true;
}

static uint64_t hash_name(const char *name)
{
    uint64_t hash = UINT64_C(14695981039346656037);
    for (; *name; name++) {
        bool capital = *name >= 'A' && *name <= 'Z';
        hash =
            (hash ^ (unsigned char)(capital ? *name - 'A' + 'a' : *name)) * UINT64_C(1099511628211);
    }
    return hash | 1;
}

/* @return the options' type of that name, or NULL. */
static const dm_type *find_type(struct dm_reader *reader, const char *name)
{
    if (reader->options->types.count == 0)
        return NULL;
    if (!reader->found_any)
        memset(reader->found, 0, sizeof reader->found);
    reader->found_any = true;
    uint64_t hash = hash_name(name);
    size_t slot = (hash >> 32) % (sizeof reader->found / sizeof *reader->found);
    const dm_type *type = reader->found[slot].type;
    if (reader->found[slot].hash == hash && (!type || dm_value_same_name(type->name, name)))
        return type;
    type = dm_type_find(reader->options->types, name);
    reader->found[slot].hash = hash;
    reader->found[slot].type = type;
    return type;
}

/* An `@odata.type` names what the object really is: goes over to that type if it is derived from
 * the declared one. A derived structure begins with its base's. */
static bool apply_type_name(struct dm_reader *reader, dm_object **object, const char *p,
                            const char *end)
{
    const dm_type *type = (*object)->type;
    const char *name = dm_value_type_name(*object, NULL);
    if (dm_value_same_name(name, type->name))
        return true;
    const dm_type *found = find_type(reader, name);
    if (!found || found == type || (type != &dm_any_descriptor && !dm_type_is(found, type))) {
        dm_reader_report_string(reader, DM_FOUND_TYPE, type, NULL, p, end);
        return true;
    }
    dm_object *derived = new_object(reader, found);
    if (!derived) {
        dm_reader_no_memory(reader, p);
        return false;
    }
    memcpy(derived, *object, type->size);
    derived->type = found;
    *object = derived;
    return read_again(reader, derived);
}

/* A name of which a table's guess was wrong. @return behind the string, or NULL. */
static const char *read_name(struct dm_reader *reader, const char *p, const char **name,
                             size_t *length)
{
    unsigned features = 0;
    if (*p != '"')
        return dm_reader_expected(reader, p, "expected a member's name in quotes");
    const char *begin = p + 1;
    const char *close = dm_scan_string(reader, begin, begin, &features);
    if (!close)
        return NULL;
    *name = begin;
    *length = (size_t)(close - begin);
    if (features & DM_TEXT_ESCAPED) {
        char *copy = dm_arena_take(reader->arena, *length + 1);
        if (!copy)
            return dm_reader_no_memory(reader, p);
        *length = dm_scan_unescape(begin, close, copy);
        copy[*length] = '\0';
        *name = copy;
    }
    return close + 1;
}

/* Ends a name that lies in the text, for unknown members, whose names are C strings. */
static const char *end_name(const char *name, size_t length, const char *colon)
{
    if (name < colon && name + length < colon)
        *dm_reader_writable(name + length) = '\0';
    return name;
}

static const char *read_unknown(struct dm_reader *reader, const char *p, dm_object **object,
                                const char *name, size_t length)
{
    if (length == 11 && memcmp(name, "@odata.type", 11) == 0 && *p == '"') {
        const char *end = dm_reader_string(reader, p, &(*object)->type_name);
        if (end) {
            struct dm_unknown *same = dm_extras_unknown(*object, name, length);
            if (same)
                dm_extras_remove(same);
            return apply_type_name(reader, object, p, end) ? end : NULL;
        }
        if (reader->status != DM_OK)
            return NULL;
        (*object)->type_name = NULL;
    }
    const char *end = dm_scan_value(reader, p);
    if (!end)
        return NULL;
    dm_json value = {p, (size_t)(end - p)};
    if (!dm_extras_set_unknown(*object, reader->arena, name, length, value))
        return dm_reader_no_memory(reader, p);
    if (reader->options->report && !((*object)->type->flags & DM_OPEN) &&
        !memchr(name, '@', length))
        dm_reader_report(reader, DM_FOUND_UNKNOWN, (*object)->type, NULL, p, end);
    return end;
}

/* @return at the value behind a name. */
DM_INLINE const char *read_colon(struct dm_reader *reader, const char *p)
{
    if (DM_UNLIKELY(*p != ':')) {
        p = skip_space(p);
        if (*p != ':')
            return dm_reader_expected(reader, p, "expected ':' behind a member's name");
    }
    return skip_space(p + 1);
}

/* The guess of a table: a name without escapes and a colon behind it. @return at the value, or
 * NULL: it is another. */
DM_INLINE const char *read_guess(const char *p, const char *end, const dm_field *field)
{
    size_t length = field->name_length;
    if (DM_UNLIKELY((size_t)(end - p) < length + 4 || *p != '"' ||
                    memcmp(p + length + 1, "\":", 2) != 0 ||
                    !dm_same_bytes(p + 1, dm_field_name(field), length)))
        return NULL;
    return skip_space(p + length + 3);
}

/* The most common value: a string without escapes, of a kind that is text. @return behind it, or
 * NULL: nothing was read. */
DM_INLINE const char *read_plain(struct dm_reader *reader, const char *p, const char *end,
                                 dm_object *object, const dm_field *field)
{
    const char *text;
    if (!(field->flags & DM_ONE_STRING))
        return NULL;
    p = read_plain_string(reader, p, end, &text);
    if (DM_UNLIKELY(!p))
        return NULL;
    if (object->extras && (object->extras->mark_bits & dm_extras_bit(field->offset)))
        dm_extras_drop_marks(object, field->offset);
    memcpy((char *)object + field->offset, &text, sizeof text);
    return p;
}

/* A member whose name is not the table's guess. @return at its value and by *field its line of the
 * table; behind the value of an unknown member, which has none; or NULL. */
static const char *read_other(struct dm_reader *reader, const char *p, dm_object **object,
                              struct dm_step *step, size_t guess, const dm_field **field)
{
    step->name = NULL;
    step->number = DM_NO_STEP;
    const char *colon = p = read_name(reader, p, &step->name, &step->number);
    if (!p)
        return NULL;
    *field = dm_read_find((*object)->type, step->name, step->number, guess);
    p = read_colon(reader, p);
    if (!p || *field)
        return p;
    end_name(step->name, step->number, colon);
    return read_unknown(reader, p, object, step->name, step->number);
}

/* One member. @param type the object's, which may become a derived one; guess: the line of its
 * table that is looked at first, then the one behind the member's. @return behind the value, or
 * NULL. */
DM_INLINE const char *read_pair(struct dm_reader *reader, const char *p, dm_object **object,
                                struct dm_step *step, const dm_type **type, size_t *guess)
{
    const dm_field *field = NULL;
    const char *value = NULL;
    if (DM_LIKELY(*guess < (*type)->field_count && !((*type)->flags & DM_ESCAPES))) {
        field = &(*type)->fields[*guess];
        value = read_guess(p, reader->end, field);
    }
    if (DM_LIKELY(value != NULL)) {
        step->name = dm_field_name(field);
        step->number = field->name_length;
        ++*guess;
        p = read_plain(reader, value, reader->end, *object, field);
        return DM_LIKELY(p != NULL) ? p : dm_read_member(reader, value, *object, field);
    }
    value = read_other(reader, p, object, step, *guess, &field);
    *type = (*object)->type;
    if (!value || !field)
        return value;
    *guess = (size_t)(field - (*type)->fields) + 1;
    return dm_read_member(reader, value, *object, field);
}

static const char *read_pairs(struct dm_reader *reader, const char *p, dm_object **object,
                              struct dm_step *step)
{
    const dm_type *type = (*object)->type;
    size_t guess = 0;
    for (size_t count = 1;; count++) {
        if (DM_UNLIKELY(count > reader->max_members))
            return dm_reader_fail(reader, DM_ERROR_MEMBERS, p, "more members than the limit");
        p = read_pair(reader, p, object, step, &type, &guess);
        if (DM_UNLIKELY(!p))
            return NULL;
        p = skip_space(p);
        if (DM_UNLIKELY(*p != ','))
            break;
        p = skip_space(p + 1);
    }
    return *p == '}' ? p + 1 : dm_reader_expected(reader, p, "expected ',' or '}'");
}

static const char *read_object(struct dm_reader *reader, const char *p, const dm_type *type,
                               dm_object **result)
{
    struct dm_step step = {reader->step, NULL, DM_NO_STEP};
    if (reader->depth >= reader->max_depth)
        return dm_reader_fail(reader, DM_ERROR_DEPTH, p, "nested deeper than the limit");
    dm_object *object = new_object(reader, type);
    if (DM_UNLIKELY(!object))
        return dm_reader_no_memory(reader, p);
    p = skip_space(p + 1);
    if (*p == '}') {
        *result = object;
        return p + 1;
    }
    reader->depth++;
    reader->step = &step;
    p = read_pairs(reader, p, &object, &step);
    reader->step = step.up;
    reader->depth--;
    *result = object;
    return p;
}

/* ---- Documents ---- */

static const char *read_document(struct dm_reader *reader, const dm_type *type, dm_object **object)
{
    const char *p = skip_space(reader->start);
    if (p >= reader->end)
        return dm_reader_expected(reader, p, "");
    if (*p == '{') {
        p = read_object(reader, p, type, object);
    } else {
        const char *begin = p;
        p = dm_scan_value(reader, p);
        if (p && *begin != 'n')
            return dm_reader_fail(reader, DM_ERROR_TYPE, begin, "expected an object");
    }
    if (!p)
        return NULL;
    p = skip_space(p);
    if (p < reader->end)
        return dm_reader_expected(reader, p, "text behind the value");
    return p;
}

static dm_status read_all(struct dm_reader *reader, const dm_type *type, dm_object **object)
{
    dm_object *result = NULL;
    read_document(reader, type, &result);
    if (reader->status == DM_OK)
        *object = result;
    return reader->status;
}

dm_status dm_parse_in_place(dm_arena *arena, const dm_type *type, char *text, size_t size,
                            const dm_parse_options *options, dm_object **object, dm_error *error)
{
    struct dm_reader reader;
    if (!object)
        return dm_error_set(error, DM_ERROR_ARGUMENT, "no place for the object");
    *object = NULL;
    if (!arena || !type || !text || text[size] != '\0')
        return dm_error_set(error, DM_ERROR_ARGUMENT,
                            "no arena, type or text, or no NUL behind it");
    dm_reader_init(&reader, arena, text, size, options, error);
    return dm_reader_check_size(&reader, size) ? read_all(&reader, type, object) : reader.status;
}

dm_status dm_parse(dm_arena *arena, const dm_type *type, const char *text, size_t size,
                   const dm_parse_options *options, dm_object **object, dm_error *error)
{
    struct dm_reader reader;
    if (!object)
        return dm_error_set(error, DM_ERROR_ARGUMENT, "no place for the object");
    *object = NULL;
    if (!arena || !type || (!text && size > 0))
        return dm_error_set(error, DM_ERROR_ARGUMENT, "no arena, type or text");
    dm_reader_init(&reader, arena, text ? text : "", 0, options, error);
    if (!dm_reader_check_size(&reader, size))
        return reader.status;
    dm_arena_reserve(arena, size + size / 2 + type->size + 256);
    reader.start = dm_arena_copy(arena, text, size);
    if (!reader.start)
        return dm_error_set(error, DM_ERROR_MEMORY, "no memory");
    reader.end = reader.start + size;
    return read_all(&reader, type, object);
}

dm_status dm_parse_any(dm_arena *arena, const char *text, size_t size,
                       const dm_parse_options *options, dm_object **object, dm_error *error)
{
    return dm_parse(arena, &dm_any_descriptor, text, size, options, object, error);
}
