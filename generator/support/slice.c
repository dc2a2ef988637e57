#include "support/slice.h"

#include <limits.h>
#include <stdint.h>
#include <string.h>

#define COUNTERS ((size_t)16)
#define EIGHT(c) c, c, c, c, c, c, c, c

/* clang-format off */
const unsigned char ascii_classes[256] = {
    ['\t'] = ASCII_SPACE, ASCII_SPACE, ASCII_SPACE, ASCII_SPACE, ASCII_SPACE,
    [' '] = ASCII_SPACE,
    ['0'] = EIGHT(ASCII_DIGIT), ASCII_DIGIT, ASCII_DIGIT,
    ['A'] = EIGHT(ASCII_UPPER), EIGHT(ASCII_UPPER), EIGHT(ASCII_UPPER), ASCII_UPPER, ASCII_UPPER,
    ['_'] = ASCII_UNDERSCORE,
    ['a'] = EIGHT(ASCII_LOWER), EIGHT(ASCII_LOWER), EIGHT(ASCII_LOWER), ASCII_LOWER, ASCII_LOWER,
};
/* clang-format on */

slice slice_from(const char *text)
{
    return text == NULL ? (slice){0} : (slice){text, strlen(text)};
}

bool ascii_equal_ignore_case(const char *a, const char *b, size_t length)
{
    size_t i = 0;
    for (uint64_t left, right; i + sizeof left <= length; i += sizeof left) {
        memcpy(&left, a + i, sizeof left);
        memcpy(&right, b + i, sizeof right);
        if (left != right)
            break;
    }
    for (; i < length; i++)
        if (a[i] != b[i] && ascii_to_lower(a[i]) != ascii_to_lower(b[i]))
            return false;
    return true;
}

static int compare_lengths(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

int slice_compare(slice a, slice b)
{
    size_t shorter = a.len < b.len ? a.len : b.len;
    int order = shorter == 0 ? 0 : memcmp(a.ptr, b.ptr, shorter);
    return order != 0 ? order : compare_lengths(a.len, b.len);
}

int slice_compare_ignore_case(slice a, slice b)
{
    size_t shorter = a.len < b.len ? a.len : b.len;
    for (size_t i = 0; i < shorter; i++) {
        unsigned char x = (unsigned char)ascii_to_lower(a.ptr[i]);
        unsigned char y = (unsigned char)ascii_to_lower(b.ptr[i]);
        if (x != y)
            return x < y ? -1 : 1;
    }
    return compare_lengths(a.len, b.len);
}

bool slice_starts_with_ignore_case(slice s, slice prefix)
{
    return s.len >= prefix.len && slice_equal_ignore_case(slice_take(s, prefix.len), prefix);
}

bool slice_ends_with_ignore_case(slice s, slice suffix)
{
    return s.len >= suffix.len &&
           slice_equal_ignore_case(slice_skip(s, s.len - suffix.len), suffix);
}

size_t slice_find(slice s, slice wanted)
{
    if (wanted.len == 0)
        return 0;
    for (size_t i = 0; wanted.len <= s.len && i <= s.len - wanted.len; i++) {
        const char *hit = memchr(s.ptr + i, wanted.ptr[0], s.len - wanted.len - i + 1);
        if (hit == NULL)
            return SLICE_NONE;
        i = (size_t)(hit - s.ptr);
        if (memcmp(hit, wanted.ptr, wanted.len) == 0)
            return i;
    }
    return SLICE_NONE;
}

size_t slice_find_last_byte(slice s, char wanted)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    size_t i = s.len;
    /* Words without it, of eight bytes; a byte is 0 in DIFFERENT where WANTED stands. */
    for (uint64_t different; i >= sizeof different; i -= sizeof different) {
        memcpy(&different, s.ptr + i - sizeof different, sizeof different);
        different ^= ones * (unsigned char)wanted;
        if (((different - ones) & ~different & ones << 7) != 0)
            break;
    }
    while (i > 0 && s.ptr[i - 1] != wanted)
        i--;
    return i > 0 ? i - 1 : SLICE_NONE;
}

/* Sixteen counters side by side, which compilers make vectors of, for as long as none overflows. */
static size_t count_in_blocks(const char *bytes, size_t blocks, char wanted)
{
    unsigned char counters[COUNTERS] = {0};
    size_t count = 0;
    for (size_t block = 0; block < blocks; block++)
        for (size_t i = 0; i < COUNTERS; i++)
            counters[i] = (unsigned char)(counters[i] + (bytes[block * COUNTERS + i] == wanted));
    for (size_t i = 0; i < COUNTERS; i++)
        count += counters[i];
    return count;
}

size_t slice_count_byte(slice s, char wanted)
{
    size_t count = 0;
    while (s.len >= COUNTERS) {
        size_t blocks = s.len / COUNTERS < UCHAR_MAX ? s.len / COUNTERS : UCHAR_MAX;
        count += count_in_blocks(s.ptr, blocks, wanted);
        s = slice_skip(s, blocks * COUNTERS);
    }
    for (size_t i = 0; i < s.len; i++)
        count += s.ptr[i] == wanted;
    return count;
}

bool slice_cut(slice s, char separator, slice *before, slice *after)
{
    size_t at = slice_find_byte(s, separator);
    if (at == SLICE_NONE) {
        *before = s;
        *after = slice_skip(s, s.len);
        return false;
    }
    *before = slice_take(s, at);
    *after = slice_skip(s, at + 1);
    return true;
}

bool slice_next_line(slice *rest, slice *line)
{
    if (rest->len == 0)
        return false;
    slice_cut(*rest, '\n', line, rest);
    if (line->len > 0 && line->ptr[line->len - 1] == '\r')
        line->len--;
    return true;
}

/* The last eight bytes, or all of fewer, in any order that is the same for the same bytes. A call
 * of memcpy with a length that is not known would cost more than the rest of the hash. */
static inline uint64_t last_word(slice s)
{
    uint64_t word = 0;
    uint32_t half, end;
    if (s.len >= sizeof word) {
        memcpy(&word, s.ptr + s.len - sizeof word, sizeof word);
    } else if (s.len >= sizeof half) {
        memcpy(&half, s.ptr, sizeof half);
        memcpy(&end, s.ptr + s.len - sizeof end, sizeof end);
        word = (uint64_t)half << 32 | end;
    } else {
        for (size_t i = 0; i < s.len; i++)
            word = word << 8 | (unsigned char)s.ptr[i];
    }
    return word;
}

/* Eight bytes at a time, MASK set in each; the last ones may overlap those before them. */
static size_t hash_bytes(slice s, uint64_t mask)
{
    uint64_t hash = s.len * UINT64_C(0x9E3779B97F4A7C15);
    uint64_t word = 0;
    for (size_t at = 0; at + sizeof word < s.len; at += sizeof word) {
        memcpy(&word, s.ptr + at, sizeof word);
        hash = (hash ^ (word | mask)) * UINT64_C(0xFF51AFD7ED558CCD);
        hash ^= hash >> 32;
    }
    word = last_word(s);
    hash = (hash ^ (word | mask)) * UINT64_C(0xFF51AFD7ED558CCD);
    return (size_t)(hash ^ hash >> 32);
}

size_t slice_hash(slice s)
{
    return hash_bytes(s, 0);
}

/* The bit that tells the cases of a letter apart is left out; that of other bytes, too. */
size_t slice_hash_ignore_case(slice s)
{
    return hash_bytes(s, UINT64_C(0x2020202020202020));
}
