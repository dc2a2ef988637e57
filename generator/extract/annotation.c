#include "extract/annotation.h"

#include "extract/identifier.h"
#include "extract/memo.h"
#include "support/suggest.h"

#include <string.h>

static const struct json_value *find_member(const struct json_value *object, slice key)
{
    const struct json_value *found = NULL;
    for (const struct json_value *m = object->first; m != NULL; m = m->next)
        if (slice_equal_ignore_case(slice_trim(m->key), key))
            found = m;
    return found;
}

static slice member_text(const struct json_value *object, slice key, struct span *span)
{
    const struct json_value *member = find_member(object, key);
    if (member == NULL || member->kind != JSON_STRING)
        return (slice){0};
    if (span != NULL)
        *span = member->span;
    return slice_trim(member->text);
}

/* True, also as the text "true": annotations are typed by hand. */
static bool member_is_true(const struct json_value *object, slice key)
{
    const struct json_value *member = find_member(object, key);
    if (member == NULL)
        return false;
    return (member->kind == JSON_BOOLEAN && member->boolean) ||
           (member->kind == JSON_STRING && slice_equal_ignore_case(member->text, SLICE("true")));
}

/* What "blockType" may say, but for letter case, hyphens and the word "type" at its end. */
static const struct {
    const char *word;
    enum annotation_subject subject;
    enum stated_kind kind;
} block_types[] = {
    {"example", ABOUT_EXAMPLE, KIND_UNSTATED},
    {"ignored", ABOUT_NOTHING, KIND_UNSTATED},
    {"request", ABOUT_OTHER, KIND_UNSTATED},
    {"response", ABOUT_OTHER, KIND_UNSTATED},
    {"resource", ABOUT_TYPE, KIND_UNSTATED},
    {"structured", ABOUT_TYPE, KIND_UNSTATED},
    {"type", ABOUT_TYPE, KIND_UNSTATED},
    {"entity", ABOUT_TYPE, KIND_STATED_ENTITY},
    {"complex", ABOUT_TYPE, KIND_STATED_COMPLEX},
    {"enum", ABOUT_ENUMERATION, KIND_UNSTATED},
    {"enumeration", ABOUT_ENUMERATION, KIND_UNSTATED},
};

#define BLOCK_TYPE_COUNT (sizeof block_types / sizeof *block_types)

/* A word of so many letters that differs in one of them is taken for one of these: it is a slip, or
 * what a translation made of it ("ressource"). Others may well be another tool's. */
#define SLIP_LENGTH_MIN 6

/* "complexType", "complex-type", "Complex type": all "complex". */
static slice block_type_word(slice block_type)
{
    if (block_type.len > 4 && slice_ends_with_ignore_case(block_type, SLICE("type")))
        block_type = slice_take(block_type, block_type.len - 4);
    while (block_type.len > 0 && strchr(" -_", block_type.ptr[block_type.len - 1]) != NULL)
        block_type = slice_take(block_type, block_type.len - 1);
    return block_type;
}

/* The index of WORD among the block types, or BLOCK_TYPE_COUNT. */
static size_t find_block_type(slice word)
{
    size_t i = 0;
    while (i < BLOCK_TYPE_COUNT && !slice_equal_ignore_case(word, slice_from(block_types[i].word)))
        i++;
    return i;
}

/* The block type that WORD, which is none, was meant to be, or the empty slice. */
static slice guess_block_type(slice word)
{
    struct suggestion suggestion;
    suggest_init(&suggestion, word, false);
    for (size_t i = 0; i < BLOCK_TYPE_COUNT; i++)
        suggest_offer(&suggestion, slice_from(block_types[i].word));
    bool slip = word.len >= SLIP_LENGTH_MIN && suggestion.distance == 1;
    return slip ? suggestion.best : (slice){0};
}

static void read_block_type(struct reading *reading, const struct json_value *object,
                            struct annotation *a)
{
    struct span span = {0};
    slice word = block_type_word(member_text(object, SLICE("blockType"), &span));
    size_t index = find_block_type(word);
    slice meant = index == BLOCK_TYPE_COUNT ? guess_block_type(word) : (slice){0};
    if (meant.len > 0) {
        diagnostics_report(reading->diagnostics, DIAG_ANNOTATION_MALFORMED, span,
                           "\"%.*s\" is no kind of block; it is taken for \"%.*s\": write that",
                           SLICE_ARGS(word), SLICE_ARGS(meant));
        index = find_block_type(meant);
    }
    if (index < BLOCK_TYPE_COUNT) {
        a->subject = block_types[index].subject;
        a->stated_kind = block_types[index].kind;
    }
}

static void fill_annotation(struct reading *reading, const struct json_value *object,
                            struct annotation *a)
{
    read_block_type(reading, object, a);
    slice type = member_text(object, SLICE("@odata.type"), &a->type_span);
    if (type.len == 0)
        type = member_text(object, SLICE("@type"), &a->type_span);
    a->type = identifier_of_odata(type, &a->collection);
    a->base_type =
        identifier_of_odata(member_text(object, SLICE("baseType"), &a->base_type_span), NULL);
    a->key_property = member_text(object, SLICE("keyProperty"), NULL);
    a->collection = a->collection || member_is_true(object, SLICE("isCollection"));
    a->open = member_is_true(object, SLICE("openType"));
    a->abstract =
        member_is_true(object, SLICE("abstract")) || member_is_true(object, SLICE("isAbstract"));
    a->media = member_is_true(object, SLICE("isMediaEntity"));
    a->truncated = member_is_true(object, SLICE("truncated"));
}

static void report_problems(struct reading *reading, const struct json_problems *problems)
{
    if (problems->count == 0)
        return;
    struct diagnostic *diagnostic = diagnostics_report(
        reading->diagnostics, DIAG_ANNOTATION_MALFORMED, problems->items[0].span,
        "%s in the annotation of a code block", json_problem_text(problems->items[0].kind));
    for (size_t i = 1; i < problems->count && i < 4; i++)
        diagnostics_note(reading->diagnostics, diagnostic, problems->items[i].span, "%s",
                         json_problem_text(problems->items[i].kind));
}

static bool may_be_annotation(slice body)
{
    return slice_starts_with(slice_trim(body), SLICE("{")) ||
           slice_find(body, SLICE("blockType")) != SLICE_NONE;
}

/* Reads the JSON of COMMENT; says whether it is an annotation. */
static bool read_json(struct reading *reading, const struct block *comment,
                      struct annotation *annotation)
{
    struct json_problems problems = {0};
    const struct json_value *object =
        json_read_relaxed(reading->arena, reading->scratch, comment->body, &problems);
    bool named = object != NULL && object->kind == JSON_OBJECT &&
                 find_member(object, SLICE("blockType")) != NULL;
    if (!named) {
        if (slice_find(span_text(comment->body), SLICE("blockType")) != SLICE_NONE)
            diagnostics_report(reading->diagnostics, DIAG_ANNOTATION_MALFORMED, comment->span,
                               "the annotation of a code block cannot be read and is ignored");
        return false;
    }
    report_problems(reading, &problems);
    fill_annotation(reading, object, annotation);
    return true;
}

/* What a comment says that many pages have. */
struct known_annotation {
    bool named; /* it is one */
    struct span body;
    struct annotation annotation;
};

/* Keeps what was read, unless there is something to be reported in each page. */
static void keep(const struct reading *reading, const struct known_annotation *read,
                 size_t reported)
{
    if (reading->diagnostics->count > reported)
        return;
    struct known_annotation *kept = arena_alloc(reading->arena, sizeof *kept);
    *kept = *read;
    map_put_new(&reading->memo->annotations, span_text(read->body), kept);
}

static bool read_annotation(struct reading *reading, const struct block *comment,
                            struct annotation *annotation)
{
    slice text = span_text(comment->body);
    size_t reported = reading->diagnostics->count;
    if (!may_be_annotation(text))
        return false;
    const struct known_annotation *known = map_get(&reading->memo->annotations, text);
    struct known_annotation read = {.body = comment->body};
    if (known == NULL) {
        read.named = read_json(reading, comment, &read.annotation);
        keep(reading, &read, reported);
        known = &read;
    }
    *annotation = known->annotation;
    annotation->span = comment->span;
    annotation->type_span = span_move(annotation->type_span, known->body, comment->body);
    annotation->base_type_span = span_move(annotation->base_type_span, known->body, comment->body);
    return known->named;
}

void annotations_read(struct reading *reading, struct annotations *annotations)
{
    const struct document *document = reading->document;
    struct annotation *open = NULL; /* the one that waits for its code block */
    for (size_t i = 0; i < document->block_count; i++) {
        const struct block *block = &document->blocks[i];
        struct annotation annotation = {0};
        if (block->kind == BLOCK_COMMENT && read_annotation(reading, block, &annotation)) {
            annotations->items = arena_extend(reading->scratch, annotations->items,
                                              annotations->count, sizeof *annotations->items);
            open = &annotations->items[annotations->count++];
            *open = annotation;
        } else if (block->kind == BLOCK_FENCE && open != NULL) {
            open->fence = block;
            open->fence_index = i;
            open = NULL;
        } else if (block->kind == BLOCK_HEADING) {
            open = NULL;
        }
    }
}

const struct annotation *annotations_find_enumeration(const struct annotations *annotations,
                                                      const struct annotation *after)
{
    size_t i = after == NULL ? 0 : (size_t)(after - annotations->items) + 1;
    for (; i < annotations->count; i++)
        if (annotations->items[i].subject == ABOUT_ENUMERATION &&
            annotations->items[i].type.len > 0 && annotations->items[i].fence != NULL)
            return &annotations->items[i];
    return NULL;
}

const struct annotation *annotations_find(const struct annotations *annotations, size_t fence_index)
{
    for (size_t i = 0; i < annotations->count; i++)
        if (annotations->items[i].fence != NULL && annotations->items[i].fence_index == fence_index)
            return &annotations->items[i];
    return NULL;
}
