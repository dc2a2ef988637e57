#include "model/typing.h"

#include "model/enumeration.h"
#include "model/limits.h"
#include "model/locale.h"
#include "model/precedence.h"
#include "model/properties.h"
#include "model/resolve.h"
#include "support/sort.h"

/* All that decides about one property. */
struct typing {
    struct build *build;
    struct build_type *type;
    struct build_property *property;
    const struct model_type *stable; /* TYPE in a version that is no preview, or NULL */
    struct type_claims claims;
    struct row_source *row;      /* that the claim of the row comes from */
    struct listed_values values; /* for an enumeration in place */
};

/* String and an enumeration are two ways to say the same. */
static bool contradicts(const struct type_use *a, const struct type_use *b)
{
    bool a_text =
        a->kind == USE_ENUMERATION || (a->kind == USE_PRIMITIVE && a->primitive == EDM_STRING);
    bool b_text =
        b->kind == USE_ENUMERATION || (b->kind == USE_PRIMITIVE && b->primitive == EDM_STRING);
    bool same_enumeration =
        a->enumeration == b->enumeration || a->enumeration == NULL || b->enumeration == NULL;
    if (a_text && b_text && same_enumeration)
        return a->collection != b->collection;
    return !model_same_use(a, b);
}

/* The type in words. Model types have no names yet, hence the detour over the scratch types. */
static slice describe(const struct build *build, const struct type_use *use)
{
    slice name = model_type_use_name(use);
    if (!use->collection)
        return name;
    return arena_format(build->scratch, "Collection(%.*s)", SLICE_ARGS(name));
}

static bool decides(const struct typing *t, const struct type_source *source)
{
    return source->deciding || t->property->drift;
}

/* ---- Claims ---- */

static const struct row_meaning *meaning_of_row(const struct typing *t, struct row_source *row)
{
    return resolve_row(t->build, t->type, t->property, row);
}

static bool is_resolved(enum resolution resolution)
{
    return resolution == RESOLVED || resolution == RESOLVED_UNTYPED;
}

static struct claim claim_of_row(const struct typing *t, struct row_source *row)
{
    const struct type_reference *reference = &row->facts->type;
    const struct row_meaning *meaning = meaning_of_row(t, row);
    /* An unknown word of a language without a vocabulary says as little as a sentence. */
    bool foreign = meaning->resolution == UNRESOLVED_NAME &&
                   resolve_is_foreign_word(row->source->page, reference);
    return (struct claim){.stated = meaning->resolution != UNRESOLVED_ABSENT,
                          .resolved = is_resolved(meaning->resolution),
                          .sentence = foreign || meaning->resolution == UNRESOLVED_SENTENCE,
                          .use = meaning->use,
                          .origin = build_origin(row->source->page, reference->span),
                          .words = reference->words};
}

/* The first row that names a type, else the first that says something. */
static void claim_rows(struct typing *t)
{
    for (size_t i = 0; i < t->property->row_count && !t->claims.row.resolved; i++) {
        struct row_source *row = &t->property->rows[i];
        if (!decides(t, row->source))
            continue;
        struct claim claim = claim_of_row(t, row);
        if (t->claims.row.stated && !claim.resolved)
            continue;
        if (claim.stated || t->row == NULL) {
            t->claims.row = claim;
            t->row = row;
        }
    }
}

/* What is withheld does not come in through the back door. */
static bool is_withheld(const struct type_use *use)
{
    return (use->kind == USE_STRUCTURED && use->structured->withheld != WITHHELD_NOT) ||
           (use->kind == USE_ENUMERATION && use->enumeration->withheld != WITHHELD_NOT);
}

/* Where the row is clear, translations are evidence only. */
static void claim_translations(struct typing *t)
{
    if (t->build->options->for_diagnostics && t->claims.row.resolved &&
        !precedence_is_vague(&t->claims))
        return;
    for (size_t i = 0; i < t->property->row_count && !t->claims.translation.resolved; i++) {
        struct row_source *row = &t->property->rows[i];
        if (decides(t, row->source) || row->repaired)
            continue;
        struct claim claim = claim_of_row(t, row);
        if (!is_withheld(&claim.use))
            t->claims.translation = claim;
    }
}

static bool shape_primitive(enum member_shape shape, enum edm_primitive *primitive)
{
    switch (shape) {
    case SHAPE_STRING:
        *primitive = EDM_STRING;
        return true;
    case SHAPE_INTEGER:
        *primitive = EDM_INT32;
        return true;
    case SHAPE_FRACTION:
        *primitive = EDM_DOUBLE;
        return true;
    case SHAPE_BOOLEAN:
        *primitive = EDM_BOOLEAN;
        return true;
    case SHAPE_OBJECT:
    case SHAPE_NOTHING:
        break;
    }
    return false;
}

/* What the value names: the "@odata.type" of an object, or a placeholder for a type. A string that
 * merely looks like a name ("contoso.com") is a string. */
static bool claim_name_of_member(struct typing *t, const struct member_source *member,
                                 struct claim *claim)
{
    const struct member_facts *facts = member->facts;
    if (facts->type.name.len == 0)
        return false;
    enum resolution resolution = resolve_reference(t->build, member->source->page,
                                                   t->type->name_space, &facts->type, &claim->use);
    claim->resolved = is_resolved(resolution);
    if (!claim->resolved && facts->shape == SHAPE_STRING && !edm_is_reserved(facts->type.name))
        return false;
    claim->words = facts->type.words;
    if (facts->type.span.source != NULL)
        claim->origin = build_member_origin(member, facts->type.span);
    return true;
}

static struct claim claim_of_member(struct typing *t, const struct member_source *member)
{
    const struct member_facts *facts = member->facts;
    struct claim claim = {.stated = true, .origin = build_member_origin(member, facts->span)};
    if (facts->shape == SHAPE_STRING)
        claim.words = facts->type.words;
    if (!claim_name_of_member(t, member, &claim)) {
        enum edm_primitive primitive = EDM_PRIMITIVE_COUNT;
        claim.use = (struct type_use){.kind = USE_UNTYPED};
        claim.resolved = true;
        if (shape_primitive(facts->shape, &primitive))
            claim.use = (struct type_use){.kind = USE_PRIMITIVE, .primitive = primitive};
    }
    claim.use.collection |= facts->collection;
    return claim;
}

static bool says_something(const struct member_facts *facts)
{
    return facts->shape != SHAPE_NOTHING || facts->type.name.len > 0 || facts->collection;
}

/* The first member that shows more than null; an empty array shows the least. */
static void claim_json(struct typing *t)
{
    const struct member_source *best = NULL;
    for (size_t i = 0; i < t->property->member_count; i++) {
        const struct member_source *member = &t->property->members[i];
        if (!decides(t, member->source) || !says_something(member->facts))
            continue;
        if (best == NULL ||
            (best->facts->shape == SHAPE_NOTHING && member->facts->shape != SHAPE_NOTHING))
            best = member;
    }
    if (best == NULL)
        return;
    t->claims.json = claim_of_member(t, best);
    t->claims.shape = best->facts->shape;
}

/* Words for collections are not known in a language without a vocabulary; arrays of JSON are. */
static void complete_row(struct typing *t)
{
    if (t->row != NULL && t->row->source->page->facts->page.wordless)
        t->claims.row.use.collection |= t->claims.json.use.collection;
}

/* The nearest property of that name which TYPE inherits and which is rendered, or NULL. */
static const struct build_property *find_inherited(const struct build_type *type, slice name)
{
    for (const struct build_type *t = type->base; t != NULL; t = t->base) {
        const struct build_property *found = properties_find(t, name);
        if (found != NULL && found->result->rendered)
            return found;
    }
    return NULL;
}

/* The first property of a chain of repetitions. */
static const struct model_property *original(const struct model_property *property)
{
    return property->repeats != NULL ? property->repeats : property;
}

static void claim_inherited(struct typing *t)
{
    const struct build_property *found = find_inherited(t->type, t->property->name);
    if (found == NULL || !t->property->result->rendered)
        return;
    const struct model_property *first = original(found->result);
    t->property->result->repeats = first;
    t->claims.inherited = (struct claim){.stated = true,
                                         .resolved = first->type.kind != USE_UNTYPED,
                                         .use = first->type,
                                         .origin = first->origin,
                                         .words = first->owner->qualified};
}

static bool row_is_collection(const struct typing *t)
{
    return t->claims.row.stated ? t->claims.row.use.collection : t->claims.json.use.collection;
}

static slice join_values(const struct build *build, const struct listed_values *values)
{
    struct buffer text;
    buffer_init(&text);
    for (size_t i = 0; i < values->count; i++) {
        if (i > 0)
            buffer_append(&text, SLICE(" | "));
        buffer_append(&text, values->items[i].facts->name);
    }
    slice joined = arena_copy(build->scratch, buffer_slice(&text));
    buffer_finish(&text);
    return joined;
}

/* "### colour values" documents a String that is called colour, and no enumeration, when no type
 * column names it and its values are not written as enumerations of this set are. */
static bool documents_values(const struct typing *t, const struct build_enumeration *enumeration)
{
    const struct enumeration_facts *facts = enumeration->sources[0].facts;
    return !enumeration->used && facts != NULL &&
           slice_ends_with(facts->fragment, SLICE("-values")) &&
           slice_equal_ignore_case(enumeration->name, t->property->name) &&
           t->build->lower_members && enumeration_is_capitalised(enumeration);
}

static void claim_values(struct typing *t)
{
    if (!t->property->lists)
        return;
    t->values = enumeration_list_rows(t->build, t->property, true);
    if (t->values.count < ENUMERATION_VALUES_MIN)
        return;
    struct listed_values rows = enumeration_list_rows(t->build, t->property, false);
    struct listed_values json = enumeration_list_json(t->build, t->property);
    struct build_enumeration *found = enumeration_find_by_values(
        t->build, t->type->name_space, t->property->name, rows.count > 0 ? &rows : &json);
    struct claim claim = {
        .stated = true,
        .resolved = true,
        .use = {.kind = USE_ENUMERATION, .collection = row_is_collection(t)},
        .origin = build_origin(t->values.items[0].page, t->values.items[0].facts->span),
        .words = join_values(t->build, &t->values),
    };
    t->claims.in_place = claim;
    if (found == NULL)
        return;
    claim.use.enumeration = found->result;
    claim.words = found->qualified;
    t->claims.documented = claim;
    t->claims.documents_values = documents_values(t, found);
}

static const struct model_property *find_stable(const struct typing *t)
{
    for (size_t i = 0; t->stable != NULL && i < t->stable->property_count; i++) {
        const struct model_property *property = &t->stable->properties[i];
        if (slice_equal(property->name, t->property->name))
            return property->rendered ? property : NULL;
    }
    return NULL;
}

/* What the stable version says, if this one has the type that is named there. */
static void claim_stable(struct typing *t)
{
    const struct model_property *property = precedence_is_vague(&t->claims) ? find_stable(t) : NULL;
    if (property == NULL)
        return;
    slice name = model_type_use_name(&property->type);
    const struct named *named = map_get(&t->build->by_qualified, name);
    struct claim claim = {.stated = true, .origin = property->origin, .words = name};
    claim.use.collection = property->type.collection;
    if (property->type.kind == USE_ENUMERATION && named != NULL && named->enumeration != NULL) {
        claim.use.kind = USE_ENUMERATION;
        claim.use.enumeration = named->enumeration->result;
    } else if (property->type.kind == USE_STRUCTURED && named != NULL && named->type != NULL) {
        claim.use.kind = USE_STRUCTURED;
        claim.use.structured = named->type->result;
    } else {
        return;
    }
    claim.resolved = true;
    t->claims.stable = claim;
}

/* ---- Decisions ---- */

static const struct claim *claim_at(const struct type_claims *claims, enum type_claim which)
{
    switch (which) {
    case CLAIM_ROW:
        return &claims->row;
    case CLAIM_JSON:
        return &claims->json;
    case CLAIM_INHERITED:
        return &claims->inherited;
    case CLAIM_DOCUMENTED:
        return &claims->documented;
    case CLAIM_IN_PLACE:
        return &claims->in_place;
    case CLAIM_STABLE:
        return &claims->stable;
    case CLAIM_TRANSLATION:
        return &claims->translation;
    case CLAIM_NONE:
        break;
    }
    return NULL;
}

static void push_evidence(struct typing *t, struct decision *decision, const struct claim *claim,
                          const struct claim *taken)
{
    if (!claim->stated)
        return;
    bool agrees = claim == taken || (taken != NULL && claim->resolved && taken->resolved &&
                                     model_same_use(&claim->use, &t->property->result->type));
    slice words = claim->words.len > 0 ? claim->words : describe(t->build, &claim->use);
    decision->evidence = arena_extend(t->build->arena, decision->evidence, decision->evidence_count,
                                      sizeof *decision->evidence);
    size_t i = decision->evidence_count++;
    for (; i > 0 && (claim == taken || (agrees && !decision->evidence[i - 1].taken)); i--)
        decision->evidence[i] = decision->evidence[i - 1];
    decision->evidence[i] =
        (struct evidence){claim->origin, arena_copy(t->build->arena, words), agrees};
}

static void record_evidence(struct typing *t, enum type_claim which)
{
    struct decision *decision = &t->property->result->decision;
    const struct claim *taken = claim_at(&t->claims, which);
    for (int i = CLAIM_ROW; i <= CLAIM_TRANSLATION; i++)
        push_evidence(t, decision, claim_at(&t->claims, (enum type_claim)i), taken);
    for (size_t i = 0; i < t->property->row_count; i++) {
        struct row_source *row = &t->property->rows[i];
        struct claim claim = claim_of_row(t, row);
        bool known = row == t->row || slice_equal(claim.words, t->claims.translation.words);
        if (!known)
            push_evidence(t, decision, &claim, taken);
    }
}

static void decide(struct typing *t)
{
    struct model_property *result = t->property->result;
    enum type_claim which = precedence_type(&t->claims, &result->decision.rule);
    const struct claim *taken = claim_at(&t->claims, which);
    /* Another version is evidence only where this one is vague. */
    t->claims.stable.stated = which == CLAIM_STABLE;
    result->type = (struct type_use){.kind = USE_UNTYPED, .collection = row_is_collection(t)};
    if (taken != NULL)
        result->type = taken->use;
    if (which == CLAIM_IN_PLACE)
        result->type.enumeration =
            enumeration_add_in_place(t->build, t->type, t->property, &t->values);
    if (which == CLAIM_INHERITED && t->claims.row.stated)
        result->type.collection = t->claims.row.use.collection;
    if (!t->build->options->for_diagnostics)
        record_evidence(t, which);
}

/* ---- Reports ---- */

/* A type that is stated but not known is a mistake even when other evidence made up for it; prose
 * in its place is none. */
static void report_unresolved(const struct typing *t)
{
    struct diagnostics *diagnostics = t->build->diagnostics;
    const struct claim *claim = t->claims.row.stated ? &t->claims.row : &t->claims.json;
    const struct type_use *use = &t->property->result->type;
    if (!claim->stated || claim->resolved || (claim->sentence && use->kind != USE_UNTYPED))
        return;
    slice instead = use->kind == USE_UNTYPED ? SLICE("kept as raw JSON")
                                             : arena_format(t->build->scratch, "taken as %.*s",
                                                            SLICE_ARGS(describe(t->build, use)));
    if (claim == &t->claims.row && t->row->meaning->resolution == UNRESOLVED_LINK)
        diagnostics_report(diagnostics, DIAG_LINK_UNRESOLVED, claim->origin.span,
                           "the link leads to \"%.*s.md\", which is not among the pages; \"%.*s\" "
                           "is %.*s",
                           SLICE_ARGS(t->row->facts->type.link->stem),
                           SLICE_ARGS(t->property->name), SLICE_ARGS(instead));
    else
        diagnostics_report(diagnostics, DIAG_TYPE_UNKNOWN, claim->origin.span,
                           "\"%.*s\" is no known type; \"%.*s\" is %.*s", SLICE_ARGS(claim->words),
                           SLICE_ARGS(t->property->name), SLICE_ARGS(instead));
}

/* Adds a note at OTHER to the report about TAKEN, which is made when there is none yet. */
static void report_conflict(const struct typing *t, const struct claim *taken,
                            const struct claim *other, struct diagnostic **report)
{
    struct diagnostics *diagnostics = t->build->diagnostics;
    if (*report == NULL)
        *report = diagnostics_report(
            diagnostics, DIAG_CONFLICTING_TYPES, taken->origin.span,
            "\"%.*s\" is %.*s here and something else elsewhere; %.*s is used",
            SLICE_ARGS(t->property->name), SLICE_ARGS(describe(t->build, &taken->use)),
            SLICE_ARGS(describe(t->build, &t->property->result->type)));
    diagnostics_note(diagnostics, *report, other->origin.span, "here it is %.*s",
                     SLICE_ARGS(describe(t->build, &other->use)));
}

static void report_conflicts(struct typing *t)
{
    struct diagnostic *report = NULL;
    const struct claim *row = &t->claims.row;
    for (size_t i = 0; i < t->property->row_count; i++) {
        struct row_source *other = &t->property->rows[i];
        if (other == t->row || !row->resolved || !decides(t, other->source))
            continue;
        struct claim claim = claim_of_row(t, other);
        if (claim.resolved && contradicts(&claim.use, &row->use))
            report_conflict(t, row, &claim, &report);
    }
    const struct claim *json = &t->claims.json;
    if (row->resolved && json->resolved && contradicts(&row->use, &t->property->result->type) &&
        model_same_use(&json->use, &t->property->result->type))
        report_conflict(t, json, row, &report);
}

static void report_drifts(struct typing *t)
{
    const struct claim *row = &t->claims.row;
    if (t->property->drift)
        locale_report_drift(t->build, t->type, t->property);
    for (size_t i = 0; i < t->property->row_count; i++) {
        struct row_source *other = &t->property->rows[i];
        if (!row->resolved || other->repaired || decides(t, other->source))
            continue;
        const struct row_meaning *meaning = meaning_of_row(t, other);
        struct type_use use = meaning->use;
        if (!is_resolved(meaning->resolution) || !contradicts(&use, &row->use))
            continue;
        if (other->source->page->facts->page.wordless)
            use.collection = row->use.collection; /* its word for that is not known */
        if (contradicts(&use, &row->use) && contradicts(&use, &t->property->result->type))
            locale_report_type_drift(t->build, t->property, other, describe(t->build, &use),
                                     &row->origin, describe(t->build, &row->use));
    }
}

/* ---- All of them ---- */

static void decide_property(struct build *build, struct build_type *type,
                            struct build_property *property, const struct model_type *stable)
{
    struct typing t = {.build = build, .type = type, .property = property, .stable = stable};
    claim_rows(&t);
    claim_translations(&t);
    claim_json(&t);
    complete_row(&t);
    claim_inherited(&t);
    claim_values(&t);
    claim_stable(&t);
    decide(&t);
    report_unresolved(&t);
    report_conflicts(&t);
    report_drifts(&t);
}

static void decide_type(struct build *build, struct build_type *type)
{
    const struct model_type *stable =
        build->stable != NULL ? model_find_type(build->stable, type->qualified) : NULL;
    for (size_t i = 0; i < type->property_count; i++) {
        decide_property(build, type, type->properties[i], stable);
        limits_settle(type->properties[i]->result);
    }
}

static int compare_depths(const void *a, const void *b)
{
    const struct build_type *const *ta = a;
    const struct build_type *const *tb = b;
    if ((*ta)->depth != (*tb)->depth)
        return (*ta)->depth < (*tb)->depth ? -1 : 1;
    return slice_compare((*ta)->qualified, (*tb)->qualified);
}

void typing_decide(struct build *build)
{
    struct build_type **order =
        arena_alloc_array(build->scratch, build->type_count, sizeof(struct build_type *));
    for (size_t i = 0; i < build->type_count; i++)
        order[i] = build->types[i];
    sort_items(order, build->type_count, sizeof(struct build_type *), compare_depths);
    for (size_t i = 0; i < build->type_count; i++)
        decide_type(build, order[i]);
}
