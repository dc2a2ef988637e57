#include "markdown/document.h"

#include "support/utf8.h"

/* Inclusive ranges of characters beyond ASCII that are no part of words, in order. */
static const struct {
    uint32_t first, last;
} dropped[] = {
    {0x0080, 0x00A9}, {0x00AB, 0x00B4}, {0x00B6, 0x00B9}, {0x00BB, 0x00BF},   {0x00D7, 0x00D7},
    {0x00F7, 0x00F7}, {0x02C2, 0x02C5}, {0x2000, 0x203E}, {0x2041, 0x2053},   {0x2055, 0x207E},
    {0x2190, 0x2BFF}, {0x2E00, 0x2E7F}, {0x3000, 0x3004}, {0x3008, 0x3020},   {0x3030, 0x3030},
    {0x303D, 0x303F}, {0x30FB, 0x30FB}, {0xE000, 0xF8FF}, {0xFE10, 0xFE1F},   {0xFE30, 0xFE32},
    {0xFE35, 0xFE4C}, {0xFE50, 0xFE6F}, {0xFF01, 0xFF0F}, {0xFF1A, 0xFF20},   {0xFF3B, 0xFF3E},
    {0xFF40, 0xFF40}, {0xFF5B, 0xFF65}, {0xFFE0, 0xFFFF}, {0x1F000, 0x1FAFF},
};

static bool is_ascii_word(char c)
{
    return ascii_is_alnum(c) || c == '_' || c == '-';
}

static bool is_word(uint32_t c)
{
    for (size_t i = 0; i < sizeof dropped / sizeof *dropped; i++)
        if (c >= dropped[i].first && c <= dropped[i].last)
            return false;
    return true;
}

slice document_slug(struct arena *arena, slice heading)
{
    slice folded = utf8_fold(arena, heading);
    char *slug = arena_alloc(arena, folded.len);
    size_t length = 0;
    for (size_t at = 0; at < folded.len;) {
        char ascii = folded.ptr[at];
        if ((unsigned char)ascii < 0x80) {
            at++;
            if (ascii == ' ')
                slug[length++] = '-';
            else if (is_ascii_word(ascii))
                slug[length++] = ascii;
            continue;
        }
        size_t begin = at;
        uint32_t c = utf8_decode(folded, &at);
        if (is_word(c))
            while (begin < at)
                slug[length++] = folded.ptr[begin++];
    }
    return (slice){slug, length};
}
