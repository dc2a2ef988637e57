#include "user.h"

static const dm_field license_fields[] = {
    DM_FIELD(struct bench_license, sku_id, "skuId", DM_GUID, 0, NULL),
    DM_FIELD(struct bench_license, disabled_plans, "disabledPlans", DM_GUID, DM_COLLECTION, NULL),
};
static const uint16_t license_order[] = {1, 0};
static const dm_type license_type = {
    "bench.license",
    NULL,
    license_fields,
    license_order,
    NULL,
    sizeof(struct bench_license),
    2,
    0,
    0,
};

static const dm_field identity_fields[] = {
    DM_FIELD(struct bench_identity, sign_in_type, "signInType", DM_STRING, 0, NULL),
    DM_FIELD(struct bench_identity, issuer, "issuer", DM_STRING, 0, NULL),
    DM_FIELD(struct bench_identity, issuer_assigned_id, "issuerAssignedId", DM_STRING, 0, NULL),
};
static const uint16_t identity_order[] = {1, 2, 0};
static const dm_type identity_type = {
    "bench.identity",
    NULL,
    identity_fields,
    identity_order,
    NULL,
    sizeof(struct bench_identity),
    3,
    0,
    0,
};

static const dm_field manager_fields[] = {
    DM_FIELD(struct bench_manager, id, "id", DM_STRING, 0, NULL),
    DM_FIELD(struct bench_manager, display_name, "displayName", DM_STRING, 0, NULL),
    DM_FIELD(struct bench_manager, level, "level", DM_INT32, 0, NULL),
};
static const uint16_t manager_order[] = {1, 0, 2};
static const dm_type manager_type = {
    "bench.manager",
    NULL,
    manager_fields,
    manager_order,
    NULL,
    sizeof(struct bench_manager),
    3,
    0,
    0,
};

#define TEXT(member, name) DM_FIELD(struct bench_user, member, name, DM_STRING, 0, NULL)

static const dm_field user_fields[] = {
    TEXT(id, "id"),
    DM_FIELD(struct bench_user, account_enabled, "accountEnabled", DM_BOOLEAN, 0, NULL),
    DM_FIELD(struct bench_user, age, "age", DM_INT32, 0, NULL),
    TEXT(city, "city"),
    TEXT(company_name, "companyName"),
    TEXT(country, "country"),
    DM_FIELD(struct bench_user, created_date_time, "createdDateTime", DM_DATE_TIME_OFFSET, 0, NULL),
    TEXT(department, "department"),
    TEXT(display_name, "displayName"),
    TEXT(employee_id, "employeeId"),
    TEXT(fax_number, "faxNumber"),
    TEXT(given_name, "givenName"),
    DM_FIELD(struct bench_user, business_phones, "businessPhones", DM_STRING, DM_COLLECTION, NULL),
    DM_FIELD(struct bench_user, identities, "identities", DM_OBJECT, DM_COLLECTION, &identity_type),
    DM_FIELD(struct bench_user, im_addresses, "imAddresses", DM_STRING, DM_COLLECTION, NULL),
    TEXT(job_title, "jobTitle"),
    DM_FIELD(struct bench_user, last_password_change, "lastPasswordChangeDateTime",
             DM_DATE_TIME_OFFSET, 0, NULL),
    TEXT(mail, "mail"),
    TEXT(mail_nickname, "mailNickname"),
    DM_FIELD(struct bench_user, manager, "manager", DM_OBJECT, 0, &manager_type),
    TEXT(mobile_phone, "mobilePhone"),
    TEXT(office_location, "officeLocation"),
    TEXT(postal_code, "postalCode"),
    TEXT(preferred_language, "preferredLanguage"),
    DM_FIELD(struct bench_user, proxy_addresses, "proxyAddresses", DM_STRING, DM_COLLECTION, NULL),
    DM_FIELD(struct bench_user, assigned_licenses, "assignedLicenses", DM_OBJECT, DM_COLLECTION,
             &license_type),
    TEXT(surname, "surname"),
    TEXT(usage_location, "usageLocation"),
    TEXT(user_principal_name, "userPrincipalName"),
};
static const uint16_t user_order[] = {1,  2,  25, 12, 3,  4,  5,  6,  7,  8,  9,  10, 11, 0, 13,
                                      14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 26, 27, 28};
const dm_type bench_user_type = {
    "bench.user", NULL, user_fields, user_order, NULL, sizeof(struct bench_user), 29, 0, 0,
};

static const dm_field page_fields[] = {
    DM_FIELD(struct bench_page, context, "@odata.context", DM_STRING, 0, NULL),
    DM_FIELD(struct bench_page, next_link, "@odata.nextLink", DM_STRING, 0, NULL),
    DM_FIELD(struct bench_page, value, "value", DM_OBJECT, DM_COLLECTION, &bench_user_type),
};
static const uint16_t page_order[] = {0, 1, 2};
const dm_type bench_page_type = {
    "bench.page", NULL, page_fields, page_order, NULL, sizeof(struct bench_page), 3, 0, DM_OPEN,
};
