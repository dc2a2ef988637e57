#include "model/correct.h"

#include "model/fact.h"
#include "model/identity.h"
#include "support/suggest.h"

/* ---- Enumerations ---- */

static void drop_enumeration(struct correcting *c, const struct model_enumeration *enumeration)
{
    struct model *model = c->model;
    size_t kept = 0;
    for (size_t i = 0; i < model->enumeration_count; i++)
        if (model->enumerations[i] != enumeration)
            model->enumerations[kept++] = model->enumerations[i];
    model->enumeration_count = kept;
    correct_replace_uses(c, NULL, enumeration,
                         (struct type_use){.kind = USE_PRIMITIVE, .primitive = EDM_STRING});
}

static void rename_enumeration(struct correcting *c, struct model_enumeration *enumeration)
{
    slice space, name;
    if (enumeration->in_place) {
        correct_refuse(c, DIAG_CORRECTIONS_MALFORMED, CORRECTION_WHAT,
                       "%.*s is named after its property; rename that",
                       SLICE_ARGS(enumeration->qualified));
        return;
    }
    identity_split(c->value, &space, &name);
    if (space.len == 0)
        space = enumeration->name_space;
    slice qualified = identity_join(c->arena, space, name);
    if (slice_equal(qualified, enumeration->qualified)) {
        correct_agree(c, enumeration->origin);
        return;
    }
    if (!correct_name_is_free(c, enumeration->qualified, qualified))
        return;
    enumeration->qualified = qualified;
    enumeration->name_space = space;
    enumeration->name = name;
    enumeration->origin = c->origin;
    correct_overrule(c, fact_decision(c->arena, &enumeration->facts, FACT_NAME), qualified);
}

/* What is withheld is rendered from now on; other ones need not be added. */
static void add_again(struct correcting *c, struct model_enumeration *enumeration)
{
    if (!slice_equal(c->value, SLICE("enumeration"))) {
        correct_refuse(c, DIAG_CORRECTIONS_MALFORMED, CORRECTION_VALUE,
                       "%.*s is documented as an enumeration; drop it first",
                       SLICE_ARGS(enumeration->qualified));
    } else if (enumeration->withheld == WITHHELD_NOT) {
        correct_agree(c, enumeration->origin);
    } else {
        enumeration->withheld = WITHHELD_NOT;
        correct_overrule(c, fact_decision(c->arena, &enumeration->facts, FACT_NAME),
                         enumeration->qualified);
    }
}

void correct_enumeration(struct correcting *c, struct model_enumeration *enumeration)
{
    c->found++;
    switch (c->entry->what) {
    case CORRECT_ADD:
        add_again(c, enumeration);
        break;
    case CORRECT_DROP:
        drop_enumeration(c, enumeration);
        break;
    case CORRECT_RENAME:
        rename_enumeration(c, enumeration);
        break;
    case CORRECT_FLAGS:
        correct_flag(c, &enumeration->facts, FACT_FLAGS, enumeration->origin, &enumeration->flags);
        break;
    case CORRECT_DESCRIPTION:
        correct_description(c, &enumeration->facts, &enumeration->descriptions);
        break;
    default:
        correct_refuse(c, DIAG_CORRECTIONS_MALFORMED, CORRECTION_WHAT,
                       "\"%.*s\" is about a type, and %.*s is an enumeration",
                       SLICE_ARGS(c->entry->fields[CORRECTION_WHAT]),
                       SLICE_ARGS(enumeration->qualified));
        break;
    }
}

/* ---- Members ---- */

static struct model_member *find(struct model_enumeration *enumeration, slice name)
{
    for (size_t i = 0; i < enumeration->member_count; i++)
        if (slice_equal(enumeration->members[i].name, name))
            return &enumeration->members[i];
    return NULL;
}

static void find_future_value(struct model_enumeration *enumeration)
{
    enumeration->evolvable = false;
    for (size_t i = 0; i < enumeration->member_count; i++)
        enumeration->evolvable |=
            slice_equal_ignore_case(enumeration->members[i].name, SLICE("unknownFutureValue"));
}

static bool read_number(struct correcting *c, long long *number)
{
    if (c->value.len == 0 || corrections_read_number(c->value, number))
        return true;
    correct_refuse(c, DIAG_CORRECTIONS_MALFORMED, CORRECTION_VALUE,
                   "\"%.*s\" is no number; write the member's number, or nothing for none",
                   SLICE_ARGS(c->value));
    return false;
}

static void add_member(struct correcting *c, struct model_enumeration *enumeration)
{
    long long number = 0;
    size_t count = enumeration->member_count;
    if (!read_number(c, &number))
        return;
    struct model_member *members = arena_alloc_array(c->arena, count + 1, sizeof *members);
    for (size_t i = 0; i < count; i++)
        members[i] = enumeration->members[i];
    members[count] = (struct model_member){
        .name = c->entry->fields[CORRECTION_PROPERTY],
        .numbered = c->value.len > 0,
        .number = number,
        .origin = c->origin,
    };
    correct_overrule(c, fact_decision(c->arena, &members[count].facts, FACT_NAME),
                     members[count].name);
    enumeration->members = members;
    enumeration->member_count = count + 1;
    find_future_value(enumeration);
}

static void drop_member(struct model_enumeration *enumeration, const struct model_member *member)
{
    for (size_t i = (size_t)(member - enumeration->members); i + 1 < enumeration->member_count; i++)
        enumeration->members[i] = enumeration->members[i + 1];
    enumeration->member_count--;
    find_future_value(enumeration);
}

static void rename_member(struct correcting *c, struct model_enumeration *enumeration,
                          struct model_member *member)
{
    if (slice_equal(member->name, c->value)) {
        correct_agree(c, member->origin);
        return;
    }
    if (find(enumeration, c->value) != NULL) {
        correct_refuse(c, DIAG_CORRECTIONS_MALFORMED, CORRECTION_VALUE,
                       "%.*s lists \"%.*s\" already; drop one of the two",
                       SLICE_ARGS(enumeration->qualified), SLICE_ARGS(c->value));
        return;
    }
    member->name = c->value;
    member->origin = c->origin;
    correct_overrule(c, fact_decision(c->arena, &member->facts, FACT_NAME), c->value);
    find_future_value(enumeration);
}

static void number_member(struct correcting *c, struct model_member *member)
{
    long long number = 0;
    bool numbered = c->value.len > 0;
    corrections_read_number(c->value, &number);
    if (member->numbered == numbered && (!numbered || member->number == number)) {
        correct_agree(c, fact_origin(model_decision(&member->facts, FACT_NUMBER), member->origin));
        return;
    }
    member->numbered = numbered;
    member->number = number;
    member->origin = c->origin;
    correct_overrule(c, fact_decision(c->arena, &member->facts, FACT_NUMBER),
                     numbered ? c->value : SLICE("none"));
}

static void correct_member_fact(struct correcting *c, struct model_enumeration *enumeration,
                                struct model_member *member)
{
    switch (c->entry->what) {
    case CORRECT_ADD:
        correct_agree(c, member->origin);
        break;
    case CORRECT_DROP:
        drop_member(enumeration, member);
        break;
    case CORRECT_RENAME:
        rename_member(c, enumeration, member);
        break;
    case CORRECT_NUMBER:
        number_member(c, member);
        break;
    case CORRECT_DESCRIPTION:
        if (correct_description(c, &member->facts, &member->descriptions))
            member->origin = c->origin;
        break;
    default:
        correct_refuse(c, DIAG_CORRECTIONS_MALFORMED, CORRECTION_WHAT,
                       "\"%.*s\" is about a property of a type, and %.*s is an enumeration",
                       SLICE_ARGS(c->entry->fields[CORRECTION_WHAT]),
                       SLICE_ARGS(enumeration->qualified));
        break;
    }
}

static void miss(struct correcting *c, const struct model_enumeration *enumeration, slice name)
{
    struct suggestion nearest;
    suggest_init(&nearest, name, false);
    for (size_t i = 0; i < enumeration->member_count; i++)
        suggest_offer(&nearest, enumeration->members[i].name);
    slice what =
        arena_format(c->arena, "member of %.*s called", SLICE_ARGS(enumeration->qualified));
    correct_miss(c, CORRECTION_PROPERTY, what.ptr, name, nearest.best);
}

void correct_member(struct correcting *c, struct model_enumeration *enumeration)
{
    slice name = c->entry->fields[CORRECTION_PROPERTY];
    struct model_member *member = find(enumeration, name);
    struct model_member *renamed =
        c->entry->what == CORRECT_RENAME ? find(enumeration, c->value) : NULL;
    if (member == NULL && renamed == NULL && c->entry->what != CORRECT_ADD) {
        miss(c, enumeration, name);
        return;
    }
    c->found++;
    if (member != NULL)
        correct_member_fact(c, enumeration, member);
    else if (renamed != NULL)
        correct_agree(c, renamed->origin);
    else
        add_member(c, enumeration);
}
