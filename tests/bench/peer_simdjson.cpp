// simdjson's On-Demand reader. It is compiled for the machine that builds it, as its documentation
// advises, and keeps its parser between documents.
#include "peers.h"

#include <cstdlib>
#include <new>
#include <simdjson.h>

using simdjson::ondemand::array;
using simdjson::ondemand::object;
using simdjson::ondemand::value;

static bool counting;

void *operator new(std::size_t size)
{
    if (counting)
        bench_allocations++;
    void *memory = std::malloc(size ? size : 1);
    bench_expect(memory != nullptr, "no memory");
    return memory;
}

void operator delete(void *memory) noexcept
{
    std::free(memory);
}

void operator delete(void *memory, std::size_t) noexcept
{
    std::free(memory);
}

static char *map_text(value json)
{
    if (json.is_null())
        return nullptr;
    std::string_view text = json.get_string();
    return bench_copy(text.data(), text.size());
}

static dm_texts map_texts(value json)
{
    array list = json.get_array();
    dm_texts texts = {nullptr, list.count_elements(), true};
    if (texts.count == 0)
        return texts;
    char **items = static_cast<char **>(bench_malloc(texts.count * sizeof *items));
    std::size_t at = 0;
    for (value item : list)
        items[at++] = map_text(item);
    texts.items = items;
    return texts;
}

template <class T> static T *make(const dm_type *type)
{
    T *made = static_cast<T *>(bench_calloc(sizeof(T)));
    made->object.type = type;
    return made;
}

template <class List, class Map> static void map_objects(array json, List &list, Map map)
{
    list.has = true;
    list.count = json.count_elements();
    if (list.count == 0)
        return;
    list.items = static_cast<decltype(list.items)>(bench_malloc(list.count * sizeof(void *)));
    std::size_t at = 0;
    for (object item : json)
        list.items[at++] = map(item);
}

#define MAP_TYPE_NAME(member, name, type) made->member = map_text(json[name]);
#define MAP_TEXT(member, name, type)      made->member = map_text(json[name]);
#define MAP_GUID(member, name, type)      made->member = map_text(json[name]);
#define MAP_TIME(member, name, type)      made->member = map_text(json[name]);
#define MAP_BOOL(member, name, type)      made->member = dm_bool_of(json[name].get_bool());
#define MAP_INT(member, name, type) \
    made->member = dm_int32_of(static_cast<std::int32_t>(json[name].get_int64().value()));
#define MAP_TEXTS(member, name, type)  made->member = map_texts(json[name]);
#define MAP_GUIDS(member, name, type)  made->member = map_texts(json[name]);
#define MAP_OBJECT(member, name, type) made->member = map_##type(json[name].get_object());
#define MAP_OBJECTS(member, name, type) \
    map_objects(json[name].get_array(), made->member, map_##type);
#define MAP(form, member, name, type) MAP_##form(member, name, type)
#define DEFINE_MAP(model, LIST)                                           \
    static bench_##model *map_##model(object json)                        \
    {                                                                     \
        bench_##model *made = make<bench_##model>(&bench_##model##_type); \
        LIST(MAP)                                                         \
        return made;                                                      \
    }

BENCH_TYPES(DEFINE_MAP)

static void *parse(const bench_document *document)
{
    static simdjson::ondemand::parser parser;
    try {
        simdjson::padded_string_view text(document->text, document->size,
                                          document->size + BENCH_PADDING);
        simdjson::ondemand::document json = parser.iterate(text);
        if (document->root == BENCH_ROOT_PAGE)
            return map_page(json.get_object());
        if (document->root == BENCH_ROOT_USER)
            return map_user(json.get_object());
        return map_notifications(json.get_object());
    } catch (const simdjson::simdjson_error &error) {
        bench_expect(false, error.what());
    }
    return nullptr;
}

static void count(bool counted)
{
    counting = counted;
}

static_assert(BENCH_PADDING >= simdjson::SIMDJSON_PADDING, "room behind the texts");

extern "C" const bench_peer bench_simdjson = {"simdjson On-Demand", parse, nullptr, count};
