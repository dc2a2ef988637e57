#include "model/export.h"

static void append_cell(struct buffer *out, slice text, char end)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        buffer_append_char(out, c == '\t' || c == '\n' || c == '\r' ? ' ' : c);
    }
    buffer_append_char(out, end);
}

static void append_type_cells(struct buffer *out, const struct model_type *type)
{
    append_cell(out, type->model->version, '\t');
    append_cell(out, type->name_space, '\t');
    append_cell(out, type->name, '\t');
    append_cell(out, type->kind == KIND_ENTITY ? SLICE("entity") : SLICE("complex"), '\t');
    append_cell(out, type->base_name.len > 0 ? type->base_name : type->implied_base, '\t');
}

static slice edm_type(const struct type_use *use)
{
    if (use->kind == USE_ENUMERATION && use->enumeration->in_place)
        return edm_name(EDM_STRING);
    return model_type_use_name(use);
}

static void append_type(struct buffer *out, const struct model_type *type)
{
    size_t lines = 0;
    for (size_t i = 0; i < type->property_count; i++) {
        const struct model_property *p = &type->properties[i];
        if (!p->rendered)
            continue;
        append_type_cells(out, type);
        append_cell(out, p->name, '\t');
        append_cell(out, edm_type(&p->type), '\t');
        append_cell(out, p->type.collection ? SLICE("1") : SLICE("0"), '\t');
        append_cell(out, p->navigation ? SLICE("1") : SLICE("0"), '\n');
        lines++;
    }
    if (lines > 0)
        return;
    append_type_cells(out, type);
    buffer_append(out, SLICE("\t\t\t\n"));
}

static void append_enumeration(struct buffer *out, const struct model_enumeration *enumeration)
{
    for (size_t i = 0; i < enumeration->member_count; i++) {
        append_cell(out, enumeration->model->version, '\t');
        append_cell(out, enumeration->name_space, '\t');
        append_cell(out, enumeration->name, '\t');
        buffer_append(out, SLICE("enum\t\t"));
        append_cell(out, enumeration->members[i].name, '\t');
        buffer_append(out, SLICE("\t\t\n"));
    }
}

void model_export_tsv(const struct model_set *models, struct buffer *out)
{
    buffer_append(out, SLICE("version\tnamespace\ttype\tkind\tbase\tproperty\tedm_type\t"
                             "collection\tis_navigation\n"));
    for (size_t i = 0; i < models->count; i++) {
        const struct model *model = models->models[i];
        for (size_t j = 0; j < model->type_count; j++)
            if (model->types[j]->withheld == WITHHELD_NOT)
                append_type(out, model->types[j]);
        for (size_t j = 0; j < model->enumeration_count; j++)
            if (!model->enumerations[j]->in_place &&
                model->enumerations[j]->withheld == WITHHELD_NOT)
                append_enumeration(out, model->enumerations[j]);
    }
}
