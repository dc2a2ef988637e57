/* The types of tests/runtime/layout, in the order of their dependencies. */
#include "fixture.h"

#include "test_cmocka.h"

#define QUALIFIED(name) "microsoft.graph." name

struct layout {
    struct fixture *fixture;
    struct model *model;
    struct model_type *entity;
    struct model_type *result_info;
    struct model_type *comms_operation;
    struct model_type *sample;
    struct model_enumeration *color;
    struct model_enumeration *rights;
};

static void describe(struct layout *layout, struct model_type *type, const char *text)
{
    type->descriptions = fixture_text(layout->fixture, "en-US", text, type->origin);
}

static struct model_property *add(struct layout *layout, struct model_type *type, const char *name,
                                  enum edm_primitive primitive, const char *text, size_t line)
{
    return fixture_property(layout->fixture, type, name, fixture_primitive(primitive), text, line);
}

static void add_entity(struct layout *layout)
{
    struct model_type *type =
        fixture_type(layout->fixture, layout->model, QUALIFIED("entity"), KIND_ENTITY, NULL);
    describe(layout, type, "what has an id.");
    type->abstract = true;
    struct model_property *id = add(layout, type, "id", EDM_STRING, "Read-only. Key.", 15);
    id->read_only = true;
    id->key = true;
    add(layout, type, "archived", EDM_BOOLEAN, "Whether it is archived.", 16);
    layout->entity = type;
}

static void add_result_info(struct layout *layout)
{
    struct model_type *type =
        fixture_type(layout->fixture, layout->model, QUALIFIED("resultInfo"), KIND_COMPLEX, NULL);
    describe(layout, type, "the result of an operation.");
    add(layout, type, "code", EDM_INT32, "The result code.", 15);
    add(layout, type, "message", EDM_STRING, "The message.", 16);
    add(layout, type, "subcode", EDM_STRING, "The result sub-code.", 17);
    layout->result_info = type;
}

static void add_notifications(struct layout *layout)
{
    struct model_type *one = fixture_type(layout->fixture, layout->model,
                                          QUALIFIED("commsNotification"), KIND_COMPLEX, NULL);
    describe(layout, one, "a notification.");
    one->open = true;
    add(layout, one, "changeType", EDM_STRING, "What happened.", 15);
    add(layout, one, "resourceUrl", EDM_STRING, "The resource that changed.", 16);
    struct model_type *many = fixture_type(layout->fixture, layout->model,
                                           QUALIFIED("commsNotifications"), KIND_COMPLEX, NULL);
    describe(layout, many, "a collection of notifications.");
    fixture_property(layout->fixture, many, "value", fixture_many(fixture_object(one)),
                     "The notifications.", 15);
}

static void add_comms_operation(struct layout *layout)
{
    struct model_type *type = fixture_type(layout->fixture, layout->model,
                                           QUALIFIED("commsOperation"), KIND_ENTITY, NULL);
    describe(layout, type, "the status of certain long-running operations.");
    add(layout, type, "clientContext", EDM_STRING, "The client context.", 23);
    struct model_property *id = add(layout, type, "id", EDM_STRING, "The operation id.", 24);
    id->read_only = true;
    id->key = true;
    struct model_property *info =
        fixture_property(layout->fixture, type, "resultInfo", fixture_object(layout->result_info),
                         "The result information.", 25);
    info->read_only = true;
    struct model_property *status = fixture_property(
        layout->fixture, type, "status", fixture_untyped(),
        "Possible values are: `notStarted`, `running`, `completed`, `failed`.", 26);
    status->read_only = true;
    struct model_enumeration *values =
        fixture_enumeration(layout->fixture, layout->model, NULL, status);
    status->type = fixture_enumerated(values);
    fixture_member(values, "notStarted");
    fixture_member(values, "running");
    fixture_member(values, "completed");
    fixture_member(values, "failed");
    fixture_example(layout->fixture, type,
                    "{\"id\": \"A\", \"resultInfo\": {\"code\": \"200\"}, \"status\": \"running\"}",
                    60);
    layout->comms_operation = type;
}

static void add_record_operation(struct layout *layout)
{
    static const char *const reasons[] = {
        "operationCanceled",     "stopToneDetected",    "maxRecordDurationReached",
        "initialSilenceTimeout", "maxSilenceTimeout",   "playPromptFailed",
        "playBeepFailed",        "mediaReceiveTimeout", "unspecifiedError"};
    struct model_type *type =
        fixture_type(layout->fixture, layout->model, QUALIFIED("recordOperation"), KIND_ENTITY,
                     layout->comms_operation);
    describe(layout, type, "the recordOperation type.");
    struct model_property *reason = fixture_property(layout->fixture, type, "completionReason",
                                                     fixture_untyped(), "Possible values.", 12);
    struct model_enumeration *values =
        fixture_enumeration(layout->fixture, layout->model, NULL, reason);
    reason->type = fixture_enumerated(values);
    for (size_t i = 0; i < sizeof reasons / sizeof reasons[0]; i++)
        fixture_member(values, reasons[i]);
    add(layout, type, "createdDateTime", EDM_DATE_TIME_OFFSET, "When it was created.", 13);
    struct model_property *id = add(layout, type, "id", EDM_STRING, "The operation id.", 14);
    id->repeats = model_find_property(layout->comms_operation, SLICE("id"));
    add(layout, type, "lastActionDateTime", EDM_DATE_TIME_OFFSET, "The last action.", 15);
    add(layout, type, "recordResourceLocation", EDM_STRING, "Where it is.", 16);
}

static void add_enumerations(struct layout *layout)
{
    static const char *const colors[] = {"red", "darkBlue", "unknownFutureValue"};
    static const long long color_numbers[] = {0, 1, 127};
    static const char *const rights[] = {"read", "write", "own"};
    layout->color =
        fixture_enumeration(layout->fixture, layout->model, QUALIFIED("sampleColor"), NULL);
    layout->rights =
        fixture_enumeration(layout->fixture, layout->model, QUALIFIED("sampleRights"), NULL);
    layout->rights->flags = true;
    for (size_t i = 0; i < 3; i++) {
        struct model_member *color = fixture_member(layout->color, colors[i]);
        color->numbered = true;
        color->number = color_numbers[i];
        struct model_member *right = fixture_member(layout->rights, rights[i]);
        right->numbered = true;
        right->number = 1LL << i;
    }
}

struct plain_property {
    const char *name;
    enum edm_primitive primitive;
    bool collection;
    size_t line;
};

static void add_plain(struct layout *layout, struct model_type *type,
                      const struct plain_property *list, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct model_property *property =
            add(layout, type, list[i].name, list[i].primitive, NULL, list[i].line);
        property->type.collection = list[i].collection;
    }
}

static void add_objects(struct layout *layout, struct model_type *sample)
{
    struct fixture *fixture = layout->fixture;
    fixture_property(fixture, sample, "parent", fixture_object(sample), "The one above.", 38)
        ->navigation = true;
    fixture_property(fixture, sample, "children", fixture_many(fixture_object(sample)),
                     "Those below.", 39);
    fixture_property(fixture, sample, "operation", fixture_object(layout->comms_operation),
                     "The operation behind it.", 40);
    add(layout, sample, "content", EDM_STREAM, NULL, 41);
    fixture_property(fixture, sample, "data", fixture_untyped(), "Anything.", 42);
    fixture_property(fixture, sample, "extraData", fixture_many(fixture_untyped()), NULL, 43);
    add(layout, sample, "oldName", EDM_STRING, "Deprecated: use title.", 44)->deprecated = true;
    add(layout, sample, "last", EDM_BOOLEAN, NULL, 45);
}

static void add_sample(struct layout *layout)
{
    static const struct plain_property first[] = {
        {"token", EDM_GUID, false, 16},         {"amount", EDM_DECIMAL, false, 17},
        {"birthday", EDM_DATE, false, 18},      {"opens", EDM_TIME_OF_DAY, false, 19},
        {"lasts", EDM_DURATION, false, 20},     {"thumbnail", EDM_BINARY, false, 21},
        {"enabled", EDM_BOOLEAN, false, 22},    {"byteValue", EDM_BYTE, false, 23},
        {"sbyteValue", EDM_SBYTE, false, 24},   {"int16Value", EDM_INT16, false, 25},
        {"int32Value", EDM_INT32, false, 26},   {"int64Value", EDM_INT64, false, 27},
        {"singleValue", EDM_SINGLE, false, 28}, {"doubleValue", EDM_DOUBLE, false, 29},
    };
    static const struct plain_property collections[] = {
        {"tags", EDM_STRING, true, 33},    {"bools", EDM_BOOLEAN, true, 34},
        {"int32s", EDM_INT32, true, 35},   {"int64s", EDM_INT64, true, 36},
        {"doubles", EDM_DOUBLE, true, 37},
    };
    struct fixture *fixture = layout->fixture;
    struct model_type *type =
        fixture_type(fixture, layout->model, QUALIFIED("sample"), KIND_ENTITY, layout->entity);
    describe(layout, type, "a type with a property of each kind.");
    struct model_property *title = add(layout, type, "title", EDM_STRING, "A text.", 15);
    title->required = true;
    title->limits[LIMIT_MAX_LENGTH] = (struct limit){true, {8, 0}};
    add_plain(layout, type, first, sizeof first / sizeof first[0]);
    fixture_property(fixture, type, "color", fixture_enumerated(layout->color), "A colour.", 30);
    fixture_property(fixture, type, "colors", fixture_many(fixture_enumerated(layout->color)),
                     "Colours.", 31);
    fixture_property(fixture, type, "rights", fixture_enumerated(layout->rights), "Rights.", 32);
    add_plain(layout, type, collections, sizeof collections / sizeof collections[0]);
    add_objects(layout, type);
    layout->sample = type;
}

static void add_derived_sample(struct layout *layout)
{
    struct model_type *type = fixture_type(layout->fixture, layout->model,
                                           QUALIFIED("derivedSample"), KIND_ENTITY, layout->sample);
    describe(layout, type, "two steps below entity.");
    add(layout, type, "flag", EDM_BOOLEAN, NULL, 15);
    add(layout, type, "number", EDM_INT64, NULL, 16);
}

void fixture_layout(struct fixture *fixture)
{
    struct layout layout = {.fixture = fixture};
    layout.model = fixture_model(fixture, "beta");
    add_entity(&layout);
    add_result_info(&layout);
    add_notifications(&layout);
    add_comms_operation(&layout);
    add_record_operation(&layout);
    add_enumerations(&layout);
    add_sample(&layout);
    add_derived_sample(&layout);
    fixture_finish(fixture);
}
