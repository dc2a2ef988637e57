#include "documents.h"

#include <stdlib.h>
#include <string.h>

#define USER_ROOM 2048

static char *make_room(size_t size)
{
    return calloc(1, size + BENCH_PADDING);
}

/* Half of the names are not ASCII, every fourth title has an escape, four members are null. */
static size_t put_user(char *p, size_t room, unsigned i)
{
    static const char *const names[] = {"Adele", "J\xc3\xb6rg", "\xe7\x8e\x8b\xe8\x8a\xb3",
                                        "Miriam"};
    static const char *const surnames[] = {"Vance", "M\xc3\xbcller", "\xe6\x9d\x8e", "Graham"};
    static const char *const titles[] = {
        "Product Marketing Manager", "Leiter f\xc3\xbcr Gesch\303\244ftsentwicklung",
        "Marketing \\u0026 Sales \\\"EMEA\\\"", "Principal Engineer"};
    const char *name = names[i % 4];
    const char *surname = surnames[i / 4 % 4];
    int head = snprintf(
        p, room,
        "{\"id\":\"87d349ed-44d7-43e1-9a83-5f2406dee%03u\",\"accountEnabled\":%s,\"age\":%u,"
        "\"city\":\"Bellevue\",\"companyName\":null,\"country\":\"United States\","
        "\"createdDateTime\":\"2019-0%u-12T08:21:%02uZ\",\"department\":\"Retail %u\","
        "\"displayName\":\"%s %s\",\"employeeId\":null,\"faxNumber\":null,\"givenName\":\"%s\","
        "\"businessPhones\":[\"+1 425 555 0%03u\",\"+1 425 555 1%03u\"],"
        "\"identities\":[{\"signInType\":\"userPrincipalName\","
        "\"issuer\":\"contoso.onmicrosoft.com\","
        "\"issuerAssignedId\":\"user%u@contoso.onmicrosoft.com\"},"
        "{\"signInType\":\"federated\",\"issuer\":\"facebook.com\",\"issuerAssignedId\":\"5eecb0cd%"
        "u\"}"
        "],\"imAddresses\":[],\"jobTitle\":\"%s\",",
        i % 1000, i % 3 ? "true" : "false", 20 + i % 50, 1 + i % 9, i % 60, i % 7, name, surname,
        name, i % 1000, i % 1000, i, i, titles[i % 4]);
    int tail = snprintf(
        p + head, room - (size_t)head,
        "\"lastPasswordChangeDateTime\":\"2020-11-0%uT10:11:12.3456789Z\","
        "\"mail\":\"user%u@contoso.onmicrosoft.com\",\"mailNickname\":\"user%u\","
        "\"manager\":{\"id\":\"87d349ed-44d7-43e1-9a83-5f2406dee5bd\","
        "\"displayName\":\"Megan Bowen\",\"level\":%u},\"mobilePhone\":null,"
        "\"officeLocation\":\"18/2111\",\"postalCode\":\"98004\",\"preferredLanguage\":\"en-US\","
        "\"proxyAddresses\":[\"SMTP:user%u@contoso.onmicrosoft.com\",\"smtp:alias%u@contoso.com\"],"
        "\"assignedLicenses\":[{\"skuId\":\"c7df2760-2c81-4ef7-b578-5b5392b571df\","
        "\"disabledPlans\":[\"8a256a2b-b617-496d-b51b-e76466e88db0\"]},"
        "{\"skuId\":\"b05e124f-c7cc-45a0-a6aa-8cf78c946968\",\"disabledPlans\":[]}],"
        "\"surname\":\"%s\",\"usageLocation\":\"US\","
        "\"userPrincipalName\":\"user%u@contoso.onmicrosoft.com\"}",
        1 + i % 9, i, i, i % 9, i, i, surname, i);
    return (size_t)(head + tail);
}

struct bench_document bench_document_page(unsigned users)
{
    struct bench_document page = {"a list of 1,000 users", NULL, 0, users, BENCH_ROOT_PAGE,
                                  &bench_page_type};
    size_t room = (size_t)(users + 1) * USER_ROOM;
    page.text = make_room(room);
    if (!page.text)
        return page;
    page.size = (size_t)snprintf(
        page.text, room,
        "{\"@odata.context\":\"https://graph.microsoft.com/v1.0/$metadata#users\","
        "\"@odata.nextLink\":\"https://graph.microsoft.com/v1.0/users?$skiptoken=RFNwdAIAAQA\","
        "\"value\":[");
    for (unsigned i = 0; i < users; i++) {
        page.size += put_user(page.text + page.size, room - page.size, i);
        page.text[page.size++] = i + 1 < users ? ',' : ']';
    }
    page.text[page.size++] = '}';
    return page;
}

struct bench_document bench_document_user(void)
{
    struct bench_document user = {"one user", NULL, 0, 1, BENCH_ROOT_USER, &bench_user_type};
    user.text = make_room(USER_ROOM);
    if (user.text)
        user.size = put_user(user.text, USER_ROOM, 7);
    return user;
}

struct bench_document bench_document_notification(void)
{
    static const char text[] =
        "{\"value\":[{\"subscriptionId\":\"76222963-cc7b-42d2-882d-8aaa69cb2ba3\","
        "\"subscriptionExpirationDateTime\":\"2016-03-20T11:00:00.0000000Z\","
        "\"changeType\":\"created\","
        "\"resource\":\"Users/ddfcd489-628b-7d04-b48b-20075df800e5@1717622f-1d94-c0d4-9d74-"
        "f907ad6677b4/messages/"
        "AAMkADMxZmEyMDAzLTQ1YjctNGQ5NS1hYzBkLTNmYTk3ZWVjZmNhNABGAAAAADUuTJK1K9a\","
        "\"resourceData\":{\"@odata.type\":\"#Microsoft.Graph.Message\","
        "\"@odata.id\":\"Users/ddfcd489-628b-7d04-b48b-20075df800e5/messages/"
        "AAMkADMxZmEyMDAzLTQ1YjctNGQ5NS1hYzBkLTNmYTk3ZWVjZmNhNAAA\","
        "\"@odata.etag\":\"W/\\\"CQAAABYAAADkrWGo7bouTKlsgTZMr9KwAAAUWRHf\\\"\","
        "\"id\":"
        "\"AAMkADMxZmEyMDAzLTQ1YjctNGQ5NS1hYzBkLTNmYTk3ZWVjZmNhNABGAAAAAADUuTJK1K9aTpCdqXop4w\"},"
        "\"clientState\":\"secretClientValue\","
        "\"tenantId\":\"84bd8158-6d4d-4958-8b9f-9d6445542f95\"}]}";
    struct bench_document document = {
        "a notification", NULL, 0, 1, BENCH_ROOT_NOTIFICATIONS, &bench_notifications_type};
    document.text = make_room(sizeof text);
    if (document.text) {
        memcpy(document.text, text, sizeof text);
        document.size = sizeof text - 1;
    }
    return document;
}
