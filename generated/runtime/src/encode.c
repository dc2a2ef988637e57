#include "internal.h"

/* ---- Guid ---- */

/* Bytes before which a hyphen stands: a bit each. */
#define HYPHENS ((1u << 4) | (1u << 6) | (1u << 8) | (1u << 10))

dm_status dm_guid_read(const char *text, uint8_t bytes[16])
{
    uint8_t result[16];
    if (!text || !bytes)
        return DM_ERROR_ARGUMENT;
    for (int i = 0; i < 16; i++) {
        if ((HYPHENS >> i) & 1) {
            if (*text++ != '-')
                return DM_ERROR_VALUE;
        }
        int high = dm_scan_hex_digit(*text);
        int low = high < 0 ? -1 : dm_scan_hex_digit(text[1]);
        if (low < 0)
            return DM_ERROR_VALUE;
        result[i] = (uint8_t)(high * 16 + low);
        text += 2;
    }
    if (*text != '\0')
        return DM_ERROR_VALUE;
    memcpy(bytes, result, sizeof result);
    return DM_OK;
}

const char *dm_guid_write(dm_arena *arena, const uint8_t bytes[16])
{
    static const char hex[] = "0123456789abcdef";
    char text[36];
    char *p = text;
    if (!bytes)
        return NULL;
    for (int i = 0; i < 16; i++) {
        if ((HYPHENS >> i) & 1)
            *p++ = '-';
        *p++ = hex[bytes[i] >> 4];
        *p++ = hex[bytes[i] & 15];
    }
    return dm_arena_copy(arena, text, sizeof text);
}

/* ---- Binary ---- */

static int base64_digit(char c)
{
    if (c >= 'A' && c <= 'Z')
        return c - 'A';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 26;
    if (c >= '0' && c <= '9')
        return c - '0' + 52;
    if (c == '+' || c == '-')
        return 62;
    return c == '/' || c == '_' ? 63 : -1;
}

/* @return the number of digits, when padding is right, else SIZE_MAX. */
static size_t count_digits(const char *text)
{
    size_t count = 0;
    while (base64_digit(text[count]) >= 0)
        count++;
    size_t padding = strlen(text + count);
    bool right = padding == 0 || (padding <= 2 && (count + padding) % 4 == 0 &&
                                  text[count] == '=' && text[count + padding - 1] == '=');
    return right && count % 4 != 1 ? count : SIZE_MAX;
}

dm_status dm_binary_read(dm_arena *arena, const char *text, const uint8_t **bytes, size_t *size)
{
    if (!arena || !text || !bytes || !size)
        return DM_ERROR_ARGUMENT;
    size_t count = count_digits(text);
    if (count == SIZE_MAX)
        return DM_ERROR_VALUE;
    uint8_t *result = dm_arena_take(arena, count / 4 * 3 + 3);
    if (!result)
        return DM_ERROR_MEMORY;
    uint32_t held = 0;
    unsigned bits = 0;
    size_t length = 0;
    for (size_t i = 0; i < count; i++) {
        held = (held << 6 | (uint32_t)base64_digit(text[i])) & 0xffffff;
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            result[length++] = (uint8_t)(held >> bits);
        }
    }
    if (held & ((1u << bits) - 1))
        return DM_ERROR_VALUE; /* bits that belong to no byte */
    *bytes = result;
    *size = length;
    return DM_OK;
}

static const char *encode(dm_arena *arena, const uint8_t *bytes, size_t size, const char *digits,
                          bool pad)
{
    if (!arena || (!bytes && size > 0) || size > SIZE_MAX / 2)
        return NULL;
    char *text = dm_arena_take(arena, size / 3 * 4 + 5);
    if (!text)
        return NULL;
    char *p = text;
    for (size_t i = 0; i < size; i += 3) {
        size_t left = size - i;
        uint32_t held = (uint32_t)bytes[i] << 16;
        held |= left > 1 ? (uint32_t)bytes[i + 1] << 8 : 0;
        held |= left > 2 ? (uint32_t)bytes[i + 2] : 0;
        *p++ = digits[held >> 18];
        *p++ = digits[held >> 12 & 63];
        if (left > 1 || pad)
            *p++ = left > 1 ? digits[held >> 6 & 63] : '=';
        if (left > 2 || pad)
            *p++ = left > 2 ? digits[held & 63] : '=';
    }
    *p = '\0';
    return text;
}

const char *dm_binary_write(dm_arena *arena, const void *bytes, size_t size)
{
    return encode(arena, bytes, size,
                  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", true);
}

const char *dm_binary_write_url(dm_arena *arena, const void *bytes, size_t size)
{
    return encode(arena, bytes, size,
                  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", false);
}

/* ---- Decimal ---- */

dm_status dm_decimal_read(const char *text, int64_t *value, int32_t *scale)
{
    if (!text || !value || !scale)
        return DM_ERROR_ARGUMENT;
    size_t length = strlen(text);
    if (!dm_number_is(text, length))
        return DM_ERROR_VALUE;
    const char *point = strchr(text, '.');
    size_t digits = point ? strspn(point + 1, "0123456789") : 0;
    if (strpbrk(text, "eE") || digits > 18)
        return DM_ERROR_RANGE;
    uint64_t sum = 0;
    for (const char *p = text + (*text == '-'); *p; p++) {
        uint64_t digit = (uint64_t)(*p - '0');
        if (*p == '.')
            continue;
        if (sum > ((uint64_t)INT64_MAX - digit) / 10)
            return DM_ERROR_RANGE;
        sum = sum * 10 + digit;
    }
    *value = *text == '-' ? -(int64_t)sum : (int64_t)sum;
    *scale = (int32_t)digits;
    return DM_OK;
}

const char *dm_decimal_write(dm_arena *arena, int64_t value, int32_t scale)
{
    char digits[DM_NUMBER_SIZE];
    char text[DM_NUMBER_SIZE];
    char *p = text;
    if (scale < 0 || scale > 18)
        return NULL;
    size_t length = dm_number_write_integer(value, digits);
    const char *from = digits;
    if (*from == '-') {
        *p++ = *from++;
        length--;
    }
    size_t fraction = (size_t)scale;
    size_t whole = length > fraction ? length - fraction : 0;
    if (whole == 0)
        *p++ = '0';
    memcpy(p, from, whole);
    p += whole;
    if (fraction > 0)
        *p++ = '.';
    for (size_t i = length; i < fraction; i++)
        *p++ = '0';
    memcpy(p, from + whole, length - whole);
    p += length - whole;
    return dm_arena_copy(arena, text, (size_t)(p - text));
}
