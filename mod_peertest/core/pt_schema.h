/* SPDX-License-Identifier: Apache-2.0 */
/* pt_schema.h - fields and schemas: one declaration that drives binding,
 * checks, the OpenAPI document and, from it, the types and limits of the SPA.
 */
#ifndef PT_SCHEMA_H
#define PT_SCHEMA_H

#include <apr.h>
#include <stddef.h>

typedef enum {
    PT_T_TEXT,   /* const char *; min..max characters; .values: those that are
                  * known, any other is taken, too */
    PT_T_UUID,   /* const char *, lower case */
    PT_T_EMAIL,  /* const char *, trimmed */
    PT_T_URL,    /* const char *; absolute http or https */
    PT_T_TIME,   /* const char *; RFC 3339 with offset */
    PT_T_ENUM,   /* const char *; one of .values */
    PT_T_INT,    /* apr_int64_t; min..max; absent: .dflt */
    PT_T_BOOL,   /* int; absent: .dflt */
    PT_T_OBJECT, /* json_t *, checked against .of; NULL when absent */
    PT_T_ARRAY,  /* json_t *; min..max entries of .item (and .of, .item_max) */
    PT_T_JSON    /* json_t *; an object of any members, checked elsewhere */
} pt_type_e;

typedef enum { PT_IN_BODY, PT_IN_PATH, PT_IN_QUERY } pt_in_e;
typedef enum { PT_OPTIONAL, PT_REQUIRED } pt_need_e;

typedef struct pt_schema_t pt_schema_t;

/** One member of an input, of an output or of a nested object. */
typedef struct {
    const char *name;
    pt_type_e type;
    pt_in_e in;
    pt_need_e need;
    size_t offset;        /* into the input struct; unused when nested */
    apr_int64_t min, max; /* PT_T_INT: value; text: characters (max 0: none);
                           * PT_T_ARRAY: entries */
    apr_int64_t dflt;     /* PT_T_INT and PT_T_BOOL, when absent */
    const char *const
        *values; /* PT_T_ENUM, entries that are, PT_T_TEXT; ends in NULL */
    const char *pattern;   /* text, checked anchored; for the document too */
    pt_type_e item;        /* PT_T_ARRAY: type of its entries */
    apr_int64_t item_max;  /* PT_T_ARRAY of text: characters of an entry */
    const pt_schema_t *of; /* PT_T_OBJECT, or entries that are */
    int nullable;          /* output: may be null */
    int secret;            /* input: never logged, no example */
    const char *doc;       /* one line; ends up in the OpenAPI document */
} pt_field_t;

/** A named JSON form; becomes components.schemas.<name>. */
struct pt_schema_t {
    const char *name;
    const pt_field_t *fields;
    int list; /* 1: {"items": [<name>], "next": cursor or null} */
};

/* A member of an input struct: its name, place, checks and documentation. */
#define PT_F(struct_, member, type_, in_, need_, ...) \
    { \
        .name = #member, .type = type_, .in = in_, .need = need_, \
        .offset = offsetof(struct_, member), __VA_ARGS__ \
    }

/* A member of a nested input object; it is read from the json_t. */
#define PT_N(member, type_, need_, ...) \
    { \
        .name = #member, .type = type_, .need = need_, __VA_ARGS__ \
    }

/* A member of an output form, always present. */
#define PT_OUT(member, type_, doc_, ...) \
    { \
        .name = #member, .type = type_, .need = PT_REQUIRED, .doc = doc_, \
        __VA_ARGS__ \
    }

#define PT_FIELDS_END \
    { \
        .name = NULL \
    }

/* The values of an enumeration: .values = PT_VALUES("a", "b"). */
#define PT_VALUES(...) ((const char *const[]){__VA_ARGS__, NULL})
#endif
