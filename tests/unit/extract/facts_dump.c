#include "facts_dump.h"

#include "extract/page.h"

static void dump_text(slice label, slice text, struct buffer *out)
{
    if (text.len > 0)
        buffer_format(out, "  %.*s: %.*s\n", SLICE_ARGS(label), SLICE_ARGS(text));
}

static void dump_flag(const char *name, bool set, struct buffer *out)
{
    if (set)
        buffer_format(out, " %s", name);
}

static void dump_reference(const struct type_reference *reference, struct buffer *out)
{
    buffer_format(out, "%s", reference->collection ? "[]" : "");
    if (reference->sentence)
        buffer_format(out, "?");
    if (reference->name.len > 0)
        buffer_format(out, "%.*s", SLICE_ARGS(reference->name));
    else
        buffer_format(out, "-");
    if (reference->link != NULL)
        buffer_format(out, "@%.*s", SLICE_ARGS(reference->link->stem));
    if (type_reference_fragment(reference).len > 0)
        buffer_format(out, "#%.*s", SLICE_ARGS(reference->link->fragment));
    if (!reference->primitive && !slice_equal(reference->words, reference->name))
        buffer_format(out, " \"%.*s\"", SLICE_ARGS(reference->words));
}

static void dump_values(const struct value_list *values, struct buffer *out)
{
    if (values->count == 0)
        return;
    buffer_format(out, " values=");
    for (size_t i = 0; i < values->count; i++)
        buffer_format(out, "%s%.*s%s", i > 0 ? "," : "", SLICE_ARGS(values->items[i].name),
                      values->items[i].quoted ? "" : "?");
}

static void dump_property(const struct property_facts *property, struct buffer *out)
{
    static const char *const limits[LIMIT_COUNT] = {"min-length", "max",   "minimum",  "maximum",
                                                    "above",      "below", "max-items"};
    buffer_format(out, "  %s %.*s%s ", property->relationship ? "rel" : "row",
                  SLICE_ARGS(property->name), property->identifier ? "" : " (words)");
    dump_reference(&property->type, out);
    dump_flag("read-only", property->read_only, out);
    dump_flag("required", property->required, out);
    dump_flag("key", property->key, out);
    dump_flag("deprecated", property->deprecated, out);
    dump_flag("nullable", property->nullable == NULLABLE_YES, out);
    dump_flag("not-nullable", property->nullable == NULLABLE_NO, out);
    if (property->inherited_from != NULL) {
        buffer_format(out, " inherited=");
        dump_reference(property->inherited_from, out);
    }
    for (int i = 0; i < LIMIT_COUNT; i++)
        if (property_limit(property, (enum limit_kind)i).stated)
            buffer_format(out, " %s=%g", limits[i], decimal_double(property->limits[i].value));
    dump_values(&property->values, out);
    buffer_format(out, " @%zu", span_line(property->span));
    if (property->description.len > 0)
        buffer_format(out, " // %.*s", SLICE_ARGS(property->description));
    buffer_append_char(out, '\n');
}

static void dump_member(const struct type_facts *type, const struct member_facts *member,
                        struct buffer *out)
{
    static const char *const shapes[] = {"nothing",  "string",  "integer",
                                         "fraction", "boolean", "object"};
    buffer_format(out, "  json %.*s %s%s ", SLICE_ARGS(member->name),
                  member->collection ? "[]" : "", shapes[member->shape]);
    dump_reference(&member->type, out);
    dump_values(&member->values, out);
    buffer_format(out, " @%zu\n", span_line(type_member_span(type, member->span)));
}

static void dump_base(const struct base_facts *base, struct buffer *out)
{
    static const char *const evidence[] = {"annotation", "prose", "front-matter", "row"};
    buffer_format(out, "  base %s ", evidence[base->evidence]);
    dump_reference(&base->type, out);
    buffer_append_char(out, '\n');
}

static void dump_type(const struct type_facts *type, struct buffer *out)
{
    buffer_format(out, "type %.*s", SLICE_ARGS(type->name));
    dump_flag("unannotated", !type->annotated, out);
    dump_flag("entity", type->stated_kind == KIND_STATED_ENTITY, out);
    dump_flag("complex", type->stated_kind == KIND_STATED_COMPLEX, out);
    dump_flag("open", type->open, out);
    dump_flag("abstract", type->abstract, out);
    dump_flag("media", type->media, out);
    dump_flag("deprecated", type->deprecated, out);
    dump_flag("methods", type->has_methods, out);
    if (type->key_property.len > 0)
        buffer_format(out, " key=%.*s", SLICE_ARGS(type->key_property));
    buffer_format(out, " @%zu\n", span_line(type->span));
    dump_text(SLICE("title"), type->title, out);
    dump_text(SLICE("description"), type->description, out);
    for (size_t i = 0; i < type->base_count; i++)
        dump_base(&type->bases[i], out);
    for (size_t i = 0; i < type->derived_count; i++) {
        buffer_format(out, "  derived ");
        dump_reference(&type->derived[i], out);
        buffer_append_char(out, '\n');
    }
    for (size_t i = 0; i < type->property_count; i++)
        dump_property(&type->properties[i], out);
    for (size_t i = 0; i < type->member_count; i++)
        dump_member(type, &type->members[i], out);
}

static void dump_enumeration(const struct enumeration_facts *enumeration, struct buffer *out)
{
    buffer_format(out, "enum %.*s", SLICE_ARGS(enumeration->name));
    dump_flag("flags", enumeration->flags, out);
    if (enumeration->fragment.len > 0)
        buffer_format(out, " #%.*s", SLICE_ARGS(enumeration->fragment));
    buffer_format(out, " @%zu\n", span_line(enumeration->span));
    dump_text(SLICE("description"), enumeration->description, out);
    for (size_t i = 0; i < enumeration->members.count; i++) {
        const struct value_facts *member = &enumeration->members.items[i];
        buffer_format(out, "  member %.*s%s", SLICE_ARGS(member->name), member->quoted ? "" : "?");
        if (member->numbered)
            buffer_format(out, " = %lld", member->number);
        buffer_format(out, " @%zu", span_line(member->span));
        if (member->description.len > 0)
            buffer_format(out, " // %.*s", SLICE_ARGS(member->description));
        buffer_append_char(out, '\n');
    }
}

static void dump_example(const struct example_facts *example, struct buffer *out)
{
    buffer_format(out, "example %s%.*s", example->collection ? "[]" : "",
                  SLICE_ARGS(example->type));
    dump_flag("truncated", example->truncated, out);
    buffer_format(out, " @%zu ", span_line(example->value->span));
    json_write(example->value, false, out);
    buffer_append_char(out, '\n');
}

void facts_dump(const struct page_facts *facts, struct buffer *out)
{
    buffer_format(out, "page %.*s %.*s %.*s %.*s", SLICE_ARGS(facts->page.source->path),
                  SLICE_ARGS(facts->page.locale), SLICE_ARGS(facts->page.version),
                  SLICE_ARGS(facts->page.stem));
    if (facts->page.handoff.len > 0)
        buffer_format(out, " %.*s", SLICE_ARGS(facts->page.handoff));
    buffer_format(out, ": %s\n", page_kind_name(facts->kind));
    if (facts->reason.len > 0)
        buffer_format(out, "reason: %.*s\n", SLICE_ARGS(facts->reason));
    for (size_t i = 0; i < facts->type_count; i++)
        dump_type(&facts->types[i], out);
    for (size_t i = 0; i < facts->enumeration_count; i++)
        dump_enumeration(&facts->enumerations[i], out);
    for (size_t i = 0; i < facts->example_count; i++)
        dump_example(&facts->examples[i], out);
}

void facts_dump_diagnostics(struct diagnostics *diagnostics, struct buffer *out)
{
    diagnostics_sort(diagnostics);
    for (size_t i = 0; i < diagnostics->count; i++) {
        const struct diagnostic *d = diagnostics->items[i];
        struct position at = {0};
        if (d->span.source != NULL)
            at = source_position(d->span.source, d->span.begin);
        buffer_format(out, "%zu:%zu: %s: %.*s\n", at.line, at.column,
                      diagnostic_code_info(d->code)->name, SLICE_ARGS(d->text));
    }
}
