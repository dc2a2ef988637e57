/**
 * @file
 * What everything else in the runtime stands on: status codes, errors, arenas.
 *
 * The runtime is C11 and libc only. It keeps no global state, reads no locale, never aborts and
 * never prints (but for dm_error_print). Objects and arenas are not synchronised: use one from one
 * thread at a time. Descriptors are constant and can be shared.
 *
 * Include <docmodel/runtime.h>; it includes this file.
 */
#ifndef DOCMODEL_BASE_H
#define DOCMODEL_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * The interface that generated code is made for: layouts, flags and what functions promise. A
 * generated header refuses to compile with a runtime whose number differs.
 */
#define DM_RUNTIME_INTERFACE 4

/**
 * The version of the runtime and of its packages. Its first number is that of the interface, the
 * second grows when something is added to it.
 */
#define DM_RUNTIME_VERSION "4.0.0"

/** @cond */
/* DM_API marks functions of the runtime, DM_DATA descriptors of a models library. Both make a
 * symbol visible where the library is compiled with hidden visibility. */
#if defined(_WIN32) && defined(DM_SHARED) && defined(DM_BUILDING)
#define DM_API __declspec(dllexport)
#define DM_DATA
#elif defined(_WIN32) && defined(DM_SHARED)
#define DM_API __declspec(dllimport)
#define DM_DATA
#elif defined(__GNUC__) && !defined(_WIN32)
#define DM_API  __attribute__((visibility("default")))
#define DM_DATA __attribute__((visibility("default")))
#else
#define DM_API
#define DM_DATA
#endif

/* DM_DEPRECATED("why") stands behind a deprecated member's or in front of a function's name. The
 * generated tables, which must name every member, define DM_TABLES first. */
#if defined(__GNUC__) && !defined(DM_TABLES)
#define DM_DEPRECATED(why) __attribute__((deprecated(why)))
#else
#define DM_DEPRECATED(why)
#endif

/* DM_ANONYMOUS stands before an anonymous struct in a union, which C11 has and C++ compilers take
 * for an extension. Generated declarations stand between DM_BEGIN_DECLARATIONS and
 * DM_END_DECLARATIONS: C linkage, and no complaint of clang++ about the same extension. */
#if defined(__cplusplus) && defined(__GNUC__)
#define DM_ANONYMOUS __extension__
#else
#define DM_ANONYMOUS
#endif
#if defined(__cplusplus) && defined(__clang__)
#define DM_BEGIN_DECLARATIONS \
    extern "C" {              \
    _Pragma("clang diagnostic push") _Pragma("clang diagnostic ignored \"-Wnested-anon-types\"")
#define DM_END_DECLARATIONS         \
    _Pragma("clang diagnostic pop") \
    }
#elif defined(__cplusplus)
#define DM_BEGIN_DECLARATIONS extern "C" {
#define DM_END_DECLARATIONS   }
#else
#define DM_BEGIN_DECLARATIONS
#define DM_END_DECLARATIONS
#endif

/* DM_AS(type *, object) turns a pointer to an object, whose type has been checked, into a pointer
 * to the structure that it begins; DM_ENUM(type, value) an int into an enumeration's type or back,
 * and DM_BYTES(pointer) any into one to its bytes. For inline functions, which must compile in both
 * languages without old-style casts. */
#ifdef __cplusplus
#define DM_AS(pointer_type, object)      (static_cast<pointer_type>(static_cast<void *>(object)))
#define DM_ENUM(enumeration_type, value) (static_cast<enumeration_type>(value))
#define DM_BYTES(pointer)                (static_cast<const char *>(static_cast<const void *>(pointer)))
#else
#define DM_AS(pointer_type, object)      ((pointer_type)(void *)(object))
#define DM_ENUM(enumeration_type, value) ((enumeration_type)(value))
#define DM_BYTES(pointer)                ((const char *)(pointer))
#endif
/** @endcond */

/** What a function came to. 0 is success; everything else is an error. */
typedef enum dm_status {
    DM_OK = 0,              /**< success */
    DM_ERROR_MEMORY = 1,    /**< no memory: the allocator, the fixed block or the arena's limit */
    DM_ERROR_ARGUMENT = 2,  /**< the call makes no sense (a NULL that must not be, no such field) */
    DM_ERROR_SYNTAX = 3,    /**< the text is not JSON (RFC 8259) */
    DM_ERROR_TRUNCATED = 4, /**< the text ends before the value does */
    DM_ERROR_UTF8 = 5,      /**< bytes in a string that are not UTF-8, or half a surrogate pair */
    DM_ERROR_NUL = 6,       /**< an escaped NUL in a string, and the options do not allow it */
    DM_ERROR_DEPTH = 7, /**< nested deeper than dm_parse_options::max_depth; a cycle when writing */
    DM_ERROR_SIZE = 8,  /**< the text is longer than dm_parse_options::max_size */
    DM_ERROR_MEMBERS = 9,   /**< an object or array has more members than max_members */
    DM_ERROR_LENGTH = 10,   /**< a string is longer than max_string bytes */
    DM_ERROR_TYPE = 11,     /**< a value that cannot be its declared kind (always for the outermost
                                 value, otherwise with strict_types) */
    DM_ERROR_UNKNOWN = 12,  /**< nothing of that name: property, type, JSON pointer */
    DM_ERROR_VALUE = 13,    /**< the text is not of the form that its kind demands */
    DM_ERROR_RANGE = 14,    /**< the form is right, but the C type or the kind cannot hold it */
    DM_ERROR_CAPACITY = 15, /**< the caller's buffer is too small; the size needed is reported */
    DM_ERROR_SINK = 16,     /**< the caller's callback said stop */
    DM_ERROR_RULE = 17      /**< a documented constraint is not met (dm_validate) */
} dm_status;

/** @return a constant word for a status, such as "syntax"; never NULL. */
DM_API const char *dm_status_text(dm_status status);

/** Sizes of the texts in a dm_error, with their NUL. What is longer ends in "...". */
#define DM_ERROR_MESSAGE_SIZE 160
#define DM_ERROR_POINTER_SIZE 256 /**< see DM_ERROR_MESSAGE_SIZE */

/**
 * What went wrong and where. It owns its text, so it outlives the arena and the input.
 * Every function that takes one accepts NULL, and writes it only when it fails.
 */
typedef struct dm_error {
    dm_status code;                      /**< never DM_OK once it is written */
    size_t offset;                       /**< bytes before the place; 0 when there is no text */
    size_t line;                         /**< from 1; 0 when there is no text */
    size_t column;                       /**< from 1, in characters; 0 when there is no text */
    char message[DM_ERROR_MESSAGE_SIZE]; /**< one sentence without a full stop */
    char
        pointer[DM_ERROR_POINTER_SIZE]; /**< JSON pointer (RFC 6901) to the value; "" is the root */
} dm_error;

/**
 * Prints one line: `error: line 3, column 14 (byte 40): message at /value/0/id [syntax]`.
 * @return error->code, so that a program can say `return dm_error_print(stderr, &error);`
 */
DM_API int dm_error_print(FILE *stream, const dm_error *error);

/** Memory for one or more documents; freed at once. Opaque. */
typedef struct dm_arena dm_arena;

/**
 * Where an arena gets its blocks. A zeroed structure means malloc and free.
 */
typedef struct dm_allocator {
    /** Returns memory aligned as malloc's, or NULL. */
    void *(*allocate)(void *context, size_t size);
    /** Takes back what allocate returned for that size. May be NULL: nothing is given back. */
    void (*release)(void *context, void *block, size_t size);
    void *context;     /**< passed to both */
    size_t block_size; /**< of the first block, which comes with the arena, and the least of others;
                            0 is 4096; small values are for tests */
    size_t limit;      /**< most bytes held at once; 0 is no limit */
} dm_allocator;

/**
 * Makes an arena. The allocator is copied; NULL is malloc and free.
 * @return NULL when there is no memory.
 */
DM_API dm_arena *dm_arena_create(const dm_allocator *allocator);

/**
 * Makes an arena within the caller's block, of any alignment, that never asks for more. The block
 * must stay until the arena is no longer used; dm_arena_destroy is allowed and does nothing.
 * @return NULL when the block is too small to hold the arena itself (some 100 bytes).
 */
DM_API dm_arena *dm_arena_create_fixed(void *block, size_t size);

/** Frees everything, the arena included. NULL is allowed. */
DM_API void dm_arena_destroy(dm_arena *arena);

/** Forgets all that was made in the arena, and keeps its blocks for the next document. */
DM_API void dm_arena_reset(dm_arena *arena);

/** @return zeroed memory aligned for any type, or NULL. Size 0 gives a valid pointer. */
DM_API void *dm_arena_allocate(dm_arena *arena, size_t size);

/** @return a copy of size bytes with a NUL behind them, or NULL when there is no memory. */
DM_API char *dm_arena_copy(dm_arena *arena, const char *text, size_t size);

/** @return the bytes in use, and by *held (NULL allowed) the bytes that its blocks hold. */
DM_API size_t dm_arena_usage(const dm_arena *arena, size_t *held);

#ifdef __cplusplus
}
#endif

#endif
