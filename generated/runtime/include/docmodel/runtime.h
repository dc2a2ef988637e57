/**
 * @file
 * The docmodel JSON runtime: reads JSON into generated structures and writes them back, losing
 * nothing. This is its manual; generated headers hold typed wrappers of the functions below.
 *
 * An arena owns a document: make one, parse into it, use the plain structures, destroy it.
 * Absent, null and a value are three things for each property, in both directions; dm_state_of
 * tells which. Members that no page documents, enumeration texts, digits of numbers, and values
 * that cannot be of their declared kind are kept and written back.
 *
 * How a JSON value becomes a property (all of it is written back as it came while unchanged):
 *   - null: the member is left absent and remembered as null.
 *   - text kinds: a string as it is, not interpreted; a number as its digits.
 *   - Booleans: true, false; the strings "true" and "false" in any letter case.
 *   - integers: a number without a fraction, also 1.0 and 1e3; a string that holds one.
 *   - Single, Double: a number; a string that holds one; "INF", "-INF", "NaN".
 *   - enumerations: a string; members match exactly, then ignoring the case of ASCII letters; what
 *     matches none is DM_X_UNRECOGNIZED (-1), and the text tells.
 *   - flags: a string of members between commas; the text keeps what is not documented.
 *   - objects: an object, of the type that its `@odata.type` names when that is derived from the
 *     declared one and among the parse options' types; else of the declared type.
 *   - collections: an array whose elements all fit. Text, enumeration and object elements may be
 * null.
 *   - untyped, stream: any value.
 *   - anything else does not fit: an integer out of range, "Busy" for a collection, a null among
 *     numbers. The property stays absent, its raw value is kept under its name, the parse goes on
 *     and reports it (dm_parse_options::report); with strict_types it is an error.
 * Members' names match exactly. Of repeated members the last one counts.
 *
 * Which of these is written for a property: its value if there is one; else a raw value; else a
 * null that was read or set; else nothing.
 */
#ifndef DOCMODEL_RUNTIME_H
#define DOCMODEL_RUNTIME_H

#include <docmodel/base.h>
#include <docmodel/json.h>
#include <docmodel/model.h>
#include <docmodel/text.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Parsing ---- */

/* Limits of a parse when the options leave them 0. */
#define DM_DEFAULT_MAX_DEPTH   128       /**< arrays and objects within each other */
#define DM_DEFAULT_MAX_SIZE    268435456 /**< bytes of a text */
#define DM_DEFAULT_MAX_MEMBERS 1048576   /**< members of one object, elements of one array */
#define DM_DEFAULT_MAX_STRING  67108864  /**< bytes between the quotes of a string */
#define DM_MAX_DEPTH           1024      /**< no option goes beyond; it bounds the C stack */

/** What a parse found that a program may want to know of, without its being an error. */
typedef enum dm_finding {
    DM_FOUND_ILL_FITTING = 1,  /**< kept raw: a value that cannot be its declared kind */
    DM_FOUND_OUT_OF_RANGE = 2, /**< kept raw: a number that its declared kind cannot hold */
    DM_FOUND_CONVERTED = 3,    /**< "200" for a number, 200 for a text */
    DM_FOUND_UNRECOGNIZED = 4, /**< an enumeration's text that no page documents, or
                                    one of flags with a member of that sort */
    DM_FOUND_UNKNOWN = 5,      /**< a member that no page documents, of a type that is not open;
                                    annotations (with an '@') are none */
    DM_FOUND_TYPE = 6          /**< an `@odata.type` that selects none of the options' types */
} dm_finding;

/** One finding. Its texts are valid during the callback only. */
typedef struct dm_report {
    dm_finding finding;         /**< what */
    const char *pointer;        /**< where: JSON pointer, cut like dm_error::pointer */
    const struct dm_type *type; /**< the type being read */
    const dm_field *field;      /**< the property; NULL for unknown members and types */
    dm_json value;              /**< as it came, well-formed JSON; a text with its quotes */
} dm_report;

/** How to parse. A zeroed structure, or NULL in its place, means the defaults. */
typedef struct dm_parse_options {
    dm_types types;     /**< what `@odata.type` may select where a base of it is declared */
    bool strict_types;  /**< a value that does not fit its declared kind is DM_ERROR_TYPE */
    bool allow_nul;     /**< accept \\u0000 in strings; a property with one is kept raw */
    size_t max_depth;   /**< see DM_DEFAULT_MAX_DEPTH; 0 is that */
    size_t max_size;    /**< see DM_DEFAULT_MAX_SIZE; 0 is that */
    size_t max_members; /**< see DM_DEFAULT_MAX_MEMBERS; 0 is that */
    size_t max_string;  /**< see DM_DEFAULT_MAX_STRING; 0 is that */
    void (*report)(void *context, const dm_report *report); /**< called for each finding, or NULL */
    void *report_context;                                   /**< passed to report */
} dm_parse_options;

/**
 * Parses one object.
 * @param arena where the object lies.
 * @param type what it is, unless its `@odata.type` selects a derived type from the options.
 * @param text UTF-8, copied into the arena.
 * @param size its bytes.
 * @param options how; NULL is the defaults.
 * @param object receives the object, or NULL: for a JSON null, which is DM_OK, and on failure.
 * @param error receives the reason of a failure; may be NULL.
 * After a failure the arena holds garbage until it is reset or destroyed; nothing else is left.
 */
DM_API dm_status dm_parse(dm_arena *arena, const dm_type *type, const char *text, size_t size,
                          const dm_parse_options *options, dm_object **object, dm_error *error);

/**
 * As dm_parse, without the copy: the texts of the object lie in the caller's buffer, which is
 * changed, also on failure, and must stay as long as the object; text[size] must be NUL, as behind
 * a C string.
 */
DM_API dm_status dm_parse_in_place(dm_arena *arena, const dm_type *type, char *text, size_t size,
                                   const dm_parse_options *options, dm_object **object,
                                   dm_error *error);

/**
 * Parses an object as the type that its own `@odata.type` names, among the options' types. Of
 * another or no type it becomes a dm_any_descriptor with every member unknown; see dm_convert.
 */
DM_API dm_status dm_parse_any(dm_arena *arena, const char *text, size_t size,
                              const dm_parse_options *options, dm_object **object, dm_error *error);

/** The type of an object that has no declared type: open, without properties. */
extern DM_API const dm_type dm_any_descriptor;

/**
 * Reads an object again as another type: members that were unknown become properties, properties
 * that the other type lacks become unknown members. Nothing is lost. *converted is a new object in
 * the arena; the given one is not changed. NULL gives NULL.
 */
DM_API dm_status dm_convert(dm_arena *arena, const dm_object *object, const dm_type *type,
                            const dm_parse_options *options, dm_object **converted,
                            dm_error *error);

/**
 * Called for each element of a page. Every structure begins with its dm_object, so that the element
 * of a page of users is `const graph_user *user = (const graph_user *)item`; item->type tells
 * whether it is of a derived type. It lies in the arena until the next element.
 * @return false to stop: DM_ERROR_SINK.
 */
typedef bool dm_visitor(void *context, dm_object *item);

/**
 * Reads a page `{"value": [...], "@odata.nextLink": ...}` or an array element by element, with the
 * arena reset before each one, so that memory is needed for the largest element only. *rest, where
 * it is not NULL, receives the page without its value as a dm_any_descriptor, made last. Pointers
 * of errors are those of the page ("/value/3/id"), of reports those of the element ("/id").
 */
DM_API dm_status dm_visit(dm_arena *arena, const dm_type *item_type, const char *text, size_t size,
                          const dm_parse_options *options, dm_visitor *visitor, void *context,
                          dm_object **rest, dm_error *error);

/**
 * Stores up to `size` bytes of a text that comes piece by piece.
 * @return how many; 0 at the end of the text, or when no more can be had.
 */
typedef size_t dm_source(void *context, char *bytes, size_t size);

/** A text that is never in memory as a whole. */
typedef struct dm_stream {
    dm_source *read; /**< where the text comes from */
    void *context;   /**< passed to read */
    char *window;    /**< the caller's memory; must hold the largest element of a page together with
                          the members of the page that rest receives */
    size_t size;     /**< of the window, in bytes */
} dm_stream;

/**
 * As dm_visit, of a text that is read as needed: a page of megabytes takes the window, and the
 * memory of one element. The text is checked as far as it was read, so elements before a mistake
 * have been visited; limits of the options are those of each element and member. An element or
 * member that is larger than the window is DM_ERROR_CAPACITY. Of several members `value` the
 * elements of each are visited.
 */
DM_API dm_status dm_visit_stream(dm_arena *arena, const dm_type *item_type, const dm_stream *input,
                                 const dm_parse_options *options, dm_visitor *visitor,
                                 void *context, dm_object **rest, dm_error *error);

/* ---- Making and changing objects ---- */

/** @return a new empty object, or NULL when there is no memory. */
DM_API dm_object *dm_new(dm_arena *arena, const dm_type *type);

/** Makes a structure in the caller's own memory an empty object of that type. */
DM_API void dm_init(dm_object *object, const dm_type *type, dm_arena *arena);

/** What a property is. */
typedef enum dm_state {
    DM_ABSENT = 0, /**< not there */
    DM_NULL = 1,   /**< null */
    DM_VALUE = 2,  /**< a value, perhaps empty */
    DM_RAW = 3     /**< a value that does not fit, kept raw: dm_raw_of */
} dm_state;

/**
 * Tells what a property is, by the address of its member: dm_state_of(&u->object, &u->job_title).
 * The address of anything else gives DM_ABSENT.
 */
DM_API dm_state dm_state_of(const dm_object *object, const void *member);

/** @return the raw value of a property in state DM_RAW, else one of kind DM_JSON_NONE. */
DM_API dm_json dm_raw_of(const dm_object *object, const void *member);

/* The setters below work on objects that know their type: made by dm_new, dm_init, dm_copy or a
 * parse. They return DM_OK or the reason of their failure, which is also remembered in the object
 * and reported by its next write, so that it is enough to check there. */

/** Makes a property null: whatever it holds is gone, and a null is written. */
DM_API dm_status dm_set_null(dm_object *object, void *member);

/** Makes a property absent: nothing is written. */
DM_API dm_status dm_set_absent(dm_object *object, void *member);

/** Makes a collection empty, a text "", a number 0, a Boolean false, an object a new empty one,
 *  flags none, untyped JSON an empty string. An enumeration has no such value: DM_ERROR_ARGUMENT.
 */
DM_API dm_status dm_set_empty(dm_object *object, void *member);

/** @return a copy of a text in the object's arena; NULL for NULL and when there is no memory. */
DM_API const char *dm_copy_text(dm_object *object, const char *text);

/**
 * Adds to a collection, copying its array first where that is not the object's own.
 * @param object whose property it is.
 * @param member the address of the collection.
 * @param item for objects, the object itself; for texts, the C string itself (borrowed); otherwise
 *        the address of a value of the element's C type. NULL adds a null text or object.
 */
DM_API dm_status dm_append(dm_object *object, void *member, const void *item);

/* ---- Any member by its name ---- */

/** @return an unknown member's value, or one of kind DM_JSON_NONE. */
DM_API dm_json dm_unknown(const dm_object *object, const char *name);

/** A place among unknown members. Start with a zeroed one. */
typedef struct dm_unknown_iterator {
    size_t next;      /**< for the runtime */
    const char *name; /**< the member's name, unescaped */
    dm_json value;    /**< its value */
} dm_unknown_iterator;

/** Goes to the next unknown member in the order of their arrival. @return false behind the last. */
DM_API bool dm_unknown_next(const dm_object *object, dm_unknown_iterator *iterator);

/**
 * Sets a member by name. A property is converted as in a parse; anything else becomes an unknown
 * member. The name and the value, which must be well-formed, are copied.
 */
DM_API dm_status dm_set(dm_object *object, const char *name, dm_json value);

/** Reads a member by name, property or not, as JSON in the arena; DM_ERROR_UNKNOWN if absent. */
DM_API dm_status dm_get(dm_arena *arena, const dm_object *object, const char *name, dm_json *value);

/** Removes a member by name, property or not. @return whether there was one. */
DM_API bool dm_remove(dm_object *object, const char *name);

/* ---- Writing ---- */

/** When writers emit an `@odata.type` that the object did not arrive with. */
typedef enum dm_type_names {
    DM_TYPE_NAMES_NEEDED = 0, /**< where the object's type is not the declared one */
    DM_TYPE_NAMES_ALWAYS = 1, /**< for every object */
    DM_TYPE_NAMES_NEVER = 2   /**< never, not even those that arrived */
} dm_type_names;

/** How to write. A zeroed structure, or NULL in its place, means the defaults. */
typedef struct dm_write_options {
    bool pretty;              /**< with line feeds and two spaces a level; else compact */
    bool omit_read_only;      /**< leave out properties that are documented as read-only */
    dm_type_names type_names; /**< when `@odata.type` is written */
    size_t max_depth;         /**< see DM_DEFAULT_MAX_DEPTH; 0 is that. Cycles end here */
} dm_write_options;

/**
 * Writes an object as UTF-8 text. NULL is written as null.
 * @param arena where the text lies.
 * @param object what.
 * @param options how; NULL is the defaults.
 * @param text receives the text in the arena, NUL-terminated.
 * @param size receives its length; may be NULL.
 * @param error receives the reason of a failure; may be NULL.
 */
DM_API dm_status dm_write(dm_arena *arena, const dm_object *object, const dm_write_options *options,
                          const char **text, size_t *size, dm_error *error);

/** As dm_write, where the context declares a type: an object that knows none is of that type. */
DM_API dm_status dm_write_as(dm_arena *arena, const dm_type *declared, const dm_object *object,
                             const dm_write_options *options, const char **text, size_t *size,
                             dm_error *error);

/**
 * As dm_write_as into a buffer, without allocating. The text is NUL-terminated. *size is the
 * length without the NUL; with DM_ERROR_CAPACITY that of the whole text, so that a buffer of one
 * more byte is large enough.
 */
DM_API dm_status dm_write_buffer(const dm_type *declared, const dm_object *object,
                                 const dm_write_options *options, char *buffer, size_t capacity,
                                 size_t *size, dm_error *error);

/** Takes a piece of the text. @return false to stop: DM_ERROR_SINK. */
typedef bool dm_sink(void *context, const char *text, size_t size);

/** As dm_write_as, piece by piece to a callback, without allocating. */
DM_API dm_status dm_write_to(const dm_type *declared, const dm_object *object,
                             const dm_write_options *options, dm_sink *sink, void *context,
                             dm_error *error);

/**
 * Writes what changed between two objects of one type, as a JSON merge patch (RFC 7396): changed
 * members, null for what is gone; collections and other arrays whole; objects member by member, as
 * many levels down as there are, whether of a declared type, untyped, unknown or raw.
 *
 * A service that merges it into `before` as RFC 7396 says has `after`, and so has dm_merge, where
 * absent and null count as the same: a merge patch cannot tell them apart. An explicit null of
 * `after` is written, also one in an untyped or unknown object, so that a service that sees it may
 * heed it; one in an array stays what it is. An object whose type changed bears its `@odata.type`,
 * with null for the members that the other type had. What dm_equivalent takes for equal is left
 * out: "RED" for red, 1.0 for 1. DM_TYPE_NAMES_NEVER and omit_read_only leave out changes too.
 * With NULL for `before` all of `after` is written, nulls included.
 */
DM_API dm_status dm_write_patch(dm_arena *arena, const dm_object *before, const dm_object *after,
                                const dm_write_options *options, const char **text, size_t *size,
                                dm_error *error);

/* ---- Whole objects ---- */

/**
 * Copies an object and all that it holds.
 * @param arena where the copy lies.
 * @param declared its type when it knows none; may be NULL otherwise.
 * @param object what.
 * @return NULL for NULL and when there is no memory.
 */
DM_API dm_object *dm_copy(dm_arena *arena, const dm_type *declared, const dm_object *object);

/** Compares values, nulls, unknown members (in any order) and raw values; not the digits' form. */
DM_API bool dm_equal(const dm_object *a, const dm_object *b);

/** As dm_equal, with null the same as absent, also for members of objects in untyped, unknown and
 *  raw values; what stands in a collection or another array is compared as by dm_equal. */
DM_API bool dm_equivalent(const dm_object *a, const dm_object *b);

/**
 * Merges a patch into an object, as RFC 7396 says, copying to the object's arena. Objects are
 * merged member by member, also untyped, unknown and raw ones; collections and other values are
 * replaced. What the patch makes null becomes an explicit null, which counts as absent. An object
 * within that the patch names another `@odata.type` for becomes a new one of that type, as
 * dm_convert makes it; one that the patch names no type for keeps its own.
 * @param object of the patch's type or one derived from it.
 * @param patch what to merge; NULL is nothing. It is not changed.
 * @return DM_OK, or the reason of a failure, remembered in the object, which is then half merged.
 */
DM_API dm_status dm_merge(dm_object *object, const dm_object *patch);

/** Called for each rule that is not met: one sentence, and where. */
typedef void dm_violation(void *context, const char *pointer, const char *message);

/**
 * Checks the constraints that pages state, of the object and all that it holds: lengths, ranges,
 * numbers of elements, properties that are not nullable; and that no value is kept raw because it
 * does not fit. The documentation comment of each property says what is demanded of it.
 * @param object what; NULL is right.
 * @param creating whether required properties must be there as well, as when an object is created.
 * @param violation called for each violation; NULL: only the result counts.
 * @param context passed to violation.
 * @return DM_OK, DM_ERROR_RULE, or DM_ERROR_DEPTH when objects are nested deeper than DM_MAX_DEPTH.
 */
DM_API dm_status dm_validate(const dm_object *object, bool creating, dm_violation *violation,
                             void *context);

/* ---- Reflection ---- */

/** @return whether a type is another or derived from it. NULL is nothing's kin. */
DM_API bool dm_type_is(const dm_type *type, const dm_type *base);

/** @return the type of that name, letter case and a leading '#' ignored, or NULL. */
DM_API const dm_type *dm_type_find(dm_types types, const char *name);

/** Goes through the types of a set that derive from base. Start with *position 0; NULL at the end.
 */
DM_API const dm_type *dm_subtype_next(dm_types types, const dm_type *base, size_t *position);

/** @return a type's property of that name, inherited ones included, or NULL. */
DM_API const dm_field *dm_field_find(const dm_type *type, const char *name);

/** @return a type's property whose member stands at that address of an object, or NULL. */
DM_API const dm_field *dm_field_at(const dm_object *object, const void *member);

/** @return the address of a property's member in an object. */
DM_API void *dm_member(dm_object *object, const dm_field *field);

/** @return the object, no longer const, when it is of that type or one derived from it, else NULL.
 */
DM_API dm_object *dm_cast(const dm_object *object, const dm_type *type);

/** @return an enumeration's value of that text: exactly, then ignoring case; else -1; NULL is 0. */
DM_API int dm_enum_of_text(const dm_enum *enumeration, const char *text);

/** @return the text of an enumeration's value, or NULL: for 0, -1 and no member's value. */
DM_API const char *dm_enum_to_text(const dm_enum *enumeration, int value);

/** @return the bits of the members that a text lists between commas. */
DM_API uint32_t dm_flags_of_text(const dm_enum *enumeration, const char *text);

#ifdef __cplusplus
}
#endif

#endif
