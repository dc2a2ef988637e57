/**
 * @file
 * The structures of the benchmark: each type's fields are listed once, and the lists make the
 * structures, the runtime's tables, and what the peers' users write by hand, as straight code.
 *
 * A list calls X(form, member, name, type) for each property in the order of the documents. Forms:
 * TYPE_NAME (`@odata.type`, in dm_object), TEXT, GUID, TIME, BOOL, INT, TEXTS, GUIDS, OBJECT and
 * OBJECTS (of a type).
 */
#ifndef BENCH_MODELS_H
#define BENCH_MODELS_H

#include <docmodel/runtime.h>

#define BENCH_LICENSE(X)        \
    X(GUID, sku_id, "skuId", -) \
    X(GUIDS, disabled_plans, "disabledPlans", -)

#define BENCH_IDENTITY(X)                  \
    X(TEXT, sign_in_type, "signInType", -) \
    X(TEXT, issuer, "issuer", -)           \
    X(TEXT, issuer_assigned_id, "issuerAssignedId", -)

#define BENCH_MANAGER(X)                    \
    X(TEXT, id, "id", -)                    \
    X(TEXT, display_name, "displayName", -) \
    X(INT, level, "level", -)

#define BENCH_USER(X)                                              \
    X(TEXT, id, "id", -)                                           \
    X(BOOL, account_enabled, "accountEnabled", -)                  \
    X(INT, age, "age", -)                                          \
    X(TEXT, city, "city", -)                                       \
    X(TEXT, company_name, "companyName", -)                        \
    X(TEXT, country, "country", -)                                 \
    X(TIME, created_date_time, "createdDateTime", -)               \
    X(TEXT, department, "department", -)                           \
    X(TEXT, display_name, "displayName", -)                        \
    X(TEXT, employee_id, "employeeId", -)                          \
    X(TEXT, fax_number, "faxNumber", -)                            \
    X(TEXT, given_name, "givenName", -)                            \
    X(TEXTS, business_phones, "businessPhones", -)                 \
    X(OBJECTS, identities, "identities", identity)                 \
    X(TEXTS, im_addresses, "imAddresses", -)                       \
    X(TEXT, job_title, "jobTitle", -)                              \
    X(TIME, last_password_change, "lastPasswordChangeDateTime", -) \
    X(TEXT, mail, "mail", -)                                       \
    X(TEXT, mail_nickname, "mailNickname", -)                      \
    X(OBJECT, manager, "manager", manager)                         \
    X(TEXT, mobile_phone, "mobilePhone", -)                        \
    X(TEXT, office_location, "officeLocation", -)                  \
    X(TEXT, postal_code, "postalCode", -)                          \
    X(TEXT, preferred_language, "preferredLanguage", -)            \
    X(TEXTS, proxy_addresses, "proxyAddresses", -)                 \
    X(OBJECTS, assigned_licenses, "assignedLicenses", license)     \
    X(TEXT, surname, "surname", -)                                 \
    X(TEXT, usage_location, "usageLocation", -)                    \
    X(TEXT, user_principal_name, "userPrincipalName", -)

#define BENCH_PAGE(X)                        \
    X(TEXT, context, "@odata.context", -)    \
    X(TEXT, next_link, "@odata.nextLink", -) \
    X(OBJECTS, value, "value", user)

#define BENCH_RESOURCE(X)                            \
    X(TYPE_NAME, object.type_name, "@odata.type", -) \
    X(TEXT, odata_id, "@odata.id", -)                \
    X(TEXT, etag, "@odata.etag", -)                  \
    X(TEXT, id, "id", -)

#define BENCH_NOTIFICATION(X)                                \
    X(TEXT, subscription_id, "subscriptionId", -)            \
    X(TIME, expiration, "subscriptionExpirationDateTime", -) \
    X(TEXT, change_type, "changeType", -)                    \
    X(TEXT, resource, "resource", -)                         \
    X(OBJECT, resource_data, "resourceData", resource)       \
    X(TEXT, client_state, "clientState", -)                  \
    X(GUID, tenant_id, "tenantId", -)

#define BENCH_NOTIFICATIONS(X) X(OBJECTS, value, "value", notification)

/** Calls X(type, LIST) for each type, those that others hold first. */
#define BENCH_TYPES(X)                  \
    X(license, BENCH_LICENSE)           \
    X(identity, BENCH_IDENTITY)         \
    X(manager, BENCH_MANAGER)           \
    X(user, BENCH_USER)                 \
    X(page, BENCH_PAGE)                 \
    X(resource, BENCH_RESOURCE)         \
    X(notification, BENCH_NOTIFICATION) \
    X(notifications, BENCH_NOTIFICATIONS)

#define BENCH_MEMBER_TYPE_NAME(member, type)
#define BENCH_MEMBER_TEXT(member, type)   const char *member;
#define BENCH_MEMBER_GUID(member, type)   dm_guid member;
#define BENCH_MEMBER_TIME(member, type)   dm_date_time_offset member;
#define BENCH_MEMBER_BOOL(member, type)   dm_bool member;
#define BENCH_MEMBER_INT(member, type)    dm_int32 member;
#define BENCH_MEMBER_TEXTS(member, type)  dm_texts member;
#define BENCH_MEMBER_GUIDS(member, type)  dm_texts member;
#define BENCH_MEMBER_OBJECT(member, type) struct bench_##type *member;
#define BENCH_MEMBER_OBJECTS(member, type) \
    struct {                               \
        struct bench_##type **items;       \
        size_t count;                      \
        bool has;                          \
    } member;
#define BENCH_MEMBER(form, member, name, type) BENCH_MEMBER_##form(member, type)
#define BENCH_STRUCTURE(type, LIST) \
    struct bench_##type {           \
        dm_object object;           \
        LIST(BENCH_MEMBER)          \
    };                              \
    extern const dm_type bench_##type##_type;

#ifdef __cplusplus
extern "C" {
#endif

BENCH_TYPES(BENCH_STRUCTURE)

#ifdef __cplusplus
}
#endif

#endif
