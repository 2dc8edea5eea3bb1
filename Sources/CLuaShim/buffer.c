// Values as bytes: Swift writes them without touching Lua, C replays them; C copies them out, Swift reads them.
#include <stdlib.h>

#include "internal.h"

// Bytes of one token, its payload included.
size_t foglua_token_size(const uint8_t *token) {
    uint32_t count;
    switch (*token) {
    case FOGLUA_INTEGER:
    case FOGLUA_NUMBER:
    case FOGLUA_TABLE:
    case FOGLUA_FUNCTION:
    case FOGLUA_REFERENCE:
    case FOGLUA_TAKEN: return 9;
    case FOGLUA_STRING: memcpy(&count, token + 1, 4); return 5 + (size_t)count;
    case FOGLUA_OBJECT: return 29;
    default: return 1;
    }
}

// Appends a token; false when the buffer cannot grow. [-0, +0, -]
bool foglua_put(foglua_machine *m, foglua_buffer *buffer, uint8_t token, const void *bytes, size_t count) {
    if (!foglua_reserve(m, buffer, count + 1)) return false;
    uint8_t *end = buffer->bytes + buffer->length;
    *end = token;
    if (count) memcpy(end + 1, bytes, count);
    buffer->length += count + 1;
    return true;
}

void foglua_out_begin(foglua_machine *m) {
    for (size_t at = m->read; at < m->out.length; at += foglua_token_size(m->out.bytes + at)) {
        const uint8_t *token = m->out.bytes + at;
        if (*token != FOGLUA_OBJECT && *token != FOGLUA_FUNCTION) continue;
        void *object;
        memcpy(&object, token + (*token == FOGLUA_OBJECT ? 5 : 1), sizeof object);
        m->callbacks.release(object);
    }
    m->out.length = 0;
    m->read = 0;
}

bool foglua_out_nil(foglua_machine *m) { return foglua_put(m, &m->out, FOGLUA_NIL, NULL, 0); }

bool foglua_out_boolean(foglua_machine *m, bool value) {
    return foglua_put(m, &m->out, value ? FOGLUA_TRUE : FOGLUA_FALSE, NULL, 0);
}

bool foglua_out_integer(foglua_machine *m, long long value) {
    return foglua_put(m, &m->out, FOGLUA_INTEGER, &value, sizeof value);
}

bool foglua_out_number(foglua_machine *m, double value) {
    return foglua_put(m, &m->out, FOGLUA_NUMBER, &value, sizeof value);
}

bool foglua_out_string(foglua_machine *m, const void *bytes, size_t count) {
    foglua_buffer *buffer = &m->out;
    if (count > UINT32_MAX || !foglua_reserve(m, buffer, count + 5)) return false;
    uint32_t length = (uint32_t)count;
    uint8_t *end = buffer->bytes + buffer->length;
    *end = FOGLUA_STRING;
    memcpy(end + 1, &length, sizeof length);
    if (count) memcpy(end + 5, bytes, count);
    buffer->length += count + 5;
    return true;
}

bool foglua_out_table(foglua_machine *m, uint32_t array, uint32_t fields) {
    uint32_t counts[2] = {array, fields};
    return foglua_put(m, &m->out, FOGLUA_TABLE, counts, sizeof counts);
}

bool foglua_out_object(foglua_machine *m, int type, void *object, const void *record, size_t charge) {
    uint8_t payload[28];
    uint64_t bytes = charge;
    memcpy(payload, &type, 4);
    memcpy(payload + 4, &object, 8);
    memcpy(payload + 12, &bytes, 8);
    memcpy(payload + 20, &record, 8);
    return foglua_put(m, &m->out, FOGLUA_OBJECT, payload, sizeof payload);
}

bool foglua_out_function(foglua_machine *m, void *function) {
    return foglua_put(m, &m->out, FOGLUA_FUNCTION, &function, sizeof function);
}

bool foglua_out_reference(foglua_machine *m, int reference) {
    int payload[2] = {reference, 0};
    return foglua_put(m, &m->out, FOGLUA_REFERENCE, payload, sizeof payload);
}

uint8_t *foglua_in_bytes(foglua_machine *m, size_t *count) {
    *count = m->in.length;
    return m->in.bytes;
}

void foglua_in_reset(foglua_machine *m) {
    for (size_t at = 0; at < m->in.length; at += foglua_token_size(m->in.bytes + at)) {
        if (m->in.bytes[at] != FOGLUA_REFERENCE) continue;
        int reference;
        memcpy(&reference, m->in.bytes + at + 1, sizeof reference);
        foglua_drop(m, reference);
    }
    m->in.length = 0;
}
