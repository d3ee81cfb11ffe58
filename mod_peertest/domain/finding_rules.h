/* SPDX-License-Identifier: Apache-2.0 */
/* finding_rules.h - what can happen to a finding, and what a verdict about it
 * has to say. */
#ifndef PT_FINDING_RULES_H
#define PT_FINDING_RULES_H

#include "core/pt_err.h"

/** What can happen to a finding that was handed in. */
typedef enum {
    PT_FINDING_TRIAGE,       /* its builder has begun to look */
    PT_FINDING_WITHDRAW,     /* its tester takes it back */
    PT_FINDING_JUDGE,        /* its builder says what it is */
    PT_FINDING_RECONSIDER,   /* and takes that back, to judge it again */
    PT_FINDING_ACCEPT,       /* its work is approved, and nobody had judged */
    PT_FINDING_FIX,          /* its builder says that it is fixed */
    PT_FINDING_ORDER_RETEST, /* somebody is to look at the fix */
    PT_FINDING_VERIFY,       /* the fix holds */
    PT_FINDING_REOPEN,       /* it does not */
    PT_FINDING_EVENTS
} pt_finding_event_e;

/** What a verdict can be; ends in NULL. Each is a state of findings. */
extern const char *const pt_finding_verdicts[];

/** How the timeline calls it: "finding_triaged", ... */
const char *pt_finding_event_name(pt_finding_event_e event);

/**
 * Where does an event lead? A verdict: see pt_finding_judge_check().
 * @param by "builder", "tester" or "system"
 * @param to set on success; a constant string
 * @return PT_P_WRONG_STATE with the present state
 */
pt_err_t *pt_finding_next(apr_pool_t *p, const char **to, const char *from,
                          pt_finding_event_e event, const char *by);

/** Can a finding be judged so, perhaps once more? @return PT_P_WRONG_STATE */
pt_err_t *pt_finding_judge_check(apr_pool_t *p, const char *from,
                                 const char *verdict);

/** A builder's verdict, and the severity that it is about. */
typedef struct {
    const char *verdict;        /* one of pt_finding_verdicts */
    const char *severity;       /* the tester's */
    const char *severity_final; /* NULL: the same */
    const char *reason;         /* may be NULL, as may these */
    const char *duplicate_of;
    const char *known_issue_id;
    int confirmation;
} pt_judgement_t;

/**
 * Is the verdict complete? Another severity needs a reason; a duplicate names
 * the finding that it repeats, what is known the issue, nothing else does. Only
 * a duplicate confirms something.
 * @return PT_P_INVALID_INPUT with the members
 */
pt_err_t *pt_judgement_check(apr_pool_t *p, const pt_judgement_t *judgement);

/** A duplicate that is to count as a confirmation. */
typedef struct {
    int root_is_valid;
    /* Than the root and the confirmations before it: */
    int is_by_other;    /* another tester */
    int is_elsewhere;   /* another system or browser */
    apr_int64_t before; /* confirmations of the root so far */
} pt_confirmation_t;

/** @return PT_P_INVALID_INPUT with "/confirmation" */
pt_err_t *pt_confirmation_check(apr_pool_t *p,
                                const pt_confirmation_t *confirmation);

/** May its tester still change a finding? @return PT_P_WRONG_STATE with the
 * verdict once there is one */
pt_err_t *pt_finding_may_change(apr_pool_t *p, const char *state);

/** How bad a tester says that a finding is. */
typedef struct {
    const char *severity;
    const char *proposed;       /* by its native scale; NULL: it has none */
    const char *value;          /* on that scale; may be NULL, as may these */
    const char *value_proposed; /* by what the value is a combination of */
    const char *reason;
} pt_severity_choice_t;

/** Another step or value than is proposed needs a reason.
 * @return PT_P_INVALID_INPUT with "/severity_reason" */
pt_err_t *pt_severity_check(apr_pool_t *p, const pt_severity_choice_t *choice);

/** Where the result of a fix verification leads: "fixed" says that the fix
 * holds, "not_fixed" and "partly" that it does not.
 * @return 0 when it says neither */
int pt_retest_event(pt_finding_event_e *event, const char *outcome);
#endif
