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

/* The length of a text or collection; -1 for others. */
static int64_t length_of(const dm_field *field, const char *member)
{
    if (field->flags & DM_COLLECTION) {
        struct dm_list list;
        memcpy(&list, member, sizeof list);
        return (int64_t)list.count;
    }
    return field->kind <= DM_BINARY ? count_characters(dm_value_text(member)) : -1;
}

/* @return whether a number is above a bound (sign 1) or below it (sign -1). */
static bool is_beyond(const dm_field *field, const char *member, int64_t bound, int sign)
{
    int64_t number = 0;
    double real = 0;
    float narrow;
    if (field->flags & DM_COLLECTION)
        return false;
    switch ((dm_kind)field->kind) {
    case DM_BYTE:
        number = (uint8_t)*member;
        break;
    case DM_SBYTE:
        number = (int8_t)*member;
        break;
    case DM_INT16: {
        int16_t v;
        memcpy(&v, member, sizeof v);
        number = v;
        break;
    }
    case DM_INT32: {
        int32_t v;
        memcpy(&v, member, sizeof v);
        number = v;
        break;
    }
    case DM_INT64:
        memcpy(&number, member, sizeof number);
        break;
    case DM_SINGLE:
        memcpy(&narrow, member, sizeof narrow);
        real = (double)narrow;
        return sign > 0 ? real > (double)bound : real < (double)bound;
    case DM_DOUBLE:
        memcpy(&real, member, sizeof real);
        return sign > 0 ? real > (double)bound : real < (double)bound;
    default:
        return false;
    }
    return sign > 0 ? number > bound : number < bound;
}

static void check_rule(struct check *check, const dm_rule *rule, const dm_field *field,
                       const char *member)
{
    char message[96];
    long long bound = rule->bound;
    int64_t length = length_of(field, member);
    if (rule->kind == DM_RULE_MAX_LENGTH && length > rule->bound)
        snprintf(message, sizeof message, "longer than the documented limit of %lld", bound);
    else if (rule->kind == DM_RULE_MIN_LENGTH && length >= 0 && length < rule->bound)
        snprintf(message, sizeof message, "shorter than the documented limit of %lld", bound);
    else if (rule->kind == DM_RULE_MAXIMUM && is_beyond(field, member, rule->bound, 1))
        snprintf(message, sizeof message, "above the documented limit of %lld", bound);
    else if (rule->kind == DM_RULE_MINIMUM && is_beyond(field, member, rule->bound, -1))
        snprintf(message, sizeof message, "below the documented limit of %lld", bound);
    else
        return;
    violate(check, message);
}

static void check_below(struct check *check, const dm_field *field, const char *member,
                        size_t depth)
{
    struct dm_list list;
    struct dm_step step = {check->step, NULL, 0};
    if (field->kind != DM_OBJECT)
        return;
    if (!(field->flags & DM_COLLECTION)) {
        check_object(check, dm_value_object(member), field->detail, depth + 1);
        return;
    }
    memcpy(&list, member, sizeof list);
    check->step = &step;
    for (; step.number < list.count; step.number++)
        check_object(check,
                     dm_value_object((const char *)list.items + step.number * sizeof(void *)),
                     field->detail, depth + 1);
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
        violate(check, "absent, but documented as required");
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
        step.name = type->fields[i].name;
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
