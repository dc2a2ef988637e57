/* A user of 29 properties, as generated code would have it, for the benchmark. */
#ifndef BENCH_USER_H
#define BENCH_USER_H

#include <docmodel/runtime.h>

struct bench_license {
    dm_object object;
    dm_guid sku_id;
    dm_texts disabled_plans;
};

struct bench_identity {
    dm_object object;
    const char *sign_in_type;
    const char *issuer;
    const char *issuer_assigned_id;
};

struct bench_manager {
    dm_object object;
    const char *id;
    const char *display_name;
    dm_int32 level;
};

struct bench_user {
    dm_object object;
    const char *id;
    dm_bool account_enabled;
    dm_int32 age;
    const char *city;
    const char *company_name;
    const char *country;
    dm_date_time_offset created_date_time;
    const char *department;
    const char *display_name;
    const char *employee_id;
    const char *fax_number;
    const char *given_name;
    dm_texts business_phones;
    struct {
        struct bench_identity **items;
        size_t count;
        bool has;
    } identities;
    dm_texts im_addresses;
    const char *job_title;
    dm_date_time_offset last_password_change;
    const char *mail;
    const char *mail_nickname;
    struct bench_manager *manager;
    const char *mobile_phone;
    const char *office_location;
    const char *postal_code;
    const char *preferred_language;
    dm_texts proxy_addresses;
    struct {
        struct bench_license **items;
        size_t count;
        bool has;
    } assigned_licenses;
    const char *surname;
    const char *usage_location;
    const char *user_principal_name;
};

struct bench_page {
    dm_object object;
    const char *context;
    const char *next_link;
    struct {
        struct bench_user **items;
        size_t count;
        bool has;
    } value;
};

extern const dm_type bench_user_type;
extern const dm_type bench_page_type;

/* What a peer does: parses, maps into equal structures made by malloc, and frees all of it. Returns
 * a number that depends on the result. */
size_t bench_cjson_parse(const char *text, size_t size);
size_t bench_jansson_parse(const char *text, size_t size);
/* Writes a document that the peer holds already. */
void *bench_cjson_load(const char *text, size_t size);
size_t bench_cjson_write(void *document);

#endif
