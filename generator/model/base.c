#include "model/base.h"

#include "model/identity.h"
#include "model/precedence.h"
#include "model/resolve.h"

/* A base of a type that sources name: rows of a table one after another, or another one. */
struct candidate {
    enum base_rank rank;
    struct build_type *target; /* NULL: not among the pages */
    slice name;                /* qualified */
    size_t support;            /* how many sources */
    struct origin origin;      /* of the first */
};

/* All candidates of a type, and what each source said, in the same order. */
struct candidates {
    struct candidate *items;
    size_t count;
    const struct candidate *taken;
    struct evidence *evidence; /* none for diagnostics */
    size_t evidence_count;
};

/* All types with their candidates, in the same order. */
struct bases {
    struct build *build;
    struct candidates *of;
};

bool base_is_root(slice qualified)
{
    slice name_space, name;
    identity_split(qualified, &name_space, &name);
    return slice_equal_ignore_case(name, SLICE("entity"));
}

static struct candidates *candidates_of(const struct bases *bases, const struct build_type *type)
{
    return &bases->of[type->result->index];
}

static bool same_base(const struct candidate *a, const struct candidate *b)
{
    return (a->target != NULL && a->target == b->target) ||
           slice_equal_ignore_case(a->name, b->name);
}

static void add_candidate(struct bases *bases, const struct build_type *type,
                          const struct candidate *candidate, slice words)
{
    struct build *build = bases->build;
    struct candidates *list = candidates_of(bases, type);
    struct candidate *last = list->count > 0 ? &list->items[list->count - 1] : NULL;
    if (!build->options->for_diagnostics) {
        list->evidence = arena_extend(build->scratch, list->evidence, list->evidence_count,
                                      sizeof *list->evidence);
        list->evidence[list->evidence_count++] = (struct evidence){candidate->origin, words, false};
    }
    if (last != NULL && last->rank == candidate->rank && last->target == candidate->target &&
        slice_equal(last->name, candidate->name)) {
        last->support++;
        return;
    }
    list->items = arena_extend(build->scratch, list->items, list->count, sizeof *candidate);
    list->items[list->count] = *candidate;
    list->items[list->count++].support = 1;
}

/* Whether what no page describes is a name all the same: "derived from it" names nothing. */
static bool is_name(const struct type_reference *reference)
{
    return reference->link != NULL || slice_find_byte(reference->name, '.') != SLICE_NONE ||
           base_is_root(reference->name);
}

static void report_own_base(struct build *build, const struct build_type *type, struct span span)
{
    diagnostics_report(build->diagnostics, DIAG_BASE_CYCLE, span,
                       "%.*s cannot be derived from itself; the base is ignored",
                       SLICE_ARGS(type->qualified));
}

static void report_unresolved(struct build *build, const struct build_type *type, slice base,
                              struct span span)
{
    diagnostics_report(build->diagnostics, DIAG_BASE_UNRESOLVED, span,
                       "no page documents a structured type \"%.*s\"; %.*s is said to be derived "
                       "from it",
                       SLICE_ARGS(base), SLICE_ARGS(type->qualified));
}

/* Whether REFERENCE is to TYPE itself, and not to a namesake that no page documents. */
static bool names_itself(const struct build *build, const struct build_type *type,
                         const struct type_reference *reference)
{
    return slice_equal_ignore_case(reference->name, type->name) ||
           slice_equal_ignore_case(resolve_stated_name(build, reference), type->qualified);
}

/* Reports why what is stated outright gives no candidate; elsewhere a word may have been misread.
 */
static void report_dropped(struct build *build, const struct build_type *type,
                           const struct type_source *source, const struct type_reference *reference)
{
    if (!source->deciding || edm_is_untyped(reference->name))
        return;
    if (names_itself(build, type, reference))
        report_own_base(build, type, reference->span);
    else
        report_unresolved(build, type, reference->words, reference->span);
}

/* Whether the name and target of CANDIDATE, which REFERENCE gave, can be a base of TYPE. */
static bool is_candidate(const struct bases *bases, const struct build_type *type,
                         const struct type_source *source, const struct type_reference *reference,
                         const struct candidate *candidate)
{
    struct type_use use;
    if (candidate->target == type || candidate->name.len == 0 ||
        slice_equal_ignore_case(candidate->name, type->qualified))
        return false;
    if (candidate->target != NULL)
        return true;
    /* An enumeration or a primitive type is none. */
    return is_name(reference) && resolve_reference(bases->build, source->page, type->name_space,
                                                   reference, &use) != RESOLVED;
}

/* What REFERENCE, evidence of RANK, names; says whether it can be a base of TYPE. */
static bool read_candidate(const struct bases *bases, const struct build_type *type,
                           const struct type_source *source, enum base_rank rank,
                           const struct type_reference *reference, struct candidate *candidate)
{
    *candidate = (struct candidate){.rank = rank};
    /* A link whose words are no name may be about anything, once a sentence is translated. */
    if (!source->deciding && reference->name.len == 0)
        return false;
    candidate->target = resolve_type(bases->build, source->page, type->name_space, reference);
    candidate->name = candidate->target != NULL ? candidate->target->qualified
                                                : resolve_stated_name(bases->build, reference);
    if (!is_candidate(bases, type, source, reference, candidate)) {
        if (rank == BASE_ANNOTATED)
            report_dropped(bases->build, type, source, reference);
        return false;
    }
    if (base_is_root(candidate->name))
        candidate->rank = BASE_ROOT;
    if (!source->deciding)
        candidate->rank = BASE_TRANSLATED;
    return true;
}

static enum base_rank rank_of(enum base_evidence evidence)
{
    switch (evidence) {
    case BASE_BY_ANNOTATION:
        return BASE_ANNOTATED;
    case BASE_BY_PROSE:
        return BASE_PROSE;
    case BASE_BY_FRONT_MATTER:
        return BASE_FRONT_MATTER;
    case BASE_BY_ROW:
        break;
    }
    return BASE_ROW;
}

static void add_derived(struct bases *bases, struct build_type *base,
                        const struct type_source *source, const struct type_reference *reference)
{
    struct build_type *type = resolve_type(bases->build, source->page, base->name_space, reference);
    if (type == NULL || type == base)
        return;
    struct candidate candidate = {
        .rank = source->deciding ? BASE_NAMED_BY_BASE : BASE_TRANSLATED,
        .target = base,
        .name = base->qualified,
        .origin = build_origin(source->page, reference->span),
    };
    add_candidate(bases, type, &candidate, reference->words);
}

static bool same_reference(const struct type_reference *a, const struct type_reference *b)
{
    return slice_equal(a->words, b->words) && slice_equal(a->name, b->name) &&
           slice_equal(type_reference_stem(a), type_reference_stem(b)) &&
           slice_equal(type_reference_fragment(a), type_reference_fragment(b)) &&
           a->primitive == b->primitive && a->sentence == b->sentence;
}

/* The rows of a table mostly name one base, which is looked up once. */
static void gather_rows(struct bases *bases, struct build_type *type,
                        const struct type_source *source)
{
    const struct type_facts *facts = source->facts;
    const struct type_reference *last = NULL;
    struct candidate candidate;
    bool usable = false;
    for (size_t i = 0; i < facts->property_count; i++) {
        const struct type_reference *reference = facts->properties[i].inherited_from;
        if (reference == NULL)
            continue;
        if (last == NULL || !same_reference(last, reference))
            usable = read_candidate(bases, type, source, BASE_ROW, reference, &candidate);
        last = reference;
        candidate.origin = build_origin(source->page, reference->span);
        if (usable)
            add_candidate(bases, type, &candidate, reference->words);
    }
}

static void gather_source(struct bases *bases, struct build_type *type,
                          const struct type_source *source)
{
    const struct type_facts *facts = source->facts;
    for (size_t i = 0; i < facts->base_count; i++) {
        const struct type_reference *reference = &facts->bases[i].type;
        struct candidate candidate;
        if (!read_candidate(bases, type, source, rank_of(facts->bases[i].evidence), reference,
                            &candidate))
            continue;
        candidate.origin = build_origin(source->page, reference->span);
        add_candidate(bases, type, &candidate, reference->words);
    }
    if (source->inherits)
        gather_rows(bases, type, source);
    for (size_t i = 0; i < facts->derived_count; i++)
        add_derived(bases, type, source, &facts->derived[i]);
}

static bool is_ancestor(const struct build_type *ancestor, const struct build_type *type)
{
    for (; type != NULL; type = type->base)
        if (type == ancestor)
            return true;
    return false;
}

/* Reports what a page states outright; weaker evidence is just passed over. */
static void report_cycle(struct bases *bases, const struct build_type *type,
                         const struct candidate *candidate)
{
    if (candidate->rank > BASE_ROW)
        return;
    struct diagnostic *d = diagnostics_report(
        bases->build->diagnostics, DIAG_BASE_CYCLE, candidate->origin.span,
        "%.*s cannot be derived from %.*s, which is derived from it; the base is ignored",
        SLICE_ARGS(type->qualified), SLICE_ARGS(candidate->name));
    const struct candidates *other = candidates_of(bases, candidate->target);
    if (other->taken != NULL)
        diagnostics_note(bases->build->diagnostics, d, other->taken->origin.span,
                         "%.*s is derived from %.*s here", SLICE_ARGS(candidate->target->qualified),
                         SLICE_ARGS(other->taken->name));
}

/* How many sources say that TYPE is derived from BASE. */
static size_t count_support(const struct bases *bases, const struct build_type *type,
                            const struct build_type *base)
{
    const struct candidates *list = candidates_of(bases, type);
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++)
        count += list->items[i].target == base ? list->items[i].support : 0;
    return count;
}

/* Where each of two types is said to be derived from the other, a sentence was misread or
 * miswritten: more sources are right. */
static bool is_outvoted(const struct bases *bases, const struct build_type *type,
                        const struct candidate *candidate)
{
    return candidate->target != NULL && count_support(bases, candidate->target, type) >
                                            count_support(bases, type, candidate->target);
}

static bool is_closer(const struct candidate *a, const struct candidate *b)
{
    return a->target != NULL && b->target != NULL && a->target != b->target &&
           is_ancestor(b->target, a->target);
}

/* Whether RANK names more than one base. */
static bool names_several(const struct candidates *list, enum base_rank rank)
{
    const struct candidate *first = NULL;
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i].rank != rank)
            continue;
        if (first == NULL)
            first = &list->items[i];
        else if (!same_base(first, &list->items[i]))
            return true;
    }
    return false;
}

static void settle(struct bases *bases, struct build_type *type, enum base_rank rank)
{
    struct candidates *list = candidates_of(bases, type);
    const struct candidate *best = NULL;
    for (size_t i = 0; i < list->count; i++) {
        const struct candidate *candidate = &list->items[i];
        if (candidate->rank != rank || is_outvoted(bases, type, candidate))
            continue;
        if (candidate->target != NULL && is_ancestor(type, candidate->target))
            report_cycle(bases, type, candidate);
        else if (best == NULL || is_closer(candidate, best))
            best = candidate;
    }
    list->taken = best;
    type->base = best != NULL ? best->target : NULL;
}

/* Those with one base go first, so that it is known which of several is the closest. */
static void settle_rank(struct bases *bases, enum base_rank rank)
{
    struct build *build = bases->build;
    for (int several = 0; several <= 1; several++)
        for (size_t i = 0; i < build->type_count; i++)
            if (bases->of[i].taken == NULL && names_several(&bases->of[i], rank) == (several == 1))
                settle(bases, build->types[i], rank);
}

/* The root of all entity types is often left out of a set, and gives a key only. */
static void report_missing(struct build *build, const struct build_type *type,
                           const struct candidate *taken)
{
    if (taken != NULL && taken->target == NULL && taken->rank < BASE_ROOT)
        report_unresolved(build, type, taken->name, taken->origin.span);
}

/* What decided first, then what agrees with it, then the rest. */
static void record_evidence(struct build *build, const struct candidates *list,
                            struct decision *decision)
{
    decision->evidence =
        arena_alloc_array(build->arena, list->evidence_count, sizeof *decision->evidence);
    for (int place = 0; place < 3; place++) {
        const struct evidence *said = list->evidence;
        for (size_t i = 0; i < list->count; i++)
            for (size_t j = 0; j < list->items[i].support; j++, said++) {
                const struct candidate *candidate = &list->items[i];
                bool agrees = list->taken != NULL && same_base(candidate, list->taken);
                int own = candidate == list->taken && j == 0 ? 0 : agrees ? 1 : 2;
                if (own == place)
                    decision->evidence[decision->evidence_count++] =
                        (struct evidence){said->origin, said->words, place < 2};
            }
    }
}

static void record(struct build *build, struct build_type *type, const struct candidates *list)
{
    struct model_type *result = type->result;
    struct decision *decision = &result->base_decision;
    decision->rule = "no page names a base type";
    if (list->taken != NULL) {
        result->base = type->base != NULL ? type->base->result : NULL;
        result->base_name = list->taken->name;
        decision->rule = precedence_base_rule(list->taken->rank);
    }
    if (!build->options->for_diagnostics)
        record_evidence(build, list, decision);
}

static void measure_depth(struct build_type *type)
{
    type->depth = 0;
    for (const struct build_type *t = type->base; t != NULL; t = t->base)
        type->depth++;
}

void base_decide(struct build *build)
{
    struct bases bases = {.build = build};
    bases.of = arena_alloc_array(build->scratch, build->type_count, sizeof *bases.of);
    for (size_t i = 0; i < build->type_count; i++)
        for (size_t j = 0; j < build->types[i]->source_count; j++) {
            const struct type_source *source = &build->types[i]->sources[j];
            if (source->related || source->inherits)
                gather_source(&bases, build->types[i], source);
        }
    for (int rank = 0; rank < BASE_RANK_COUNT; rank++)
        settle_rank(&bases, (enum base_rank)rank);
    for (size_t i = 0; i < build->type_count; i++) {
        record(build, build->types[i], &bases.of[i]);
        report_missing(build, build->types[i], bases.of[i].taken);
        measure_depth(build->types[i]);
    }
}

/* ---- Bases that nothing states ---- */

/* The name of the root of entity types: as pages name it, else that of its own page. */
static slice find_root_name(const struct build *build)
{
    for (size_t i = 0; i < build->type_count; i++)
        if (base_is_root(build->types[i]->result->base_name))
            return build->types[i]->result->base_name;
    for (size_t i = 0; i < build->type_count; i++)
        if (base_is_root(build->types[i]->qualified))
            return build->types[i]->qualified;
    return (slice){0};
}

void base_imply(struct build *build)
{
    slice root = find_root_name(build);
    for (size_t i = 0; i < build->type_count; i++) {
        struct model_type *result = build->types[i]->result;
        if (result->kind == KIND_ENTITY && result->base_name.len == 0 &&
            !base_is_root(result->qualified))
            result->implied_base = root;
    }
}
