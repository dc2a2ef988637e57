#include "render/digest.h"
#include "render/pack.h"
#include "render/view.h"
#include "render/view_json.h"
#include "support/decimal.h"
#include "support/pool.h"
#include "support/sort.h"

/* Components of a path, and their bytes; what every file system takes. */
#define FILE_NAME_MAX 100

/* ---- the plan: every file of the output, in order of the manifest ---- */

/* One file, and what came of it. Each has its own diagnostics, so that threads share nothing that
 * changes. */
struct job {
    const struct pack_rule *rule;
    const struct selection *selection; /* NULL for PACK_ONCE and PACK_COPY */
    size_t item; /* index of the type, enumeration, namespace, shard or copy */
    slice name_space;

    struct arena arena; /* of the diagnostics */
    struct diagnostics diagnostics;
    struct buffer path;
    struct buffer text;
    struct buffer digest_path; /* of the file whose includes are digested; empty for most */
    bool failed;
};

struct plan {
    struct arena *arena;
    const struct pack *pack;
    const struct view_run *run;
    struct arena *scratch; /* one a worker: of the view of the job that it is at */
    struct job **jobs;
    size_t count;
};

static struct job *plan_add(struct plan *plan, const struct pack_rule *rule,
                            const struct selection *selection, size_t item)
{
    struct job *job = arena_alloc(plan->arena, sizeof *job);
    job->rule = rule;
    job->selection = selection;
    job->item = item;
    plan->jobs = arena_extend(plan->arena, plan->jobs, plan->count, sizeof(struct job *));
    plan->jobs[plan->count++] = job;
    return job;
}

static struct view view_for(struct arena *arena, const struct view_run *run,
                            const struct selection *selection)
{
    const struct c_api_names *names = c_names_api(run->names, selection->model);
    return (struct view){arena, run, selection, names};
}

static void plan_namespaces(struct plan *plan, const struct pack_rule *rule,
                            const struct selection *selection)
{
    struct view view = view_for(plan->arena, plan->run, selection);
    size_t count;
    slice *namespaces = view_namespaces(&view, &count);
    for (size_t i = 0; i < count; i++)
        plan_add(plan, rule, selection, i)->name_space = namespaces[i];
}

static void plan_api_rule(struct plan *plan, const struct pack_rule *rule,
                          const struct selection *selection)
{
    const struct model *model = selection->model;
    struct view view = view_for(plan->arena, plan->run, selection);
    switch (rule->kind) {
    case PACK_API:
        plan_add(plan, rule, selection, 0);
        break;
    case PACK_NAMESPACE:
        plan_namespaces(plan, rule, selection);
        break;
    case PACK_TYPE:
        for (size_t i = 0; i < model->type_count; i++) {
            if (selection->types[i])
                plan_add(plan, rule, selection, i);
        }
        break;
    case PACK_ENUMERATION:
        for (size_t i = 0; i < model->enumeration_count; i++) {
            if (selection->enumerations[i] && !model->enumerations[i]->in_place)
                plan_add(plan, rule, selection, i);
        }
        break;
    case PACK_SHARD:
        for (unsigned i = 0; i < view_shard_count(&view); i++)
            plan_add(plan, rule, selection, i);
        break;
    case PACK_ONCE:
    case PACK_COPY:
    case PACK_KIND_COUNT:
        break;
    }
}

static void plan_rule(struct plan *plan, const struct pack_rule *rule)
{
    if (rule->kind == PACK_ONCE) {
        plan_add(plan, rule, NULL, 0);
    } else if (rule->kind == PACK_COPY) {
        for (size_t i = 0; i < rule->copy_count; i++)
            plan_add(plan, rule, NULL, i);
    } else {
        for (size_t i = 0; i < plan->run->count; i++)
            plan_api_rule(plan, rule, &plan->run->selections[i]);
    }
}

/* ---- one file ---- */

static const struct mustache_template *find_partial(void *context, slice name)
{
    const struct pack *pack = context;
    return map_get(&pack->partials, name);
}

static struct json_value *view_of(struct arena *arena, const struct plan *plan,
                                  const struct job *job)
{
    enum view_lists lists = job->rule->whole ? VIEW_WHOLE : VIEW_BRIEF;
    if (job->rule->kind == PACK_COPY)
        lists = VIEW_NO_LISTS;
    if (job->selection == NULL)
        return view_once(arena, plan->run, lists);
    struct view view = view_for(arena, plan->run, job->selection);
    const struct model *model = job->selection->model;
    switch (job->rule->kind) {
    case PACK_NAMESPACE:
        return view_namespace(&view, job->name_space, lists);
    case PACK_TYPE:
        return view_type(&view, model->types[job->item]);
    case PACK_ENUMERATION:
        return view_enumeration(&view, model->enumerations[job->item]);
    case PACK_SHARD:
        return view_of_shard(&view, (unsigned)job->item);
    case PACK_API:
    case PACK_ONCE:
    case PACK_COPY:
    case PACK_KIND_COUNT:
    default:
        return view_api(&view, lists);
    }
}

/* Reports WHAT about the path of a job, at its place in the manifest. */
static void fail_path(struct job *job, const char *what, slice word)
{
    job->failed = true;
    diagnostics_report(&job->diagnostics, DIAG_PACK_MALFORMED, job->rule->path_span, "%s: \"%.*s\"",
                       what, SLICE_ARGS(word));
}

static bool names_fit(slice path)
{
    while (path.len > 0) {
        slice part;
        slice_cut(path, '/', &part, &path);
        if (part.len > FILE_NAME_MAX)
            return false;
    }
    return true;
}

static void render_path(struct arena *scratch, struct job *job, const struct json_value *view,
                        const struct mustache_options *options)
{
    struct diagnostics found;
    diagnostics_init(&found, scratch);
    if (!mustache_render(job->rule->path, view, options, &found, &job->path)) {
        fail_path(job, "the path cannot be made",
                  found.count > 0 ? found.items[0]->text : (slice){0});
        return;
    }
    if (job->rule->kind == PACK_COPY && job->rule->copies[job->item].path.len > 0) {
        buffer_append_char(&job->path, '/');
        buffer_append(&job->path, job->rule->copies[job->item].path);
    }
    slice path = buffer_slice(&job->path);
    if (!pack_path_is_inside(path))
        fail_path(job, "the path must lead to a place inside of the output", path);
    else if (!names_fit(path))
        fail_path(job, "a name in the path is longer than 100 bytes", path);
}

/* What a key such as "type.c.field_count" stands for, or NULL. */
static const struct json_value *find_key(const struct json_value *view, slice key)
{
    slice part;
    bool more = true;
    while (more && view != NULL) {
        more = slice_cut(key, '.', &part, &key);
        view = json_get(view, part);
    }
    return view;
}

static bool is_above(const struct json_value *number, const struct json_value *most)
{
    struct decimal numbers[2];
    return decimal_read(number->text, &numbers[0]) && decimal_read(most->text, &numbers[1]) &&
           decimal_double(numbers[0]) > decimal_double(numbers[1]);
}

/* Reports what a type has more of than files of the pack can hold. */
static void check_at_most(struct job *job, const struct json_value *view)
{
    const struct json_value *most = job->rule->at_most;
    for (most = most != NULL ? most->first : NULL; most != NULL; most = most->next) {
        const struct json_value *number = find_key(view, most->key);
        if (number == NULL || number->kind != JSON_NUMBER) {
            diagnostics_report(&job->diagnostics, DIAG_PACK_MALFORMED, most->key_span,
                               "the view has no such number: \"%.*s\"", SLICE_ARGS(most->key));
        } else if (is_above(number, most)) {
            const struct model_type *type = job->selection->model->types[job->item];
            diagnostics_report(&job->diagnostics, DIAG_TYPE_TOO_LARGE, type->origin.span,
                               "%.*s is too large for the pack: its `%.*s` is %.*s, and at most "
                               "%.*s is possible",
                               SLICE_ARGS(type->qualified), SLICE_ARGS(most->key),
                               SLICE_ARGS(number->text), SLICE_ARGS(most->text));
        } else {
            continue;
        }
        job->failed = true;
    }
}

/* Renders a job's paths and its text, in which `file.digest` is DIGEST. SCRATCH is for this job
 * alone. */
static void render_job(struct arena *scratch, const struct plan *plan, struct job *job,
                       slice digest)
{
    struct mustache_options options = {
        .escape = MUSTACHE_ESCAPE_NONE,
        .strict = true,
        .find = find_partial,
        .context = (void *)(uintptr_t)plan->pack,
    };
    arena_rewind(scratch);
    struct json_value *view = view_of(scratch, plan, job);
    struct json_value *file = json_add_object(scratch, view, SLICE("file"));
    json_add_string(scratch, file, SLICE("digest"), digest);
    diagnostics_init(&job->diagnostics, &job->arena);
    job->failed = false;
    buffer_clear(&job->path);
    buffer_clear(&job->text);
    buffer_clear(&job->digest_path);
    check_at_most(job, view);
    render_path(scratch, job, view, &options);
    if (job->rule->digest != NULL &&
        !mustache_render(job->rule->digest, view, &options, &job->diagnostics, &job->digest_path))
        job->failed = true;
    options.escape = plan->pack->escape;
    if (job->rule->kind == PACK_COPY)
        buffer_append(&job->text, job->rule->copies[job->item].text);
    else if (!mustache_render(job->rule->template, view, &options, &job->diagnostics, &job->text))
        job->failed = true;
}

static void start_job(void *context, unsigned worker, size_t index)
{
    const struct plan *plan = context;
    struct job *job = plan->jobs[index];
    arena_init(&job->arena);
    buffer_init(&job->path);
    buffer_init(&job->text);
    buffer_init(&job->digest_path);
    render_job(&plan->scratch[worker], plan, job, (slice){0});
}

/* ---- digests: files that say what they include, when all others stand ---- */

static const struct job *find_job(const struct plan *plan, slice path)
{
    for (size_t i = 0; i < plan->count; i++)
        if (slice_equal(buffer_slice(&plan->jobs[i]->path), path))
            return plan->jobs[i];
    return NULL;
}

static void render_digest(const struct plan *plan, const struct digest_files *known,
                          struct job *job)
{
    const struct job *of = find_job(plan, buffer_slice(&job->digest_path));
    if (of == NULL) {
        fail_path(job, "the digest is of a file that is not made", buffer_slice(&job->digest_path));
        return;
    }
    slice digest =
        digest_of_includes(known, plan->arena, buffer_slice(&of->path), buffer_slice(&of->text));
    render_job(&plan->scratch[0], plan, job, digest);
}

static void render_digests(struct plan *plan)
{
    struct rendered_file *files = arena_alloc_array(plan->arena, plan->count, sizeof *files);
    size_t count = 0;
    for (size_t i = 0; i < plan->count; i++) {
        const struct job *job = plan->jobs[i];
        if (job->rule->digest == NULL)
            files[count++] =
                (struct rendered_file){buffer_slice(&job->path), buffer_slice(&job->text)};
    }
    struct digest_files known;
    digest_files_init(&known, plan->arena, files, count);
    for (size_t i = 0; i < plan->count; i++)
        if (plan->jobs[i]->rule->digest != NULL && !plan->jobs[i]->failed)
            render_digest(plan, &known, plan->jobs[i]);
}

/* ---- the whole ---- */

/* Moves a diagnostic of a job, whose arena ends, to the run's. Its texts point into the arena. */
static void keep_diagnostics(const struct job *job, struct diagnostics *diagnostics)
{
    for (size_t i = 0; i < job->diagnostics.count; i++) {
        const struct diagnostic *d = job->diagnostics.items[i];
        struct diagnostic *kept =
            diagnostics_report(diagnostics, d->code, d->span, "%.*s", SLICE_ARGS(d->text));
        for (const struct diagnostic_note *n = d->notes; n != NULL; n = n->next)
            diagnostics_note(diagnostics, kept, n->span, "%.*s", SLICE_ARGS(n->text));
    }
}

static bool collect(struct plan *plan, struct diagnostics *diagnostics, struct file_set *files)
{
    bool ok = true;
    struct map paths;
    map_init_ignore_case(&paths, plan->arena);
    files->items = arena_alloc_array(plan->arena, plan->count, sizeof *files->items);
    for (size_t i = 0; i < plan->count; i++) {
        struct job *job = plan->jobs[i];
        struct rendered_file *file = &files->items[i];
        file->path = arena_copy(plan->arena, buffer_slice(&job->path));
        file->text = arena_copy(plan->arena, buffer_slice(&job->text));
        keep_diagnostics(job, diagnostics);
        ok = ok && !job->failed;
        if (!job->failed && map_put_new(&paths, file->path, file) != file) {
            diagnostics_report(diagnostics, DIAG_PACK_MALFORMED, job->rule->path_span,
                               "two files have this path, letter case ignored: \"%.*s\"",
                               SLICE_ARGS(file->path));
            ok = false;
        }
        buffer_finish(&job->path);
        buffer_finish(&job->text);
        buffer_finish(&job->digest_path);
        arena_finish(&job->arena);
    }
    files->count = plan->count;
    return ok;
}

static int compare_files(const void *a, const void *b)
{
    const struct rendered_file *left = a;
    const struct rendered_file *right = b;
    return slice_compare(left->path, right->path);
}

/* What all views of a run share. */
static void start_run(struct arena *arena, const struct model_set *models,
                      const struct selection *selections, size_t count,
                      const struct render_options *options, struct view_run *run)
{
    const struct model **list = arena_alloc_array(arena, count, sizeof(*list));
    for (size_t i = 0; i < count; i++)
        list[i] = selections[i].model;
    run->models = models;
    run->selections = selections;
    run->count = count;
    run->options = options;
    run->names = c_names_make(arena, list, count, options->prefix, options->exact_prefix);
}

bool render_files(struct arena *arena, const struct model_set *models,
                  const struct selection *selections, size_t count, const struct pack *pack,
                  const struct render_options *options, struct diagnostics *diagnostics,
                  struct file_set *files)
{
    struct view_run run;
    start_run(arena, models, selections, count, options, &run);
    unsigned jobs = options->jobs > 0 ? options->jobs : 1;
    struct arena scratch[POOL_JOBS_MAX] = {0};
    struct plan plan = {.arena = arena, .pack = pack, .run = &run, .scratch = scratch};
    for (size_t i = 0; i < pack->rule_count; i++)
        plan_rule(&plan, &pack->rules[i]);

    pool_run(jobs, plan.count, start_job, &plan);
    render_digests(&plan);
    for (unsigned i = 0; i < pool_workers(jobs); i++)
        arena_finish(&scratch[i]);
    if (!collect(&plan, diagnostics, files)) {
        *files = (struct file_set){0};
        return false;
    }
    sort_items(files->items, files->count, sizeof *files->items, compare_files);
    return true;
}

/* ---- the context ---- */

static bool is_called(slice name, slice short_name, slice qualified)
{
    return slice_equal(name, qualified) || slice_equal(name, short_name);
}

static struct json_value *context_of(const struct view *view, slice name)
{
    const struct model *model = view->selection->model;
    for (size_t i = 0; i < model->type_count; i++) {
        if (view_has_type(view, model->types[i]) &&
            is_called(name, model->types[i]->name, model->types[i]->qualified))
            return view_type(view, model->types[i]);
    }
    for (size_t i = 0; i < model->enumeration_count; i++) {
        const struct model_enumeration *e = model->enumerations[i];
        if (view_has_enumeration(view, e) && is_called(name, e->name, e->qualified))
            return view_enumeration(view, e);
    }
    return NULL;
}

/* Adds the views of every file of one API, a list for each kind. */
static void add_contexts(const struct view *view, struct json_value *root)
{
    const struct model *model = view->selection->model;
    json_append(json_get(root, SLICE("api")), view_api(view, VIEW_BRIEF));
    size_t count;
    slice *namespaces = view_namespaces(view, &count);
    for (size_t i = 0; i < count; i++)
        json_append(json_get(root, SLICE("namespace")),
                    view_namespace(view, namespaces[i], VIEW_BRIEF));
    for (size_t i = 0; i < model->type_count; i++) {
        if (view_has_type(view, model->types[i]))
            json_append(json_get(root, SLICE("type")), view_type(view, model->types[i]));
    }
    for (size_t i = 0; i < model->enumeration_count; i++) {
        const struct model_enumeration *e = model->enumerations[i];
        if (view_has_enumeration(view, e) && !e->in_place)
            json_append(json_get(root, SLICE("enumeration")), view_enumeration(view, e));
    }
    for (unsigned i = 0; i < view_shard_count(view); i++)
        json_append(json_get(root, SLICE("shard")), view_of_shard(view, i));
}

struct json_value *render_context(struct arena *arena, const struct model_set *models,
                                  const struct selection *selections, size_t count,
                                  const struct render_options *options, slice name)
{
    struct view_run *run = arena_alloc(arena, sizeof *run);
    start_run(arena, models, selections, count, options, run);
    if (name.len > 0) {
        struct json_value *found = NULL;
        for (size_t i = count; i > 0 && found == NULL; i--) {
            struct view view = view_for(arena, run, &selections[i - 1]);
            found = context_of(&view, name);
        }
        return found;
    }
    struct json_value *root = json_new(arena, JSON_OBJECT);
    json_add(root, SLICE("once"), view_once(arena, run, VIEW_BRIEF));
    for (enum pack_kind kind = PACK_API; kind < PACK_COPY; kind++)
        json_add_array(arena, root, slice_from(pack_kind_word(kind)));
    for (size_t i = 0; i < count; i++) {
        struct view view = view_for(arena, run, &selections[i]);
        add_contexts(&view, root);
    }
    return root;
}
