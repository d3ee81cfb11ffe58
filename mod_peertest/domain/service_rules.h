/* SPDX-License-Identifier: Apache-2.0 */
/* service_rules.h - what a form needs at least, as rows of a table, and the one
 * interpreter of such rows. */
#ifndef PT_SERVICE_RULES_H
#define PT_SERVICE_RULES_H

#include "core/pt_err.h"
#include "core/pt_schema.h"
#include <jansson.h>

typedef enum {
    PT_RULE_NEEDS,     /* a value: text that is not blank, a number, ... */
    PT_RULE_TEXT,      /* at least min characters */
    PT_RULE_ENTRIES,   /* at least min entries, or given members of an object */
    PT_RULE_ANSWERS,   /* one entry, with member, for each entry of the details
                        */
    PT_RULE_CONFIRMED, /* is true */
    PT_RULE_SUM,       /* of the members: none of them, or all and 100 */
    PT_RULE_FINDINGS,  /* there is a finding */
    PT_RULE_EVIDENCE,  /* there is evidence of one of the kinds */
    PT_RULE_EITHER     /* one of two rules holds; the first one is reported */
} pt_rule_e;

/** Something that a form needs. A list of them ends in one without a place. */
typedef struct pt_rule_t {
    pt_rule_e kind;
    /* Where: a path into the form; "*" in it stands for each entry of a list,
     * "" is the form itself. */
    const char *at;
    apr_int64_t min;
    /* Only where this member, of the same object, has one of these values. */
    const char *when;
    const char *const *values;
    const char *of;                 /* a path into the details of the item */
    const char *member;             /* of an entry that answers */
    const char *const *members;     /* that are summed up */
    const char *const *evidence;    /* kinds, any of which will do */
    const struct pt_rule_t *either; /* two of them */
} pt_rule_t;

#define PT_WHEN(member_, ...) .when = #member_, .values = PT_VALUES(__VA_ARGS__)

#define PT_NEEDS(at_, ...) \
    { \
        .kind = PT_RULE_NEEDS, .at = at_, __VA_ARGS__ \
    }
#define PT_MIN_TEXT(at_, min_, ...) \
    { \
        .kind = PT_RULE_TEXT, .at = at_, .min = min_, __VA_ARGS__ \
    }
#define PT_MIN_ENTRIES(at_, min_, ...) \
    { \
        .kind = PT_RULE_ENTRIES, .at = at_, .min = min_, __VA_ARGS__ \
    }
/* As many entries as the number at a place of the details says, at least one.
 */
#define PT_ENTRIES_OF(at_, of_) \
    { \
        .kind = PT_RULE_ENTRIES, .at = at_, .min = 1, .of = of_ \
    }
/* Entries name by "number" which entry of the details they answer. Where the
 * details have none, one entry is enough. */
#define PT_EACH_OF(at_, of_, member_) \
    { \
        .kind = PT_RULE_ANSWERS, .at = at_, .min = 1, .of = of_, \
        .member = #member_ \
    }
/* The same; where the details have none, nothing is asked for. */
#define PT_EACH_IF_ANY(at_, of_, member_, ...) \
    { \
        .kind = PT_RULE_ANSWERS, .at = at_, .of = of_, .member = #member_, \
        __VA_ARGS__ \
    }
#define PT_CONFIRMED(at_, ...) \
    { \
        .kind = PT_RULE_CONFIRMED, .at = at_, __VA_ARGS__ \
    }
#define PT_SUM100(...) \
    { \
        .kind = PT_RULE_SUM, .at = "", .members = PT_VALUES(__VA_ARGS__) \
    }
#define PT_FINDING(at_, ...) \
    { \
        .kind = PT_RULE_FINDINGS, .at = at_, __VA_ARGS__ \
    }
/* At "" once; at each entry of a list, "about" names it by its number. */
#define PT_EVIDENCE(at_, kinds_, ...) \
    { \
        .kind = PT_RULE_EVIDENCE, .at = at_, .evidence = kinds_, __VA_ARGS__ \
    }
#define PT_KINDS(...) PT_VALUES(__VA_ARGS__)
#define PT_EITHER(...) \
    { \
        .kind = PT_RULE_EITHER, .at = "", .either = (const pt_rule_t[]) \
        { \
            __VA_ARGS__ \
        } \
    }
#define PT_RULES_END \
    { \
        .at = NULL \
    }

/** What rules are held against; borrowed. */
typedef struct {
    const json_t *form;     /* a report, or the details of an item */
    const char *pointer;    /* of the form, as clients know it */
    const json_t *details;  /* of the item; may be NULL */
    const json_t *evidence; /* [{kind, url, about, note}]; may be NULL */
    apr_int64_t findings;   /* how many */
} pt_ruled_t;

/**
 * Add what a form lacks.
 * @param err an earlier result, or PT_OK. Pointers count the entry with
 *        "number" n as n - 1, wherever it stands; others by their place.
 * @return err, or the first failure (PT_P_INVALID_INPUT) with all fields
 */
pt_err_t *pt_rules_lack(pt_err_t *err, apr_pool_t *p, const pt_rule_t *rules,
                        const pt_ruled_t *ruled);

/** How clients know a kind of rule: "needs", "text", ... */
const char *pt_rule_name(pt_rule_e kind);
#endif
