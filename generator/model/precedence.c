#include "model/precedence.h"

/* ---- Pages ---- */

/* A date as translations write it, month/day/year, as a number that grows; 0 for anything else. */
static long date_number(slice date)
{
    long parts[3] = {0};
    size_t part = 0, digits = 0;
    for (size_t i = 0; i < date.len; i++) {
        if (date.ptr[i] == '/' && digits > 0 && part < 2) {
            part++;
            digits = 0;
        } else if (ascii_is_digit(date.ptr[i]) && digits < 4) {
            parts[part] = parts[part] * 10 + (date.ptr[i] - '0');
            digits++;
        } else {
            return 0;
        }
    }
    return part == 2 && digits > 0 ? parts[2] * 10000 + parts[0] * 100 + parts[1] : 0;
}

static int flag_first(bool a, bool b)
{
    return (int)b - (int)a;
}

/*
 * The primary locale; the newer translation; the locale's name; a page that is annotated; one whose
 * file is named after the type. Equals keep the order of their paths.
 */
int precedence_compare_places(const struct precedence_place *a, const struct precedence_place *b,
                              slice name, slice deciding)
{
    int order =
        flag_first(slice_equal(a->page->locale, deciding), slice_equal(b->page->locale, deciding));
    if (order == 0)
        order = flag_first(a->primary, b->primary);
    if (order == 0 && !slice_equal(a->page->locale, b->page->locale)) {
        long date_a = date_number(a->page->handoff), date_b = date_number(b->page->handoff);
        order = (date_a < date_b) - (date_a > date_b);
        if (order == 0)
            order = slice_compare(a->page->locale, b->page->locale);
    }
    if (order == 0)
        order = flag_first(a->annotated, b->annotated);
    if (order == 0)
        order = flag_first(slice_equal_ignore_case(a->page->stem, name),
                           slice_equal_ignore_case(b->page->stem, name));
    return order;
}

/* ---- Types of properties ---- */

static bool is_primitive(const struct claim *claim, enum edm_primitive primitive)
{
    return claim->resolved && claim->use.kind == USE_PRIMITIVE && claim->use.primitive == primitive;
}

static bool is_named(const struct claim *claim)
{
    return claim->resolved &&
           (claim->use.kind == USE_ENUMERATION || claim->use.kind == USE_STRUCTURED);
}

/* Whether the row says String or, without naming a type, nothing else than values. */
static bool row_is_string(const struct type_claims *c)
{
    return is_primitive(&c->row, EDM_STRING) ||
           (!c->row.stated && is_primitive(&c->json, EDM_STRING));
}

static bool lists_documented(const struct type_claims *c)
{
    return c->documented.resolved && !c->documents_values && row_is_string(c);
}

static bool repeats_enumeration(const struct type_claims *c)
{
    return row_is_string(c) && c->inherited.resolved && c->inherited.use.kind == USE_ENUMERATION;
}

/* What JSON never writes as a text; a text that stands for it ("String (double)") is a mistake. */
static bool is_no_text(const struct claim *claim)
{
    return is_primitive(claim, EDM_BOOLEAN) || is_primitive(claim, EDM_SINGLE) ||
           is_primitive(claim, EDM_DOUBLE) || is_primitive(claim, EDM_DECIMAL);
}

static bool json_denies_string(const struct type_claims *c)
{
    if (!is_primitive(&c->row, EDM_STRING) || !c->json.resolved)
        return false;
    if (c->shape == SHAPE_STRING)
        return is_no_text(&c->json);
    return c->shape == SHAPE_BOOLEAN || c->shape == SHAPE_FRACTION ||
           (c->shape == SHAPE_OBJECT && is_named(&c->json));
}

/* Whether the JSON names a type that the row's type is derived from. Samples show derived types,
 * never a base without reason: the row names one of several types that it could be. */
static bool json_is_wider(const struct type_claims *c)
{
    if (!is_named(&c->row) || !is_named(&c->json) || c->row.use.kind != USE_STRUCTURED ||
        c->json.use.kind != USE_STRUCTURED)
        return false;
    const struct model_type *type = c->row.use.structured->base;
    while (type != NULL && type != c->json.use.structured)
        type = type->base;
    return type != NULL;
}

static bool translation_names(const struct type_claims *c)
{
    return is_primitive(&c->row, EDM_STRING) && is_named(&c->translation);
}

bool precedence_is_vague(const struct type_claims *claims)
{
    return row_is_string(claims) ||
           (claims->row.stated && !claims->row.resolved && !is_named(&claims->json));
}

static bool stable_names(const struct type_claims *c)
{
    return precedence_is_vague(c) && is_named(&c->stable);
}

static bool lists_values(const struct type_claims *c)
{
    return c->in_place.resolved && (row_is_string(c) || (c->row.stated && !c->row.resolved));
}

static bool row_stands(const struct type_claims *c)
{
    return c->row.resolved;
}

static bool row_fails(const struct type_claims *c)
{
    return c->row.stated && c->json.resolved && (c->row.sentence || is_named(&c->json));
}

static bool inherited_stands(const struct type_claims *c)
{
    return c->inherited.resolved && !c->row.stated;
}

static bool json_stands(const struct type_claims *c)
{
    return c->json.resolved && !c->row.stated;
}

static bool translation_stands(const struct type_claims *c)
{
    return c->translation.resolved;
}

static const struct {
    bool (*applies)(const struct type_claims *claims);
    enum type_claim claim;
    const char *rule;
} type_rules[] = {
    {json_denies_string, CLAIM_JSON,
     "a table's String yields to a JSON boolean, fraction or object of a named type"},
    {json_is_wider, CLAIM_JSON, "a table's type yields to a base type of it that the JSON names"},
    {lists_documented, CLAIM_DOCUMENTED,
     "a String whose listed values are exactly those of a documented enumeration is of that type"},
    {repeats_enumeration, CLAIM_INHERITED,
     "a String that repeats an inherited enumeration is of that type"},
    {translation_names, CLAIM_TRANSLATION,
     "a type that another locale names is better than the primary locale's String"},
    {stable_names, CLAIM_STABLE,
     "a type that the stable version names is better than the preview's String"},
    {lists_values, CLAIM_IN_PLACE, "listed values make an enumeration in place"},
    {row_stands, CLAIM_ROW, "the table decides"},
    {row_fails, CLAIM_JSON, "the JSON decides where the table names no type"},
    {inherited_stands, CLAIM_INHERITED,
     "without a row, the row of the documented ancestor decides"},
    {json_stands, CLAIM_JSON, "without a row, the JSON decides"},
    {translation_stands, CLAIM_TRANSLATION,
     "another locale decides where the primary one names no type"},
};

enum type_claim precedence_type(const struct type_claims *claims, const char **rule)
{
    for (size_t i = 0; i < sizeof type_rules / sizeof *type_rules; i++)
        if (type_rules[i].applies(claims)) {
            *rule = type_rules[i].rule;
            return type_rules[i].claim;
        }
    *rule = claims->row.stated ? "what is stated is no known type" : "no type is stated";
    return CLAIM_NONE;
}

/* ---- Base types ---- */

static const char *const base_rules[BASE_RANK_COUNT] = {
    [BASE_ANNOTATED] = "the annotation names the base type",
    [BASE_PROSE] = "the text says what the type inherits from",
    [BASE_FRONT_MATTER] = "the front matter says what the type inherits from",
    [BASE_ROW] = "a row says what its property is inherited from",
    [BASE_ROOT] = "entity is named, and nothing names a closer base type",
    [BASE_NAMED_BY_BASE] = "the page of the base type names the types derived from it",
    [BASE_TRANSLATED] = "only another locale names the base type",
};

const char *precedence_base_rule(enum base_rank rank)
{
    return base_rules[rank];
}

/* ---- Kinds ---- */

static bool has_any(const struct kind_claims *c, enum kind_claim claim)
{
    return c->count[claim] > 0;
}

static bool is_called_entity(const struct kind_claims *c)
{
    return c->count[KIND_CALLED_ENTITY] > c->count[KIND_CALLED_COMPLEX];
}

static bool is_called_complex(const struct kind_claims *c)
{
    return c->count[KIND_CALLED_COMPLEX] > c->count[KIND_CALLED_ENTITY];
}

static bool is_rooted(const struct kind_claims *c)
{
    return has_any(c, KIND_ROOTED);
}

static bool is_only_held(const struct kind_claims *c)
{
    return has_any(c, KIND_HELD) && !has_any(c, KIND_RELATED) && !has_any(c, KIND_RELATES);
}

static bool is_keyed(const struct kind_claims *c)
{
    return has_any(c, KIND_KEYED);
}

static bool is_related(const struct kind_claims *c)
{
    return has_any(c, KIND_RELATED) && c->count[KIND_RELATED] >= c->count[KIND_HELD];
}

static bool is_held(const struct kind_claims *c)
{
    return has_any(c, KIND_HELD);
}

static bool relates(const struct kind_claims *c)
{
    return has_any(c, KIND_RELATES);
}

static bool has_methods(const struct kind_claims *c)
{
    return has_any(c, KIND_METHODS);
}

static bool has_id(const struct kind_claims *c)
{
    return has_any(c, KIND_IDS);
}

static bool always(const struct kind_claims *c)
{
    (void)c;
    return true;
}

static const struct {
    bool (*applies)(const struct kind_claims *claims);
    enum type_kind kind;
    enum kind_claim shown;
    const char *rule;
} kind_rules[] = {
    {is_called_entity, KIND_ENTITY, KIND_CALLED_ENTITY, "an annotation calls it an entity type"},
    {is_called_complex, KIND_COMPLEX, KIND_CALLED_COMPLEX, "an annotation calls it a complex type"},
    {is_rooted, KIND_ENTITY, KIND_ROOTED, "its base types end in entity"},
    {is_only_held, KIND_COMPLEX, KIND_HELD,
     "properties hold it as a value, and nothing relates to it"},
    {is_keyed, KIND_ENTITY, KIND_KEYED, "a key property is stated"},
    {is_related, KIND_ENTITY, KIND_RELATED, "relationships point at it"},
    {is_held, KIND_COMPLEX, KIND_HELD, "properties hold it as a value"},
    {relates, KIND_ENTITY, KIND_RELATES, "it has relationships"},
    {has_methods, KIND_ENTITY, KIND_METHODS, "it has methods"},
    {has_id, KIND_ENTITY, KIND_IDS, "nothing holds it as a value, and it has an id"},
    {always, KIND_COMPLEX, KIND_CLAIM_COUNT, "nothing makes it an entity type"},
};

enum type_kind precedence_kind(const struct kind_claims *claims, const char **rule,
                               enum kind_claim *shown)
{
    size_t i = 0;
    while (!kind_rules[i].applies(claims))
        i++;
    *rule = kind_rules[i].rule;
    *shown = kind_rules[i].shown;
    return kind_rules[i].kind;
}
