#include "model/fact.h"

static int compare(const struct model_fact *fact, enum model_fact_kind kind, slice locale)
{
    if (fact->kind != kind)
        return fact->kind < kind ? -1 : 1;
    return slice_compare(fact->locale, locale);
}

static struct decision *find_or_add(struct arena *arena, struct model_facts *facts,
                                    enum model_fact_kind kind, slice locale)
{
    size_t at = 0;
    while (at < facts->count && compare(&facts->items[at], kind, locale) < 0)
        at++;
    if (at < facts->count && compare(&facts->items[at], kind, locale) == 0)
        return &facts->items[at].decision;
    facts->items = arena_extend(arena, facts->items, facts->count, sizeof *facts->items);
    for (size_t i = facts->count++; i > at; i--)
        facts->items[i] = facts->items[i - 1];
    facts->items[at] = (struct model_fact){.kind = kind, .locale = locale};
    return &facts->items[at].decision;
}

struct decision *fact_decision(struct arena *arena, struct model_facts *facts,
                               enum model_fact_kind kind)
{
    return find_or_add(arena, facts, kind, (slice){0});
}

struct decision *fact_text_decision(struct arena *arena, struct model_facts *facts, slice locale)
{
    return find_or_add(arena, facts, FACT_DESCRIPTION, locale);
}

void fact_add_evidence(struct arena *arena, struct decision *decision, struct origin origin,
                       slice words, bool taken)
{
    decision->evidence = arena_extend(arena, decision->evidence, decision->evidence_count,
                                      sizeof *decision->evidence);
    size_t at = decision->evidence_count++;
    for (; taken && at > 0 && !decision->evidence[at - 1].taken; at--)
        decision->evidence[at] = decision->evidence[at - 1];
    decision->evidence[at] = (struct evidence){origin, words, taken};
}

void fact_overrule(struct arena *arena, struct decision *decision, struct origin origin,
                   slice words, slice reason)
{
    size_t count = decision->evidence_count;
    struct evidence *evidence = arena_alloc_array(arena, count + 1, sizeof *evidence);
    evidence[0] = (struct evidence){origin, words, true};
    for (size_t i = 0; i < count; i++) {
        evidence[i + 1] = decision->evidence[i];
        evidence[i + 1].taken = false;
    }
    decision->evidence = evidence;
    decision->evidence_count = count + 1;
    decision->rule = "a correction decides";
    if (reason.len > 0)
        decision->rule = arena_format(arena, "a correction decides: %.*s", SLICE_ARGS(reason)).ptr;
}

struct origin fact_origin(const struct decision *decision, struct origin otherwise)
{
    for (size_t i = 0; decision != NULL && i < decision->evidence_count; i++)
        if (decision->evidence[i].taken && decision->evidence[i].origin.page != NULL)
            return decision->evidence[i].origin;
    return otherwise;
}
