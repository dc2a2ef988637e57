/* Reads an order as the service sends it, and writes the request that takes its note away. */
#include <shop/customer.h>
#include <shop/order.h>

#include <stdio.h>
#include <string.h>

static const char received[] = "{\"id\":\"7\",\"note\":\"ring twice\",\"status\":\"packed\","
                               "\"customer\":{\"name\":\"Ada\",\"loyaltyPoints\":0}}";

static dm_status take_note_away(dm_arena *arena, dm_error *error)
{
    shop_order *order;
    dm_status status = shop_order_parse(arena, received, strlen(received), NULL, &order, error);
    if (status != DM_OK)
        return status;
    if (order->status.value == SHOP_ORDER_STATUS_PACKED && order->customer->loyalty_points.has)
        printf("%s, %d points\n", order->customer->name,
               (int)order->customer->loyalty_points.value);

    shop_order *patch = shop_order_new(arena);
    const char *text;
    size_t size;
    dm_set_null(&patch->object, &patch->note); /* null, where absent would change nothing */
    status = shop_order_write(arena, patch, NULL, &text, &size, error);
    if (status == DM_OK)
        printf("PATCH /orders/%s %.*s\n", order->id, (int)size, text);
    return status;
}

int main(void)
{
    dm_arena *arena = dm_arena_create(NULL);
    dm_error error;
    dm_status status = take_note_away(arena, &error);
    if (status != DM_OK)
        dm_error_print(stderr, &error);
    dm_arena_destroy(arena);
    return status != DM_OK;
}
