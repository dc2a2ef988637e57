#include "model/correct.h"

#include "model/fact.h"
#include "support/suggest.h"

/* ---- Reports ---- */

static struct span field_span(const struct correction *entry, enum correction_field field)
{
    return span_of(entry->source, entry->fields[field]);
}

void correct_refuse(struct correcting *c, enum diagnostic_code code, enum correction_field field,
                    const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    slice text = arena_vformat(c->arena, format, arguments);
    va_end(arguments);
    diagnostics_report(c->diagnostics, code, field_span(c->entry, field), "%.*s", SLICE_ARGS(text));
    c->refused = true;
}

void correct_refuse_name(struct correcting *c, slice nearest)
{
    if (nearest.len > 0)
        correct_refuse(c, DIAG_CORRECTION_TARGET_MISSING, CORRECTION_VALUE,
                       "\"%.*s\" names nothing here; did you mean \"%.*s\"?", SLICE_ARGS(c->value),
                       SLICE_ARGS(nearest));
    else
        correct_refuse(c, DIAG_CORRECTION_TARGET_MISSING, CORRECTION_VALUE,
                       "\"%.*s\" names nothing here; a line before this one may add it",
                       SLICE_ARGS(c->value));
}

void correct_miss(struct correcting *c, enum correction_field field, const char *what, slice name,
                  slice nearest)
{
    if (c->missing.len > 0)
        return;
    c->at = field;
    if (field == CORRECTION_TYPE && slice_equal_ignore_case(nearest, name))
        c->missing =
            arena_format(c->arena, "there is more than one %s \"%.*s\"; state the namespace", what,
                         SLICE_ARGS(name));
    else
        c->missing = nearest.len > 0
                         ? arena_format(c->arena, "there is no %s \"%.*s\"; did you mean \"%.*s\"?",
                                        what, SLICE_ARGS(name), SLICE_ARGS(nearest))
                         : arena_format(c->arena,
                                        "there is no %s \"%.*s\"; 'docmodel model --format=tsv' "
                                        "lists what there is",
                                        what, SLICE_ARGS(name));
}

void correct_agree(struct correcting *c, struct origin origin)
{
    c->agreed++;
    if (c->agreed_at.page == NULL)
        c->agreed_at = origin;
}

static void report_unneeded(struct correcting *c)
{
    struct diagnostic *d = diagnostics_report(
        c->diagnostics, DIAG_CORRECTION_UNNEEDED, c->entry->span, "%.*s",
        SLICE_ARGS(c->agreed_text.len > 0 ? c->agreed_text
                                          : SLICE("the correction changes nothing; remove it")));
    bool page = c->agreed_at.page != NULL && c->agreed_at.page->locale.len > 0;
    if (c->agreed_at.span.source != NULL)
        diagnostics_note(c->diagnostics, d, c->agreed_at.span,
                         page ? "the page says so" : "it is corrected here already");
}

static void report(struct correcting *c)
{
    if (c->found == 0 && !c->refused)
        diagnostics_report(c->diagnostics, DIAG_CORRECTION_TARGET_MISSING,
                           field_span(c->entry, c->at), "%.*s", SLICE_ARGS(c->missing));
    else if (c->found > 0 && c->agreed == c->found)
        report_unneeded(c);
}

/* ---- Facts ---- */

void correct_overrule(struct correcting *c, struct decision *decision, slice words)
{
    fact_overrule(c->arena, decision, c->origin, words, c->entry->fields[CORRECTION_REASON]);
}

bool correct_flag(struct correcting *c, struct model_facts *facts, enum model_fact_kind kind,
                  struct origin otherwise, bool *flag)
{
    bool wanted = false;
    corrections_read_boolean(c->value, &wanted);
    if (*flag == wanted) {
        correct_agree(c, fact_origin(model_decision(facts, kind), otherwise));
        return false;
    }
    *flag = wanted;
    correct_overrule(c, fact_decision(c->arena, facts, kind), c->value);
    return true;
}

static bool text_before(const struct correcting *c, slice a, slice b)
{
    bool a_primary = slice_equal(a, c->primary_locale),
         b_primary = slice_equal(b, c->primary_locale);
    return a_primary != b_primary ? a_primary : slice_compare(a, b) < 0;
}

static void put_text(struct correcting *c, struct localized_texts *texts, slice locale, slice text)
{
    texts->items = arena_extend(c->arena, texts->items, texts->count, sizeof *texts->items);
    size_t at = texts->count++;
    for (; at > 0 && text_before(c, locale, texts->items[at - 1].locale); at--)
        texts->items[at] = texts->items[at - 1];
    texts->items[at] = (struct localized_text){locale, text, c->origin};
}

static void remove_text(struct localized_texts *texts, size_t at)
{
    for (; at + 1 < texts->count; at++)
        texts->items[at] = texts->items[at + 1];
    texts->count--;
}

/* "\n", "\t" and "\\" stand for what a field cannot hold. */
static slice unescape(struct arena *arena, slice text)
{
    struct buffer plain;
    buffer_init(&plain);
    for (size_t i = 0; i < text.len; i++) {
        char next = text.ptr[i] == '\\' && i + 1 < text.len ? text.ptr[i + 1] : '\0';
        bool escape = next == 'n' || next == 't' || next == '\\';
        buffer_append_char(&plain, !escape       ? text.ptr[i]
                                   : next == 'n' ? '\n'
                                   : next == 't' ? '\t'
                                                 : '\\');
        i += escape;
    }
    slice result = arena_copy(arena, buffer_slice(&plain));
    buffer_finish(&plain);
    return result;
}

bool correct_description(struct correcting *c, struct model_facts *facts,
                         struct localized_texts *texts)
{
    slice locale = c->entry->locale.len > 0 ? c->entry->locale : c->primary_locale;
    slice text = unescape(c->arena, c->value);
    size_t at = 0;
    while (at < texts->count && !slice_equal_ignore_case(texts->items[at].locale, locale))
        at++;
    struct localized_text old = at < texts->count ? texts->items[at] : (struct localized_text){0};
    if (slice_equal(old.text, text)) {
        correct_agree(c, old.origin);
        return false;
    }
    if (old.text.len > 0)
        locale = old.locale;
    struct decision *decision = fact_text_decision(c->arena, facts, locale);
    if (old.text.len > 0 && decision->evidence_count == 0)
        fact_add_evidence(c->arena, decision, old.origin, old.text, true);
    correct_overrule(c, decision, text);
    if (old.text.len > 0)
        remove_text(texts, at);
    if (text.len > 0)
        put_text(c, texts, locale, text);
    return true;
}

void correct_touch(struct correcting *c, struct model_type *type)
{
    bool known = false;
    for (size_t i = 0; i < type->page_count; i++)
        known |= type->pages[i] == c->entry->page;
    if (!known) {
        const struct page **pages =
            arena_alloc_array(c->arena, type->page_count + 1, sizeof(const struct page *));
        for (size_t i = 0; i < type->page_count; i++)
            pages[i] = type->pages[i];
        pages[type->page_count++] = c->entry->page;
        type->pages = pages;
    }
    for (size_t i = 0; i < c->touched_count; i++)
        if (c->touched[i] == type)
            return;
    c->touched = arena_extend(c->arena, c->touched, c->touched_count, sizeof(struct model_type *));
    c->touched[c->touched_count++] = type;
}

/* ---- Finding ---- */

/* How well a node that is called QUALIFIED fits NAME in NAME_SPACE: 0 not at all, then the closer
 * the better. */
static size_t fit(slice qualified, slice node_space, slice name_space, slice name)
{
    if (slice_equal_ignore_case(qualified, name))
        return SLICE_NONE;
    slice rest = slice_skip(qualified, node_space.len > 0 ? node_space.len + 1 : 0);
    if (!slice_equal_ignore_case(rest, name))
        return 0;
    bool inside = node_space.len <= name_space.len &&
                  slice_equal_ignore_case(slice_take(name_space, node_space.len), node_space) &&
                  (node_space.len == name_space.len || node_space.len == 0 ||
                   name_space.ptr[node_space.len] == '.');
    return inside ? node_space.len + 2 : 1;
}

/* Keeps the best fit; two that fit equally well cancel each other. */
struct search {
    size_t best;
    size_t index;
};

static void offer(struct search *search, size_t index, size_t fits)
{
    if (fits == 0 || fits < search->best)
        return;
    search->index = fits == search->best ? SLICE_NONE : index;
    search->best = fits;
}

struct model_type *correct_find_type(const struct correcting *c, slice name_space, slice name)
{
    struct search search = {0, SLICE_NONE};
    for (size_t i = 0; i < c->model->type_count; i++) {
        const struct model_type *type = c->model->types[i];
        offer(&search, i, fit(type->qualified, type->name_space, name_space, name));
    }
    return search.index != SLICE_NONE ? c->model->types[search.index] : NULL;
}

struct model_enumeration *correct_find_enumeration(const struct correcting *c, slice name_space,
                                                   slice name)
{
    struct search search = {0, SLICE_NONE};
    for (size_t i = 0; i < c->model->enumeration_count; i++) {
        const struct model_enumeration *e = c->model->enumerations[i];
        offer(&search, i, fit(e->qualified, e->name_space, name_space, name));
    }
    return search.index != SLICE_NONE ? c->model->enumerations[search.index] : NULL;
}

static void offer_name(struct suggestion *nearest, slice qualified, slice name_space)
{
    bool dotted = slice_find_byte(nearest->wrong, '.') != SLICE_NONE;
    slice name = slice_skip(qualified, name_space.len > 0 ? name_space.len + 1 : 0);
    suggest_offer(nearest, dotted ? qualified : name);
}

slice correct_nearest(const struct correcting *c, slice name, bool enumerations)
{
    struct suggestion nearest;
    suggest_init(&nearest, name, false);
    for (size_t i = 0; i < c->model->type_count; i++)
        offer_name(&nearest, c->model->types[i]->qualified, c->model->types[i]->name_space);
    for (size_t i = 0; enumerations && i < c->model->enumeration_count; i++)
        offer_name(&nearest, c->model->enumerations[i]->qualified,
                   c->model->enumerations[i]->name_space);
    return nearest.best;
}

static bool is_use_of(const struct type_use *use, const struct model_type *structured,
                      const struct model_enumeration *enumeration)
{
    return (use->kind == USE_STRUCTURED && use->structured == structured) ||
           (use->kind == USE_ENUMERATION && use->enumeration == enumeration);
}

void correct_replace_uses(struct correcting *c, const struct model_type *structured,
                          const struct model_enumeration *enumeration, struct type_use use)
{
    for (size_t i = 0; i < c->model->type_count; i++) {
        struct model_type *type = c->model->types[i];
        for (size_t j = 0; j < type->property_count; j++) {
            struct model_property *p = &type->properties[j];
            if (!is_use_of(&p->type, structured, enumeration))
                continue;
            use.collection = p->type.collection;
            p->type = use;
            correct_overrule(c, &p->decision, model_type_use_name(&use));
        }
    }
}

/* ---- Lines ---- */

/* The target as people name it, for reports. */
static slice full_name(const struct correcting *c)
{
    slice name_space = c->entry->fields[CORRECTION_NAMESPACE];
    slice type = c->entry->fields[CORRECTION_TYPE];
    if (name_space.len == 0)
        return type;
    return arena_format(c->arena, "%.*s.%.*s", SLICE_ARGS(name_space), SLICE_ARGS(type));
}

static void apply_to_model(struct correcting *c)
{
    slice name = full_name(c);
    bool about_node = c->entry->fields[CORRECTION_PROPERTY].len == 0;
    struct model_type *type = correct_find_type(c, (slice){0}, name);
    struct model_enumeration *enumeration =
        type == NULL ? correct_find_enumeration(c, (slice){0}, name) : NULL;
    if (type != NULL && about_node)
        correct_type(c, type);
    else if (type != NULL)
        correct_property(c, type);
    else if (enumeration != NULL && about_node)
        correct_enumeration(c, enumeration);
    else if (enumeration != NULL)
        correct_member(c, enumeration);
    else if (about_node && c->entry->what == CORRECT_ADD)
        correct_add_node(c);
    else
        correct_miss(c, CORRECTION_TYPE, "type or enumeration", name,
                     correct_nearest(c, name, true));
}

static slice nearest_version(struct model *const *models, size_t count, slice version)
{
    struct suggestion nearest;
    suggest_init(&nearest, version, false);
    for (size_t i = 0; i < count; i++)
        suggest_offer(&nearest, models[i]->version);
    return nearest.best;
}

/* What is carried from line to line: what was touched in each model. */
struct touched {
    struct model_type **types;
    size_t count;
};

static void apply(struct correcting *c, struct model *const *models, size_t count,
                  struct touched *touched)
{
    slice version = c->entry->fields[CORRECTION_VERSION];
    bool known = false;
    for (size_t i = 0; i < count; i++) {
        if (version.len > 0 && !slice_equal(models[i]->version, version))
            continue;
        known = true;
        c->model = models[i];
        c->touched = touched[i].types;
        c->touched_count = touched[i].count;
        apply_to_model(c);
        touched[i] = (struct touched){c->touched, c->touched_count};
    }
    if (!known)
        correct_miss(c, CORRECTION_VERSION, "version", version,
                     nearest_version(models, count, version));
    report(c);
}

void correct_models(struct arena *arena, const struct corrections *corrections,
                    struct model *const *models, size_t count, slice primary_locale,
                    struct diagnostics *diagnostics)
{
    struct touched *touched = arena_alloc_array(arena, count, sizeof *touched);
    struct correcting c = {0};
    for (size_t i = 0; count > 0 && i < corrections->count; i++) {
        const struct correction *entry = &corrections->items[i];
        c = (struct correcting){
            .arena = arena,
            .diagnostics = diagnostics,
            .primary_locale = primary_locale,
            .entry = entry,
            .value = entry->fields[CORRECTION_VALUE],
            .origin = {entry->page, entry->span},
        };
        apply(&c, models, count, touched);
    }
    for (size_t i = 0; corrections->count > 0 && i < count; i++) {
        c.model = models[i];
        c.touched = touched[i].types;
        c.touched_count = touched[i].count;
        correct_settle(&c);
    }
}
