#include "internal.h"

struct check {
    dm_violation *violation;
    void *context;
    const struct dm_step *step;
    dm_status status;
    bool creating;
};

static void check_object(struct check *check, const dm_object *object, const dm_type *declared,
                         size_t depth);

static void violate(struct check *check, const char *message)
{
    char pointer[DM_ERROR_POINTER_SIZE];
    if (check->status == DM_OK)
        check->status = DM_ERROR_RULE;
    if (!check->violation)
        return;
    dm_step_pointer(check->step, NULL, NULL, pointer, sizeof pointer);
    check->violation(check->context, pointer, message);
}

static int64_t count_characters(const char *text)
{
    int64_t count = 0;
    for (; *text; text++)
        count += ((unsigned char)*text & 0xc0) != 0x80;
    return count;
}

/* ---- Rules ---- */

/* @return the characters of a text; -1 for others, and where there is none. */
static int64_t length_of(const dm_field *field, const char *item)
{
    const char *text = field->kind <= DM_BINARY ? dm_value_text(item) : NULL;
    return text ? count_characters(text) : -1;
}

static bool integer_at(const dm_field *field, const char *item, int64_t *number)
{
    int16_t middle;
    int32_t wide;
    switch ((dm_kind)field->kind) {
    case DM_BYTE:
        *number = (uint8_t)*item;
        return true;
    case DM_SBYTE:
        *number = (int8_t)*item;
        return true;
    case DM_INT16:
        memcpy(&middle, item, sizeof middle);
        *number = middle;
        return true;
    case DM_INT32:
        memcpy(&wide, item, sizeof wide);
        *number = wide;
        return true;
    case DM_INT64:
        memcpy(number, item, sizeof *number);
        return true;
    default:
        return false;
    }
}

/* A Decimal, which may have more digits, counts as the nearest Double. */
static bool real_of(const dm_field *field, const char *item, double *number)
{
    float narrow;
    const char *text;
    switch ((dm_kind)field->kind) {
    case DM_SINGLE:
        memcpy(&narrow, item, sizeof narrow);
        *number = (double)narrow;
        return true;
    case DM_DOUBLE:
        memcpy(number, item, sizeof *number);
        return true;
    case DM_DECIMAL:
        text = dm_value_text(item);
        if (!text || !dm_number_is(text, strlen(text)))
            return false;
        *number = dm_number_double(text, strlen(text));
        return true;
    default:
        return false;
    }
}

/* @return 1 for a number above the bound, -1 for one below, else 0; exactly. */
static int side_of_integer(const dm_rule *rule, int64_t number)
{
    int64_t power = 1;
    for (uint16_t i = 0; i < rule->scale; i++)
        power *= 10;
    int64_t whole = rule->bound / power;
    int64_t rest = rule->bound % power;
    return number != whole ? (number > whole) - (number < whole) : (rest < 0) - (rest > 0);
}

/* The bound counts as the nearest number of the field's own kind. */
static double real_bound(const dm_rule *rule, const dm_field *field)
{
    double bound = (double)rule->bound;
    double power = 1;
    for (uint16_t i = 0; i < rule->scale; i++)
        power *= 10;
    bound /= power;
    return field->kind == DM_SINGLE ? (double)(float)bound : bound;
}

/* @return whether there is a number; *side is as above. */
static bool side_of(const dm_rule *rule, const dm_field *field, const char *item, int *side)
{
    int64_t number;
    double real;
    if (integer_at(field, item, &number)) {
        *side = side_of_integer(rule, number);
        return true;
    }
    if (!real_of(field, item, &real) || real != real)
        return false;
    double bound = real_bound(rule, field);
    *side = (real > bound) - (real < bound);
    return true;
}

static const char *fault_of_number(const dm_rule *rule, const dm_field *field, const char *item)
{
    int side;
    if (!side_of(rule, field, item, &side))
        return NULL;
    switch ((dm_rule_kind)rule->kind) {
    case DM_RULE_MAXIMUM:
        return side > 0 ? "above the documented limit of " : NULL;
    case DM_RULE_MINIMUM:
        return side < 0 ? "below the documented limit of " : NULL;
    case DM_RULE_EXCLUSIVE_MAXIMUM:
        return side >= 0 ? "not below the documented limit of " : NULL;
    case DM_RULE_EXCLUSIVE_MINIMUM:
        return side <= 0 ? "not above the documented limit of " : NULL;
    default:
        return NULL;
    }
}

/* @return what is wrong with a value, to be followed by the bound, or NULL. */
static const char *fault_of(const dm_rule *rule, const dm_field *field, const char *item)
{
    int64_t length = length_of(field, item);
    switch ((dm_rule_kind)rule->kind) {
    case DM_RULE_MAX_LENGTH:
        return length > rule->bound ? "more characters than the documented limit of " : NULL;
    case DM_RULE_MIN_LENGTH:
        return length >= 0 && length < rule->bound ? "fewer characters than the documented " : NULL;
    case DM_RULE_MAX_ITEMS:
        return NULL;
    default:
        return fault_of_number(rule, field, item);
    }
}

static void report_rule(struct check *check, const dm_rule *rule, const char *fault)
{
    char digits[32];
    char message[96];
    int places = rule->scale + (rule->bound < 0 ? 2 : 1);
    int length = snprintf(digits, sizeof digits, "%0*lld", places, (long long)rule->bound);
    int whole = length - rule->scale;
    snprintf(message, sizeof message, "%s%.*s%s%s", fault, whole, digits, rule->scale ? "." : "",
             digits + whole);
    violate(check, message);
}

static void check_items(struct check *check, const dm_rule *rule, const dm_field *field,
                        const char *member)
{
    struct dm_list list;
    struct dm_step step = {check->step, NULL, 0};
    size_t size = dm_value_element_size(field);
    memcpy(&list, member, sizeof list);
    if (rule->kind == DM_RULE_MAX_ITEMS) {
        if ((uint64_t)list.count > (uint64_t)rule->bound)
            report_rule(check, rule, "more elements than the documented limit of ");
        return;
    }
    check->step = &step;
    for (; step.number < list.count; step.number++) {
        const char *fault = fault_of(rule, field, (const char *)list.items + step.number * size);
        if (fault)
            report_rule(check, rule, fault);
    }
    check->step = step.up;
}

static void check_rule(struct check *check, const dm_rule *rule, const dm_field *field,
                       const char *member)
{
    const char *fault = NULL;
    if (field->flags & DM_COLLECTION)
        check_items(check, rule, field, member);
    else
        fault = fault_of(rule, field, member);
    if (fault)
        report_rule(check, rule, fault);
}

/* ---- Objects ---- */

static void check_below(struct check *check, const dm_field *field, const char *member,
                        size_t depth)
{
    struct dm_list list;
    struct dm_step step = {check->step, NULL, 0};
    if (field->kind != DM_OBJECT)
        return;
    if (!(field->flags & DM_COLLECTION)) {
        check_object(check, dm_value_object(member), dm_field_detail(field), depth + 1);
        return;
    }
    memcpy(&list, member, sizeof list);
    check->step = &step;
    for (; step.number < list.count; step.number++)
        check_object(check,
                     dm_value_object((const char *)list.items + step.number * sizeof(void *)),
                     dm_field_detail(field), depth + 1);
    check->step = step.up;
}

static void check_field(struct check *check, const dm_object *object, const dm_type *type,
                        size_t index, size_t depth)
{
    const dm_field *field = &type->fields[index];
    const char *member = dm_member_const(object, field);
    if (dm_value_has(field, member)) {
        for (size_t i = 0; i < type->rule_count; i++) {
            if (type->rules[i].field == index)
                check_rule(check, &type->rules[i], field, member);
        }
        check_below(check, field, member, depth);
    } else if (dm_extras_mark(object, field->offset, DM_MARK_RAW)) {
        violate(check, "a value that cannot be its declared kind");
    } else if ((field->flags & DM_NOT_NULLABLE) &&
               dm_extras_mark(object, field->offset, DM_MARK_NULL)) {
        violate(check, "null, which is documented as not allowed");
    } else if (check->creating && (field->flags & DM_REQUIRED)) {
        violate(check, "absent or null, but documented as required");
    }
}

static void check_object(struct check *check, const dm_object *object, const dm_type *declared,
                         size_t depth)
{
    struct dm_step step = {check->step, NULL, DM_NO_STEP};
    const dm_type *type = object ? dm_type_of(object, declared) : NULL;
    if (!type)
        return;
    if (depth >= DM_MAX_DEPTH) {
        check->status = DM_ERROR_DEPTH;
        return;
    }
    check->step = &step;
    for (size_t i = 0; i < type->field_count && check->status != DM_ERROR_DEPTH; i++) {
        step.name = dm_field_name(&type->fields[i]);
        step.number = type->fields[i].name_length;
        check_field(check, object, type, i, depth);
    }
    check->step = step.up;
}

dm_status dm_validate(const dm_object *object, bool creating, dm_violation *violation,
                      void *context)
{
    struct check check = {violation, context, NULL, DM_OK, creating};
    check_object(&check, object, NULL, 0);
    return check.status;
}
