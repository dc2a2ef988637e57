#include "support/utf8.h"

#include <string.h>

#define REPLACEMENT ((uint32_t)0xFFFD)

struct range {
    uint32_t first;
    uint32_t last;
};

/* East Asian Wide and Fullwidth, and emoji that are drawn two cells wide; unassigned code points
 * between two such ranges are counted in. */
static const struct range wide_ranges[] = {
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x2329, 0x232A},   {0x23E9, 0x23EC},
    {0x23F0, 0x23F0},   {0x23F3, 0x23F3},   {0x25FD, 0x25FE},   {0x2614, 0x2615},
    {0x2648, 0x2653},   {0x267F, 0x267F},   {0x2693, 0x2693},   {0x26A1, 0x26A1},
    {0x26AA, 0x26AB},   {0x26BD, 0x26BE},   {0x26C4, 0x26C5},   {0x26CE, 0x26CE},
    {0x26D4, 0x26D4},   {0x26EA, 0x26EA},   {0x26F2, 0x26F3},   {0x26F5, 0x26F5},
    {0x26FA, 0x26FA},   {0x26FD, 0x26FD},   {0x2705, 0x2705},   {0x270A, 0x270B},
    {0x2728, 0x2728},   {0x274C, 0x274C},   {0x274E, 0x274E},   {0x2753, 0x2755},
    {0x2757, 0x2757},   {0x2795, 0x2797},   {0x27B0, 0x27B0},   {0x27BF, 0x27BF},
    {0x2B1B, 0x2B1C},   {0x2B50, 0x2B50},   {0x2B55, 0x2B55},   {0x2E80, 0x303E},
    {0x3041, 0x3247},   {0x3250, 0x4DBF},   {0x4E00, 0xA4CF},   {0xA960, 0xA97F},
    {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE10, 0xFE19},   {0xFE30, 0xFE6F},
    {0xFF01, 0xFF60},   {0xFFE0, 0xFFE6},   {0x16FE0, 0x1B2FF}, {0x1F004, 0x1F004},
    {0x1F0CF, 0x1F0CF}, {0x1F18E, 0x1F18E}, {0x1F191, 0x1F19A}, {0x1F200, 0x1F320},
    {0x1F32D, 0x1F335}, {0x1F337, 0x1F37C}, {0x1F37E, 0x1F393}, {0x1F3A0, 0x1F3CA},
    {0x1F3CF, 0x1F3D3}, {0x1F3E0, 0x1F3F0}, {0x1F3F4, 0x1F3F4}, {0x1F3F8, 0x1F43E},
    {0x1F440, 0x1F440}, {0x1F442, 0x1F4FC}, {0x1F4FF, 0x1F53D}, {0x1F54B, 0x1F54E},
    {0x1F550, 0x1F567}, {0x1F57A, 0x1F57A}, {0x1F595, 0x1F596}, {0x1F5A4, 0x1F5A4},
    {0x1F5FB, 0x1F64F}, {0x1F680, 0x1F6C5}, {0x1F6CC, 0x1F6CC}, {0x1F6D0, 0x1F6D2},
    {0x1F6D5, 0x1F6DF}, {0x1F6EB, 0x1F6EC}, {0x1F6F4, 0x1F6FC}, {0x1F7E0, 0x1F7F0},
    {0x1F90C, 0x1F93A}, {0x1F93C, 0x1F945}, {0x1F947, 0x1F9FF}, {0x1FA70, 0x1FAFF},
    {0x20000, 0x3FFFD},
};

/* Combining marks of the scripts in general use, joiners and variation selectors. */
static const struct range zero_ranges[] = {
    {0x0300, 0x036F},   {0x0483, 0x0489},   {0x0591, 0x05BD}, {0x05BF, 0x05BF}, {0x05C1, 0x05C2},
    {0x05C4, 0x05C5},   {0x05C7, 0x05C7},   {0x0610, 0x061A}, {0x064B, 0x065F}, {0x0670, 0x0670},
    {0x06D6, 0x06DC},   {0x06DF, 0x06E4},   {0x06E7, 0x06E8}, {0x06EA, 0x06ED}, {0x0900, 0x0902},
    {0x093A, 0x093A},   {0x093C, 0x093C},   {0x0941, 0x0948}, {0x094D, 0x094D}, {0x0951, 0x0957},
    {0x0962, 0x0963},   {0x09BC, 0x09BC},   {0x09C1, 0x09C4}, {0x09CD, 0x09CD}, {0x0BC0, 0x0BC0},
    {0x0BCD, 0x0BCD},   {0x0E31, 0x0E31},   {0x0E34, 0x0E3A}, {0x0E47, 0x0E4E}, {0x0EB1, 0x0EB1},
    {0x0EB4, 0x0EBC},   {0x0EC8, 0x0ECD},   {0x135D, 0x135F}, {0x1AB0, 0x1ACE}, {0x1DC0, 0x1DFF},
    {0x200B, 0x200F},   {0x202A, 0x202E},   {0x2060, 0x2064}, {0x20D0, 0x20F0}, {0x302A, 0x302D},
    {0x3099, 0x309A},   {0xFE00, 0xFE0F},   {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}, {0x1D167, 0x1D169},
    {0x1F3FB, 0x1F3FF}, {0xE0100, 0xE01EF},
};

/*
 * Upper-case letters: those at FIRST, FIRST + STEP ... LAST become lower case by adding DELTA.
 * Scripts whose cases alternate have STEP 2.
 */
struct case_range {
    uint32_t first;
    uint32_t last;
    uint32_t step;
    int32_t delta;
};

static const struct case_range case_ranges[] = {
    {0x0041, 0x005A, 1, 32},    {0x00C0, 0x00D6, 1, 32},   {0x00D8, 0x00DE, 1, 32},
    {0x0100, 0x012E, 2, 1},     {0x0130, 0x0130, 1, -199}, {0x0132, 0x0136, 2, 1},
    {0x0139, 0x0147, 2, 1},     {0x014A, 0x0176, 2, 1},    {0x0178, 0x0178, 1, -121},
    {0x0179, 0x017D, 2, 1},     {0x01A0, 0x01A4, 2, 1},    {0x01AF, 0x01AF, 1, 1},
    {0x01CD, 0x01DB, 2, 1},     {0x01DE, 0x01EE, 2, 1},    {0x01F8, 0x021E, 2, 1},
    {0x0222, 0x0232, 2, 1},     {0x0386, 0x0386, 1, 38},   {0x0388, 0x038A, 1, 37},
    {0x038C, 0x038C, 1, 64},    {0x038E, 0x038F, 1, 63},   {0x0391, 0x03A1, 1, 32},
    {0x03A3, 0x03AB, 1, 32},    {0x0400, 0x040F, 1, 80},   {0x0410, 0x042F, 1, 32},
    {0x0460, 0x0480, 2, 1},     {0x048A, 0x04BE, 2, 1},    {0x04C0, 0x04C0, 1, 15},
    {0x04C1, 0x04CD, 2, 1},     {0x04D0, 0x052E, 2, 1},    {0x1E00, 0x1E94, 2, 1},
    {0x1E9E, 0x1E9E, 1, -7615}, {0x1EA0, 0x1EFE, 2, 1},    {0xFF21, 0xFF3A, 1, 32},
};

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

static bool range_contains(const struct range *ranges, size_t count, uint32_t code_point)
{
    size_t low = 0;
    size_t high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (code_point > ranges[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && code_point >= ranges[low].first;
}

/* How many bytes the first byte of a character announces; 0 for one that begins none. */
static size_t utf8_announced(unsigned char first)
{
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return 2;
    if (first >= 0xE0 && first <= 0xEF)
        return 3;
    return first >= 0xF0 && first <= 0xF4 ? 4 : 0;
}

static bool utf8_continues(unsigned char byte)
{
    return (byte & 0xC0) == 0x80;
}

/* Reads one character. Returns its length, or 0 if the bytes are not well-formed. */
static size_t utf8_read(slice text, uint32_t *code_point)
{
    static const uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    static const unsigned char masks[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    unsigned char first = (unsigned char)text.ptr[0];
    size_t len = utf8_announced(first);
    if (len == 0 || len > text.len)
        return 0;
    uint32_t value = first & masks[len];
    for (size_t i = 1; i < len; i++) {
        unsigned char byte = (unsigned char)text.ptr[i];
        if (!utf8_continues(byte))
            return 0;
        value = value << 6 | (byte & 0x3F);
    }
    if (value < smallest[len] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
        return 0;
    *code_point = value;
    return len;
}

/* Where the first byte beyond ASCII stands, from OFFSET on, or the length of TEXT. */
static size_t utf8_skip_ascii(slice text, size_t offset)
{
    uint64_t bytes[2];
    for (; text.len - offset >= sizeof bytes; offset += sizeof bytes) {
        memcpy(bytes, text.ptr + offset, sizeof bytes);
        if (((bytes[0] | bytes[1]) & UINT64_C(0x8080808080808080)) != 0)
            break;
    }
    while (offset < text.len && (unsigned char)text.ptr[offset] < 0x80)
        offset++;
    return offset;
}

/*
 * Whether two characters of three bytes stand at the begin of eight bytes. Those that begin with E0
 * or ED, which not every byte may follow, are left out. The masks are bytes in the order of memory,
 * so that they fit the word on any machine.
 */
static bool utf8_are_two(const char *text)
{
    static const unsigned char mask[8] = {0xF0, 0xC0, 0xC0, 0xF0, 0xC0, 0xC0};
    static const unsigned char form[8] = {0xE0, 0x80, 0x80, 0xE0, 0x80, 0x80};
    uint64_t bytes, masked, wanted;
    memcpy(&bytes, text, sizeof bytes);
    memcpy(&masked, mask, sizeof masked);
    memcpy(&wanted, form, sizeof wanted);
    unsigned char first = (unsigned char)text[0], second = (unsigned char)text[3];
    return (bytes & masked) == wanted && first != 0xE0 && first != 0xED && second != 0xE0 &&
           second != 0xED;
}

/* Where the first byte stands, from OFFSET on, that is of no character of three bytes. */
static size_t utf8_skip_three(slice text, size_t offset)
{
    while (text.len - offset >= 8 && utf8_are_two(text.ptr + offset))
        offset += 6;
    while (utf8_is_three(text, offset))
        offset += 3;
    return offset;
}

size_t utf8_find_invalid(slice text)
{
    size_t offset = 0;
    while ((offset = utf8_skip_ascii(text, offset)) < text.len) {
        size_t next = utf8_skip_three(text, offset);
        uint32_t code_point;
        if (next == offset)
            next += utf8_read(slice_skip(text, offset), &code_point);
        if (next == offset)
            return offset;
        offset = next;
    }
    return SLICE_NONE;
}

uint32_t utf8_decode_rare(slice text, size_t *offset)
{
    uint32_t code_point = REPLACEMENT;
    size_t len = utf8_read(slice_skip(text, *offset), &code_point);
    *offset += len == 0 ? 1 : len;
    return code_point;
}

void utf8_append(struct buffer *buffer, uint32_t code_point)
{
    if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF))
        code_point = REPLACEMENT;
    if (code_point < 0x80) {
        buffer_append_char(buffer, (char)code_point);
        return;
    }
    unsigned following = code_point < 0x800 ? 1 : code_point < 0x10000 ? 2 : 3;
    unsigned marker = 0xF0U << (3 - following) & 0xFFU;
    buffer_append_char(buffer, (char)(marker | code_point >> (6 * following)));
    while (following > 0) {
        following--;
        buffer_append_char(buffer, (char)(0x80U | (code_point >> (6 * following) & 0x3FU)));
    }
}

size_t utf8_length(slice text)
{
    size_t length = 0;
    for (size_t offset = 0; offset < text.len; length++)
        utf8_decode(text, &offset);
    return length;
}

unsigned utf8_width(uint32_t code_point)
{
    if (code_point < 0x300)
        return 1;
    if (range_contains(zero_ranges, COUNT_OF(zero_ranges), code_point))
        return 0;
    return range_contains(wide_ranges, COUNT_OF(wide_ranges), code_point) ? 2 : 1;
}

uint32_t utf8_to_lower(uint32_t code_point)
{
    if (code_point < 0x80)
        return (uint32_t)(unsigned char)ascii_to_lower((char)code_point);
    for (size_t i = 0; i < COUNT_OF(case_ranges); i++) {
        const struct case_range *range = &case_ranges[i];
        if (code_point < range->first)
            break;
        if (code_point <= range->last && (code_point - range->first) % range->step == 0)
            return (uint32_t)((int32_t)code_point + range->delta);
    }
    return code_point;
}

bool utf8_is_space(uint32_t code_point)
{
    if (code_point < 0x80)
        return ascii_is_space((char)code_point);
    return code_point == 0x85 || code_point == 0xA0 || code_point == 0x1680 ||
           (code_point >= 0x2000 && code_point <= 0x200A) || code_point == 0x2028 ||
           code_point == 0x2029 || code_point == 0x202F || code_point == 0x205F ||
           code_point == 0x3000;
}

slice utf8_fold(struct arena *arena, slice text)
{
    struct buffer folded;
    buffer_init(&folded);
    bool blank_before = false;
    for (size_t offset = 0; offset < text.len;) {
        uint32_t code_point = utf8_decode(text, &offset);
        if (utf8_is_space(code_point)) {
            blank_before = folded.len > 0;
            continue;
        }
        if (blank_before)
            buffer_append_char(&folded, ' ');
        blank_before = false;
        if (code_point < 0x80)
            buffer_append_char(&folded, ascii_to_lower((char)code_point));
        else
            utf8_append(&folded, utf8_to_lower(code_point));
    }
    slice result = arena_copy(arena, buffer_slice(&folded));
    buffer_finish(&folded);
    return result;
}
