#include "render/c_name.h"

#include "render/transliterate.h"
#include "support/utf8.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/*
 * Sorted by bytes. Keywords of C11, C23 and C++20 with its alternative tokens, and object-like
 * macros, which turn a member of the same name into something else wherever their header is
 * included: of the standard headers, POSIX and what Linux and BSD add to it, gcc without -std,
 * Objective-C, Qt, and <windows.h> with WIN32_LEAN_AND_MEAN. tests/headers/macros.sh asks the
 * compiler for more of them.
 */
static const char *const reserved[] = {
    "EOF",
    "FALSE",
    "I",
    "NULL",
    "TRUE",
    "abnormal_termination",
    "alignas",
    "alignof",
    "and",
    "and_eq",
    "apollo",
    "asm",
    "assert",
    "atomic_cancel",
    "atomic_commit",
    "atomic_noexcept",
    "auto",
    "basename",
    "bitand",
    "bitor",
    "bool",
    "break",
    "case",
    "catch",
    "cdecl",
    "char",
    "char16_t",
    "char32_t",
    "char8_t",
    "class",
    "co_await",
    "co_return",
    "co_yield",
    "compl",
    "complex",
    "concept",
    "const",
    "const_cast",
    "consteval",
    "constexpr",
    "constinit",
    "continue",
    "d_fileno",
    "decltype",
    "default",
    "delete",
    "do",
    "double",
    "dynamic_cast",
    "else",
    "emit",
    "enum",
    "environ",
    "errno",
    "exception_code",
    "exception_info",
    "explicit",
    "export",
    "extern",
    "false",
    "far",
    "float",
    "for",
    "foreach",
    "forever",
    "fortran",
    "friend",
    "fstat64",
    "gai_strerror",
    "goto",
    "h_addr",
    "h_errno",
    "hpux",
    "huge",
    "hyper",
    "i386",
    "if",
    "ifa_broadaddr",
    "ifa_dstaddr",
    "ifc_buf",
    "ifc_req",
    "ifr_addr",
    "ifr_bandwidth",
    "ifr_broadaddr",
    "ifr_data",
    "ifr_dstaddr",
    "ifr_flags",
    "ifr_hwaddr",
    "ifr_ifindex",
    "ifr_map",
    "ifr_metric",
    "ifr_mtu",
    "ifr_name",
    "ifr_netmask",
    "ifr_newname",
    "ifr_qlen",
    "ifr_slave",
    "imaginary",
    "in_addr6",
    "inline",
    "int",
    "interface",
    "isascii",
    "iscsym",
    "iscsymf",
    "linux",
    "long",
    "lstrcat",
    "lstrcmp",
    "lstrcmpi",
    "lstrcpy",
    "lstrcpyn",
    "lstrlen",
    "m68k",
    "main",
    "math_errhandling",
    "matherr",
    "mc68000",
    "midl_user_allocate",
    "midl_user_free",
    "mips",
    "msg_cbytes",
    "mutable",
    "namespace",
    "near",
    "new",
    "nil",
    "no_argument",
    "noexcept",
    "noreturn",
    "not",
    "not_eq",
    "nullptr",
    "offsetof",
    "onexit_t",
    "operator",
    "optional_argument",
    "or",
    "or_eq",
    "pascal",
    "pclose",
    "popen",
    "private",
    "protected",
    "public",
    "reflexpr",
    "register",
    "reinterpret_cast",
    "required_argument",
    "requires",
    "restrict",
    "return",
    "rpc_binding_handle_t",
    "rpc_binding_vector_t",
    "s6_addr",
    "s6_addr16",
    "s6_addr32",
    "s6_bytes",
    "s6_words",
    "s_addr",
    "s_host",
    "s_imp",
    "s_impno",
    "s_lh",
    "s_net",
    "sa_handler",
    "sa_sigaction",
    "sched_priority",
    "setjmp",
    "sgi",
    "short",
    "si_addr",
    "si_addr_lsb",
    "si_arch",
    "si_band",
    "si_call_addr",
    "si_fd",
    "si_int",
    "si_lower",
    "si_overrun",
    "si_pid",
    "si_pkey",
    "si_ptr",
    "si_status",
    "si_stime",
    "si_syscall",
    "si_timerid",
    "si_uid",
    "si_upper",
    "si_utime",
    "si_value",
    "sigev_notify_attributes",
    "sigev_notify_function",
    "signals",
    "signed",
    "sizeof",
    "slots",
    "small",
    "sparc",
    "st_atime",
    "st_birthtime",
    "st_ctime",
    "st_mtime",
    "stat64",
    "static",
    "static_assert",
    "static_cast",
    "stderr",
    "stdin",
    "stdout",
    "strcasecmp",
    "strncasecmp",
    "struct",
    "sun",
    "switch",
    "synchronized",
    "sys_errlist",
    "sys_nerr",
    "template",
    "this",
    "thread_local",
    "throw",
    "toascii",
    "true",
    "try",
    "typedef",
    "typeid",
    "typename",
    "typeof",
    "typeof_unqual",
    "ua_lstrcmp",
    "ua_lstrcmpi",
    "ua_lstrlen",
    "ua_tcscpy",
    "union",
    "unix",
    "unsigned",
    "using",
    "ut_addr",
    "ut_name",
    "ut_time",
    "ut_xtime",
    "uuid_t",
    "uuid_vector_t",
    "va_arg",
    "vax",
    "virtual",
    "void",
    "volatile",
    "wchar_t",
    "wcswcs",
    "while",
    "wpopen",
    "wsprintf",
    "wvsprintf",
    "xor",
    "xor_eq",
};

static const char *const devices[] = {"aux", "con", "nul", "prn"};

static int compare_reserved(const void *key, const void *item)
{
    const slice *name = key;
    const char *const *word = item;
    return slice_compare(*name, slice_from(*word));
}

bool c_name_is_reserved(slice name)
{
    return bsearch(&name, reserved, sizeof reserved / sizeof reserved[0], sizeof reserved[0],
                   compare_reserved) != NULL;
}

/* Appends what stands for one character: letters and digits, anything else for a gap. */
static void append_spelled(struct buffer *out, uint32_t code_point)
{
    if (code_point < 0x80) {
        buffer_append_char(out, (char)code_point);
        return;
    }
    const char *ascii = transliterate(code_point);
    if (ascii != NULL)
        buffer_append(out, slice_from(ascii));
    else
        buffer_format(out, "_u%04" PRIx32 "_", code_point);
}

static bool has_alnum(slice text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (ascii_is_alnum(text.ptr[i]))
            return true;
    }
    return false;
}

static void spell(slice text, struct buffer *out)
{
    for (size_t at = 0; at < text.len;)
        append_spelled(out, utf8_decode(text, &at));
    if (has_alnum(buffer_slice(out)))
        return;
    buffer_clear(out);
    for (size_t at = 0; at < text.len;)
        buffer_format(out, "_u%04" PRIx32, utf8_decode(text, &at));
    if (out->len == 0)
        buffer_append(out, SLICE("empty"));
}

static size_t count_lower(slice text, size_t from)
{
    size_t count = 0;
    while (from + count < text.len && ascii_is_lower(text.ptr[from + count]))
        count++;
    return count;
}

/* Whether a word begins at the letter AT, which is no first one. A single small letter behind
 * capitals belongs to them: URLs, IPv4. */
static bool begins_word(slice text, size_t at)
{
    if (!ascii_is_upper(text.ptr[at]))
        return false;
    char before = text.ptr[at - 1];
    if (ascii_is_lower(before) || ascii_is_digit(before))
        return true;
    return ascii_is_upper(before) && count_lower(text, at + 1) >= 2;
}

slice c_name_snake(struct arena *arena, slice text)
{
    struct buffer spelled;
    struct buffer out;
    buffer_init(&spelled);
    buffer_init(&out);
    spell(text, &spelled);

    slice s = buffer_slice(&spelled);
    bool gap = false;
    for (size_t i = 0; i < s.len; i++) {
        if (!ascii_is_alnum(s.ptr[i])) {
            gap = true;
            continue;
        }
        if (out.len > 0 && (gap || begins_word(s, i)))
            buffer_append_char(&out, '_');
        buffer_append_char(&out, ascii_to_lower(s.ptr[i]));
        gap = false;
    }

    slice result = arena_copy(arena, buffer_slice(&out));
    buffer_finish(&spelled);
    buffer_finish(&out);
    return result;
}

slice c_name_upper(struct arena *arena, slice text)
{
    char *copy = arena_alloc(arena, text.len + 1);
    for (size_t i = 0; i < text.len; i++)
        copy[i] = ascii_to_upper(text.ptr[i]);
    return (slice){copy, text.len};
}

slice c_name_screaming(struct arena *arena, slice text)
{
    return c_name_upper(arena, c_name_snake(arena, text));
}

slice c_name_identifier(struct arena *arena, slice snake)
{
    if (snake.len > 0 && ascii_is_digit(snake.ptr[0]))
        return arena_join(arena, SLICE("x"), snake);
    if (c_name_is_reserved(snake))
        return arena_join(arena, snake, SLICE("_"));
    return snake;
}

static bool is_device(slice name)
{
    for (size_t i = 0; i < sizeof devices / sizeof devices[0]; i++) {
        if (slice_equal(name, slice_from(devices[i])))
            return true;
    }
    return name.len == 4 && ascii_is_digit(name.ptr[3]) &&
           (slice_starts_with(name, SLICE("com")) || slice_starts_with(name, SLICE("lpt")));
}

/* FNV-1a: a file's name must be the same on every machine. */
static uint32_t hash_of(slice text)
{
    uint32_t hash = 2166136261U;
    for (size_t i = 0; i < text.len; i++)
        hash = (hash ^ (unsigned char)text.ptr[i]) * 16777619U;
    return hash;
}

slice c_name_file(struct arena *arena, slice snake, size_t limit)
{
    if (is_device(snake))
        return arena_join(arena, snake, SLICE("_"));
    if (snake.len <= limit)
        return snake;
    slice kept = slice_take(snake, limit - 9);
    return arena_format(arena, "%.*s_%08" PRIx32, SLICE_ARGS(kept), hash_of(snake));
}
