#include "internal.h"

/* ---- What does not fit ---- */

/* The value does not fit; `where` is how far it was read. @return NULL. */
const char *dm_reader_ill(struct dm_reader *reader, const char *where, dm_finding finding)
{
    reader->finding = finding;
    reader->ill_at = where;
    return NULL;
}

const char *dm_reader_no_memory(struct dm_reader *reader, const char *where)
{
    return dm_reader_fail(reader, DM_ERROR_MEMORY, where, "no memory");
}

DM_COLD void dm_reader_report(struct dm_reader *reader, dm_finding finding, const dm_type *type,
                              const dm_field *field, const char *p, const char *end)
{
    char pointer[DM_ERROR_POINTER_SIZE];
    if (!reader->options->report)
        return;
    dm_step_pointer(reader->step, NULL, NULL, pointer, sizeof pointer);
    dm_report found = {finding, pointer, type, field, {p, (size_t)(end - p)}};
    reader->options->report(reader->options->report_context, &found);
}

/* The quote behind a string may have become its NUL. */
DM_COLD void dm_reader_report_string(struct dm_reader *reader, dm_finding finding,
                                     const dm_type *type, const dm_field *field, const char *p,
                                     const char *end)
{
    char *close = dm_reader_writable(end - 1);
    char was = *close;
    *close = '"';
    dm_reader_report(reader, finding, type, field, p, end);
    *close = was;
}

static const char *kind_text(const dm_field *field)
{
    static const char *const texts[] = {
        "String",   "Guid",   "Decimal", "Date",   "TimeOfDay",   "DateTimeOffset",
        "Duration", "Binary", "Boolean", "Byte",   "SByte",       "Int16",
        "Int32",    "Int64",  "Single",  "Double", "enumeration", "flags enumeration",
        "object",   "stream", "untyped"};
    return field->kind < sizeof texts / sizeof *texts ? texts[field->kind] : "value";
}

const char *dm_reader_refuse(struct dm_reader *reader, const char *p, const dm_field *field)
{
    static const char begin[] = "this value is no ";
    static const char collection[] = "collection of ";
    char message[DM_ERROR_MESSAGE_SIZE];
    const char *kind = kind_text(field);
    size_t used = sizeof begin - 1;
    memcpy(message, begin, used);
    if (field->flags & DM_COLLECTION) {
        memcpy(message + used, collection, sizeof collection - 1);
        used += sizeof collection - 1;
    }
    memcpy(message + used, kind, strlen(kind) + 1);
    return dm_reader_fail(reader, DM_ERROR_TYPE, p, message);
}

/* ---- Numbers and Booleans ---- */

static const char *read_raw_number(struct dm_reader *reader, const char *p, const dm_field *field,
                                   void *slot, bool *plain)
{
    dm_json_kind kind = dm_scan_kind(*p);
    if (kind != DM_JSON_NUMBER && kind != DM_JSON_STRING && kind != DM_JSON_BOOLEAN)
        return dm_reader_ill(reader, p, DM_FOUND_ILL_FITTING);
    const char *end = dm_scan_value(reader, p);
    if (!end)
        return NULL;
    dm_json raw = {p, (size_t)(end - p)};
    dm_status status = dm_value_of_raw((dm_kind)field->kind, raw, slot, plain);
    if (status == DM_OK)
        return end;
    return dm_reader_ill(reader, p,
                         status == DM_ERROR_RANGE ? DM_FOUND_OUT_OF_RANGE : DM_FOUND_ILL_FITTING);
}

/* The common form, digits alone; NULL for any other, without an error. */
static const char *read_number_digits(const char *p, const char *end, int64_t *number)
{
    bool negative = *p == '-';
    const char *begin = p += negative;
    int64_t sum = 0;
    for (; p < end && (unsigned char)(*p - '0') < 10; p++) {
        if (p - begin >= 18)
            return NULL;
        sum = sum * 10 + (*p - '0');
    }
    if (p == begin || p == end || *p == '.' || (*p | 0x20) == 'e' ||
        (*begin == '0' && (negative || p - begin > 1)))
        return NULL;
    *number = negative ? -sum : sum;
    return p;
}

static const char *read_number(struct dm_reader *reader, const char *p, const dm_field *field,
                               void *slot, bool *plain)
{
    int64_t number;
    const char *end = field->kind == DM_INT32 || field->kind == DM_INT64
                          ? read_number_digits(p, reader->end, &number)
                          : NULL;
    if (end && field->kind == DM_INT64) {
        memcpy(slot, &number, sizeof number);
        return end;
    }
    if (end && number >= INT32_MIN && number <= INT32_MAX) {
        int32_t narrow = (int32_t)number;
        memcpy(slot, &narrow, sizeof narrow);
        return end;
    }
    return read_raw_number(reader, p, field, slot, plain);
}

static const char *read_boolean(struct dm_reader *reader, const char *p, const dm_field *field,
                                void *slot, bool *plain)
{
    bool value = *p == 't';
    size_t length = value ? 4 : 5;
    if ((size_t)(reader->end - p) > length && memcmp(p, value ? "true" : "false", length) == 0) {
        memcpy(slot, &value, sizeof value);
        return p + length;
    }
    return read_raw_number(reader, p, field, slot, plain);
}

/* ---- Enumerations ---- */

static const char *read_enumeration(struct dm_reader *reader, const char *p,
                                    const dm_object *object, const dm_field *field, void *slot)
{
    dm_enum_field value;
    memset(&value, 0, sizeof value);
    if (*p != '"')
        return dm_reader_ill(reader, p, DM_FOUND_ILL_FITTING);
    const char *end = dm_reader_string(reader, p, &value.text);
    if (!end)
        return NULL;
    value.value = dm_enum_of_text(dm_field_detail(field), value.text);
    if (DM_UNLIKELY(value.value < 0 && reader->options->report))
        dm_reader_report_string(reader, DM_FOUND_UNRECOGNIZED, object->type, field, p, end);
    memcpy(slot, &value, sizeof value);
    return end;
}

static const char *read_flags(struct dm_reader *reader, const char *p, const dm_object *object,
                              const dm_field *field, void *slot)
{
    bool all_known;
    dm_flags value;
    memset(&value, 0, sizeof value);
    if (*p != '"')
        return dm_reader_ill(reader, p, DM_FOUND_ILL_FITTING);
    const char *end = dm_reader_string(reader, p, &value.text);
    if (!end)
        return NULL;
    value.bits = dm_flags_read(dm_field_detail(field), value.text, &all_known);
    if (DM_UNLIKELY(!all_known && reader->options->report))
        dm_reader_report_string(reader, DM_FOUND_UNRECOGNIZED, object->type, field, p, end);
    memcpy(slot, &value, sizeof value);
    return end;
}

const char *dm_scalar_read(struct dm_reader *reader, const char *p, const dm_object *object,
                           const dm_field *field, void *slot, bool *plain)
{
    if (field->kind == DM_BOOLEAN)
        return read_boolean(reader, p, field, slot, plain);
    if (field->kind == DM_ENUMERATION)
        return read_enumeration(reader, p, object, field, slot);
    if (field->kind == DM_FLAGS)
        return read_flags(reader, p, object, field, slot);
    return read_number(reader, p, field, slot, plain);
}
