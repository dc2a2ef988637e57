#include "render/mustache.h"
#include "render/mustache_lookup.h"
#include "render/mustache_node.h"

/* After so many errors rendering stops. */
#define ERRORS_MAX 20

/* A parent tag that is being expanded: its blocks replace those of the same name. */
struct override_frame {
    const struct mustache_node *parent;
    const struct override_frame *outer;
};

struct renderer {
    const struct mustache_options *options;
    struct diagnostics *diagnostics;
    struct buffer *out;
    size_t out_begin;     /* where the expansion begins in OUT */
    struct buffer indent; /* of every standalone partial and block that is open */
    size_t indent_begin;  /* the part of it that counts: from the innermost inline partial on */
    bool indent_pending;  /* a block begins a line; nothing of it was written yet */
    const struct override_frame *overrides;
    unsigned depth;
    size_t steps;
    const struct mustache_node *reported[ERRORS_MAX];
    size_t error_count;
    bool stopped;
};

static void render_children(struct renderer *renderer, const struct mustache_node *node,
                            const struct mustache_context *context);

/* True if an error at NODE is to be reported: not more than once, and only so many. */
static bool renderer_may_report(struct renderer *renderer, const struct mustache_node *node)
{
    if (renderer->stopped)
        return false;
    for (size_t i = 0; i < renderer->error_count; i++)
        if (renderer->reported[i] == node)
            return false;
    renderer->reported[renderer->error_count++] = node;
    renderer->stopped = renderer->stopped || renderer->error_count == ERRORS_MAX;
    return true;
}

static void renderer_stop(struct renderer *renderer, const struct mustache_node *node,
                          const char *message)
{
    if (!renderer->stopped)
        diagnostics_report(renderer->diagnostics, DIAG_TEMPLATE_MALFORMED, node->span, "%s",
                           message);
    renderer->stopped = true;
}

static bool renderer_at_line_begin(const struct renderer *renderer)
{
    const struct buffer *out = renderer->out;
    return out->len == renderer->out_begin || out->data[out->len - 1] == '\n';
}

/* Before something is written that NODE stands for. */
static void renderer_put_indent(struct renderer *renderer, const struct mustache_node *node)
{
    bool wanted = node->begins_line || renderer->indent_pending;
    renderer->indent_pending = false;
    if (wanted && renderer_at_line_begin(renderer))
        buffer_append(renderer->out,
                      slice_skip(buffer_slice(&renderer->indent), renderer->indent_begin));
}

static bool is_empty_line(slice text)
{
    return slice_equal(text, SLICE("\n")) || slice_equal(text, SLICE("\r\n"));
}

static void render_text(struct renderer *renderer, const struct mustache_node *node)
{
    if (is_empty_line(node->text))
        renderer->indent_pending = false;
    else
        renderer_put_indent(renderer, node);
    buffer_append(renderer->out, node->text);
}

static void append_html(struct buffer *out, slice text)
{
    for (size_t i = 0; i < text.len; i++) {
        switch (text.ptr[i]) {
        case '&':
            buffer_append(out, SLICE("&amp;"));
            break;
        case '<':
            buffer_append(out, SLICE("&lt;"));
            break;
        case '>':
            buffer_append(out, SLICE("&gt;"));
            break;
        case '"':
            buffer_append(out, SLICE("&quot;"));
            break;
        default:
            buffer_append_char(out, text.ptr[i]);
        }
    }
}

static void append_escaped(struct buffer *out, enum mustache_escape escape, slice text)
{
    switch (escape) {
    case MUSTACHE_ESCAPE_NONE:
        buffer_append(out, text);
        break;
    case MUSTACHE_ESCAPE_HTML:
        append_html(out, text);
        break;
    case MUSTACHE_ESCAPE_JSON:
        json_write_text(text, out);
        break;
    }
}

static void report_unknown_name(struct renderer *renderer, const struct mustache_node *node,
                                const struct mustache_context *context)
{
    if (!renderer_may_report(renderer, node))
        return;
    slice near = mustache_nearest_name(renderer->diagnostics->arena, context, node);
    if (near.len > 0)
        diagnostics_report(renderer->diagnostics, DIAG_TEMPLATE_UNKNOWN_NAME, node->name_span,
                           "no `%.*s` here; did you mean `%.*s`?", SLICE_ARGS(node->name),
                           SLICE_ARGS(near));
    else
        diagnostics_report(renderer->diagnostics, DIAG_TEMPLATE_UNKNOWN_NAME, node->name_span,
                           "no `%.*s` here", SLICE_ARGS(node->name));
}

/* What the name of NODE stands for, or NULL; in strict mode the latter is an error. */
static const struct json_value *renderer_look_up(struct renderer *renderer,
                                                 const struct mustache_node *node,
                                                 const struct mustache_context *context,
                                                 struct mustache_found *found)
{
    mustache_look_up(context, node, found);
    if (found->value == NULL && renderer->options->strict)
        report_unknown_name(renderer, node, context);
    return found->value;
}

static void report_not_text(struct renderer *renderer, const struct mustache_node *node,
                            const struct json_value *value)
{
    if (renderer->options->strict && renderer_may_report(renderer, node))
        diagnostics_report(renderer->diagnostics, DIAG_TEMPLATE_MALFORMED, node->name_span,
                           "`%.*s` is %s, which has no text of its own", SLICE_ARGS(node->name),
                           value->kind == JSON_ARRAY ? "a list" : "an object");
}

static void render_variable(struct renderer *renderer, const struct mustache_node *node,
                            const struct mustache_context *context)
{
    struct mustache_found found;
    renderer_put_indent(renderer, node);
    const struct json_value *value = renderer_look_up(renderer, node, context, &found);
    if (value == NULL)
        return;
    if (value->kind == JSON_ARRAY || value->kind == JSON_OBJECT) {
        report_not_text(renderer, node, value);
        return;
    }
    append_escaped(renderer->out, node->raw ? MUSTACHE_ESCAPE_NONE : renderer->options->escape,
                   value->text);
}

static bool is_false(const struct json_value *value)
{
    if (value == NULL)
        return true;
    switch (value->kind) {
    case JSON_NULL:
        return true;
    case JSON_BOOLEAN:
        return !value->boolean;
    case JSON_STRING:
        return value->text.len == 0;
    case JSON_ARRAY:
        return value->first == NULL;
    case JSON_NUMBER:
    case JSON_OBJECT:
        return false;
    }
    return false;
}

static void render_list(struct renderer *renderer, const struct mustache_node *node,
                        const struct json_value *list, const struct mustache_context *context)
{
    struct mustache_context inner = {.outer = context, .in_list = true, .count = list->count};
    for (const struct json_value *item = list->first; item != NULL && !renderer->stopped;
         item = item->next) {
        inner.value = item;
        inner.index++;
        render_children(renderer, node, &inner);
    }
}

static void render_section(struct renderer *renderer, const struct mustache_node *node,
                           const struct mustache_context *context)
{
    struct mustache_found found;
    const struct json_value *value = renderer_look_up(renderer, node, context, &found);
    bool inverted = node->kind == MUSTACHE_INVERTED;
    if (node->begins_line)
        renderer_put_indent(renderer, node);
    if ((value == NULL && renderer->options->strict) || is_false(value) != inverted)
        return;
    if (inverted || value->kind == JSON_BOOLEAN) {
        render_children(renderer, node, context);
    } else if (value->kind == JSON_ARRAY) {
        render_list(renderer, node, value, context);
    } else {
        struct mustache_context inner = {.value = value, .outer = context};
        render_children(renderer, node, &inner);
    }
}

/* The template that a partial or parent tag names, or NULL; in strict mode the latter is an error.
 */
static const struct mustache_template *renderer_find_template(
    struct renderer *renderer, const struct mustache_node *node,
    const struct mustache_context *context)
{
    slice name = node->name;
    if (node->dynamic) {
        struct mustache_found found;
        const struct json_value *value = renderer_look_up(renderer, node, context, &found);
        if (value == NULL)
            return NULL;
        name = value->kind == JSON_STRING ? value->text : (slice){0};
    }
    const struct mustache_options *options = renderer->options;
    const struct mustache_template *template =
        options->find == NULL ? NULL : options->find(options->context, name);
    if (template == NULL && options->strict && renderer_may_report(renderer, node))
        diagnostics_report(renderer->diagnostics, DIAG_TEMPLATE_UNKNOWN_PARTIAL, node->name_span,
                           "the pack has no partial `%.*s`, a file `%.*s.mustache` in its folder "
                           "of partials",
                           SLICE_ARGS(name), SLICE_ARGS(name));
    return template;
}

/* A partial or a parent. */
static void render_template(struct renderer *renderer, const struct mustache_node *node,
                            const struct mustache_context *context)
{
    const struct mustache_template *template = renderer_find_template(renderer, node, context);
    if (!node->standalone && node->begins_line)
        renderer_put_indent(renderer, node);
    buffer_append(renderer->out, node->text);
    if (template == NULL)
        return;
    size_t begin = renderer->indent_begin;
    size_t len = renderer->indent.len;
    const struct override_frame *overrides = renderer->overrides;
    struct override_frame frame = {node, overrides};
    if (node->standalone)
        buffer_append(&renderer->indent, node->indent);
    else
        renderer->indent_begin = len;
    if (node->kind == MUSTACHE_PARENT)
        renderer->overrides = &frame;
    render_children(renderer, &template->root, context);
    renderer->overrides = overrides;
    renderer->indent_begin = begin;
    renderer->indent.len = len;
}

static const struct mustache_node *find_block(const struct mustache_node *parent, slice name)
{
    for (const struct mustache_node *node = parent->first; node != NULL; node = node->next)
        if (node->kind == MUSTACHE_BLOCK && slice_equal(node->name, name))
            return node;
    return NULL;
}

/*
 * The outermost override wins. What it holds was written where only the overrides outside of it
 * were in sight.
 */
static void render_block(struct renderer *renderer, const struct mustache_node *node,
                         const struct mustache_context *context)
{
    const struct override_frame *overrides = renderer->overrides;
    const struct mustache_node *content = node;
    for (const struct override_frame *frame = overrides; frame != NULL; frame = frame->outer) {
        const struct mustache_node *block = find_block(frame->parent, node->name);
        if (block != NULL) {
            content = block;
            renderer->overrides = frame->outer;
        }
    }
    size_t len = renderer->indent.len;
    buffer_append(&renderer->indent, node->indent);
    renderer->indent_pending = renderer->indent_pending || node->begins_line;
    render_children(renderer, content, context);
    if (renderer->indent_pending && !node->standalone)
        renderer_put_indent(renderer, node);
    renderer->indent_pending = false;
    renderer->indent.len = len;
    renderer->overrides = overrides;
}

static void render_node(struct renderer *renderer, const struct mustache_node *node,
                        const struct mustache_context *context)
{
    switch (node->kind) {
    case MUSTACHE_TEXT:
        render_text(renderer, node);
        break;
    case MUSTACHE_VARIABLE:
        render_variable(renderer, node, context);
        break;
    case MUSTACHE_SECTION:
    case MUSTACHE_INVERTED:
        render_section(renderer, node, context);
        break;
    case MUSTACHE_PARTIAL:
    case MUSTACHE_PARENT:
        render_template(renderer, node, context);
        break;
    case MUSTACHE_BLOCK:
        render_block(renderer, node, context);
        break;
    case MUSTACHE_ROOT:
        break;
    }
}

static bool renderer_within_limits(struct renderer *renderer, const struct mustache_node *node)
{
    renderer->steps++;
    if (renderer->steps > MUSTACHE_STEPS_MAX)
        renderer_stop(renderer, node, "the expansion takes too many steps");
    else if (renderer->out->len - renderer->out_begin > MUSTACHE_OUTPUT_MAX)
        renderer_stop(renderer, node, "the expansion is too large");
    return !renderer->stopped;
}

static void render_children(struct renderer *renderer, const struct mustache_node *node,
                            const struct mustache_context *context)
{
    renderer->depth++;
    for (const struct mustache_node *child = node->first; child != NULL; child = child->next) {
        if (!renderer_within_limits(renderer, child))
            break;
        bool nests = child->kind != MUSTACHE_TEXT && child->kind != MUSTACHE_VARIABLE;
        if (nests && renderer->depth > MUSTACHE_DEPTH_MAX)
            renderer_stop(renderer, child, "sections and partials are nested too deeply");
        else
            render_node(renderer, child, context);
    }
    renderer->depth--;
}

bool mustache_render(const struct mustache_template *template, const struct json_value *view,
                     const struct mustache_options *options, struct diagnostics *diagnostics,
                     struct buffer *out)
{
    struct renderer renderer = {
        .options = options, .diagnostics = diagnostics, .out = out, .out_begin = out->len};
    struct mustache_context context = {.value = view};
    buffer_init(&renderer.indent);
    render_children(&renderer, &template->root, &context);
    buffer_finish(&renderer.indent);
    return !renderer.stopped && renderer.error_count == 0;
}
