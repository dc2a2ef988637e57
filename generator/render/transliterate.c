#include "render/transliterate.h"

#include <stddef.h>

struct range {
    uint32_t first;
    uint32_t last;
    const char *text;
};

/* U+00C0 to U+00FF. */
static const char *const latin_1[] = {
    "A", "A", "A", "A", "A", "A", "AE", "C", "E", "E", "E", "E", "I", "I", "I",  "I",
    "D", "N", "O", "O", "O", "O", "O",  "x", "O", "U", "U", "U", "U", "Y", "Th", "ss",
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",
    "d", "n", "o", "o", "o", "o", "o",  "/", "o", "u", "u", "u", "u", "y", "th", "y",
};

/* U+0100 to U+017F. */
static const char *const latin_extended[] = {
    "A", "a", "A",  "a",  "A", "a", "C", "c", "C", "c", "C", "c", "C", "c", "D", "d",
    "D", "d", "E",  "e",  "E", "e", "E", "e", "E", "e", "E", "e", "G", "g", "G", "g",
    "G", "g", "G",  "g",  "H", "h", "H", "h", "I", "i", "I", "i", "I", "i", "I", "i",
    "I", "i", "IJ", "ij", "J", "j", "K", "k", "k", "L", "l", "L", "l", "L", "l", "L",
    "l", "L", "l",  "N",  "n", "N", "n", "N", "n", "n", "N", "n", "O", "o", "O", "o",
    "O", "o", "OE", "oe", "R", "r", "R", "r", "R", "r", "S", "s", "S", "s", "S", "s",
    "S", "s", "T",  "t",  "T", "t", "T", "t", "U", "u", "U", "u", "U", "u", "U", "u",
    "U", "u", "U",  "u",  "W", "w", "Y", "y", "Y", "Z", "z", "Z", "z", "Z", "z", "s",
};

/* Sorted. */
static const struct range others[] = {
    {0x00A0, 0x00A0, " "},    {0x00A1, 0x00A1, "!"},   {0x00A6, 0x00A6, "|"},
    {0x00A9, 0x00A9, "(c)"},  {0x00AB, 0x00AB, "\""},  {0x00AD, 0x00AD, ""},
    {0x00AE, 0x00AE, "(R)"},  {0x00B0, 0x00B0, "deg"}, {0x00B1, 0x00B1, "+/-"},
    {0x00B4, 0x00B4, "'"},    {0x00B5, 0x00B5, "u"},   {0x00B7, 0x00B7, "."},
    {0x00BB, 0x00BB, "\""},   {0x00BF, 0x00BF, "?"},   {0x0300, 0x036F, ""},
    {0x2000, 0x200A, " "},    {0x200B, 0x200F, ""},    {0x2010, 0x2012, "-"},
    {0x2013, 0x2014, "-"},    {0x2015, 0x2015, "-"},   {0x2018, 0x201B, "'"},
    {0x201C, 0x201F, "\""},   {0x2022, 0x2022, "-"},   {0x2026, 0x2026, "..."},
    {0x2028, 0x2029, " "},    {0x202A, 0x202E, ""},    {0x202F, 0x202F, " "},
    {0x2032, 0x2032, "'"},    {0x2033, 0x2033, "\""},  {0x2039, 0x203A, "'"},
    {0x205F, 0x205F, " "},    {0x2060, 0x2064, ""},    {0x2066, 0x2069, ""},
    {0x2122, 0x2122, "(TM)"}, {0x2190, 0x2190, "<-"},  {0x2192, 0x2192, "->"},
    {0x2212, 0x2212, "-"},    {0x2248, 0x2248, "~"},   {0x2260, 0x2260, "!="},
    {0x2264, 0x2264, "<="},   {0x2265, 0x2265, ">="},  {0x3000, 0x3000, " "},
    {0xFE00, 0xFE0F, ""},     {0xFEFF, 0xFEFF, ""},    {0xFFFD, 0xFFFD, "?"},
};

static const char *find_other(uint32_t code_point)
{
    size_t low = 0;
    size_t high = sizeof others / sizeof others[0];
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (code_point > others[middle].last)
            low = middle + 1;
        else if (code_point < others[middle].first)
            high = middle;
        else
            return others[middle].text;
    }
    return NULL;
}

const char *transliterate(uint32_t code_point)
{
    if (code_point >= 0x00C0 && code_point <= 0x00FF)
        return latin_1[code_point - 0x00C0];
    if (code_point >= 0x0100 && code_point <= 0x017F)
        return latin_extended[code_point - 0x0100];
    return find_other(code_point);
}
