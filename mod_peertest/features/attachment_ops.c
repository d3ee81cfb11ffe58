/* SPDX-License-Identifier: Apache-2.0 */
/* attachment_ops.c - files as evidence of work: who may attach what, and what
 * of it is ready. */

#include "features/attachment_ops.h"
#include "domain/service_types.h"

#include <apr_strings.h>
#include <string.h>

/* Where files are attached, and how clients name one that cannot be. */
typedef struct {
    const char *submission_id, *finding_id, *tester_id;
    const char *before, *after; /* of the entry's number in a pointer */
    int is_set;                 /* no file may be named twice */
} place_t;

static pt_err_t *refuse(pt_err_t *err, pt_ctx_t *c, const place_t *at,
                        apr_int64_t n, pt_code_e code)
{
    return pt_err_field(err, c->pool,
                        apr_psprintf(c->pool, "%s%" APR_INT64_T_FMT "%s",
                                     at->before, n, at->after),
                        code);
}

static pt_err_t *check_file(pt_err_t *err, pt_ctx_t *c, const place_t *at,
                            const pt_row_t *fact)
{
    apr_int64_t n = pt_row_int(fact, "place");

    if (!pt_row_bool(fact, "is_there"))
        return refuse(err, c, at, n, PT_C_NOT_FOUND);
    if (at->is_set && pt_row_bool(fact, "is_repeated"))
        return refuse(err, c, at, n, PT_C_REPEATED);
    if (pt_row_bool(fact, "is_taken"))
        return refuse(err, c, at, n, PT_C_NOT_ALLOWED);
    /* What was attached before it was refused is for the tester to see. */
    if (pt_row_bool(fact, "is_refused") && !pt_row_bool(fact, "is_known"))
        return refuse(err, c, at, n, PT_C_NOT_READY);
    return err;
}

/* Lock files and look whether all of them can be attached. */
static pt_err_t *check_files(pt_ctx_t *c, pt_rows_t *facts, const place_t *at,
                             const json_t *ids)
{
    const char *text = pt_json_text(c->pool, ids);
    pt_err_t *err = PT_OK;

    PT_TRY(pt_db_exec(
        c->db, NULL,
        PT_Q(attachment_files_hold, .ids = text, .owner_id = at->tester_id)));
    PT_TRY(pt_db_many(c->db, facts,
                      PT_Q(attachment_facts, .ids = text,
                           .owner_id = at->tester_id,
                           .submission_id = at->submission_id)));
    for (int i = 0; i < facts->count; i++) {
        pt_row_t fact = pt_rows_at(facts, i);
        err = check_file(err, c, at, &fact);
    }
    return err;
}

static pt_err_t *put_files(pt_ctx_t *c, const place_t *at, const json_t *ids)
{
    const char *text = pt_json_text(c->pool, ids);

    PT_TRY(pt_db_exec(c->db, NULL,
                      PT_Q(attachment_drop_others, .ids = text,
                           .submission_id = at->submission_id,
                           .finding_id = at->finding_id)));
    return pt_db_exec(c->db, NULL,
                      PT_Q(attachment_put, .ids = text,
                           .submission_id = at->submission_id,
                           .finding_id = at->finding_id));
}

pt_err_t *pt_finding_attach(pt_ctx_t *c, const char *finding_id,
                            const json_t *attachment_ids)
{
    place_t at = {.finding_id = finding_id,
                  .before = "/attachment_ids/",
                  .after = "",
                  .is_set = 1};
    pt_rows_t facts;
    pt_row_t row;

    if (!attachment_ids)
        return PT_OK;
    PT_TRY(pt_db_one(c->db, &row,
                     PT_Q(attachment_finding, .finding_id = finding_id)));
    at.submission_id = pt_row_str(&row, "submission_id");
    at.tester_id = pt_row_str(&row, "tester_id");
    PT_TRY(check_files(c, &facts, &at, attachment_ids));
    return put_files(c, &at, attachment_ids);
}

/* --- Evidence: links and files in one list --- */

/* The ids of its files, at the places of their entries. */
static json_t *files_of(pt_ctx_t *c, const json_t *evidence)
{
    json_t *ids = pt_json_own(c->pool, json_array());
    json_t *piece;
    size_t i;

    json_array_foreach (evidence, i, piece) {
        const char *id = pt_json_str(piece, "file_id");
        json_array_append_new(ids, id ? json_string(id) : json_null());
    }
    return ids;
}

/* A link or a file, one of the two. */
static pt_err_t *check_piece(pt_err_t *err, pt_ctx_t *c, apr_int64_t n,
                             const json_t *piece)
{
    const place_t links = {.before = "/evidence/", .after = "/url"};
    const place_t files = {.before = "/evidence/", .after = "/file_id"};
    const char *url = pt_json_str(piece, "url");
    const char *file_id = pt_json_str(piece, "file_id");

    if (!url && !file_id)
        return refuse(err, c, &links, n, PT_C_REQUIRED);
    if (url && file_id)
        return refuse(err, c, &files, n, PT_C_NOT_ALLOWED);
    return err;
}

static pt_err_t *check_evidence(pt_ctx_t *c, const pt_proof_t *proof)
{
    const place_t files = {.submission_id = proof->submission_id,
                           .tester_id = proof->tester_id,
                           .before = "/evidence/",
                           .after = "/file_id"};
    const place_t kinds = {.before = "/evidence/", .after = "/kind"};
    pt_err_t *err = PT_OK;
    pt_rows_t facts;
    json_t *piece;
    size_t n;

    json_array_foreach (proof->evidence, n, piece)
        err = check_piece(err, c, (apr_int64_t)n, piece);
    if (err)
        return err;
    PT_TRY(check_files(c, &facts, &files, files_of(c, proof->evidence)));
    for (int i = 0; i < facts.count; i++) {
        pt_row_t fact = pt_rows_at(&facts, i);
        apr_int64_t place = pt_row_int(&fact, "place");
        piece = json_array_get(proof->evidence, (size_t)place);
        if (!pt_evidence_fits(pt_json_str(piece, "kind"),
                              pt_row_str(&fact, "kind")))
            err = refuse(err, c, &kinds, place, PT_C_NOT_ALLOWED);
    }
    return err;
}

static int names_file(const json_t *list, const char *member, const char *id)
{
    json_t *entry;
    size_t i;

    json_array_foreach (list, i, entry) {
        const char *other =
            member ? pt_json_str(entry, member) : json_string_value(entry);
        if (other && strcmp(other, id) == 0)
            return 1;
    }
    return 0;
}

/* Evidence with exactly these files: links stay, what is new is called by what
 * it is. */
static pt_err_t *take_ids(pt_ctx_t *c, json_t **merged, const json_t *evidence,
                          const pt_proof_t *proof)
{
    const place_t at = {.submission_id = proof->submission_id,
                        .tester_id = proof->tester_id,
                        .before = "/attachment_ids/",
                        .after = "",
                        .is_set = 1};
    pt_err_t *err = PT_OK;
    pt_rows_t facts;
    json_t *piece;
    size_t n;

    PT_TRY(check_files(c, &facts, &at, proof->attachment_ids));
    *merged = pt_json_own(c->pool, json_array());
    json_array_foreach (evidence, n, piece) {
        const char *id = pt_json_str(piece, "file_id");
        if (!id || names_file(proof->attachment_ids, NULL, id))
            json_array_append(*merged, piece);
    }
    for (int i = 0; i < facts.count; i++) {
        pt_row_t fact = pt_rows_at(&facts, i);
        const char *id = pt_row_str(&fact, "id");
        const char *kind = pt_evidence_kind_of(pt_row_str(&fact, "kind"));
        if (names_file(*merged, "file_id", id))
            continue;
        if (!kind)
            err =
                refuse(err, c, &at, pt_row_int(&fact, "place"), PT_C_NOT_READY);
        else
            json_array_append_new(
                *merged, json_pack("{ss ss}", "kind", kind, "file_id", id));
    }
    return err;
}

/* As it stands in the draft. */
static pt_err_t *read_evidence(pt_ctx_t *c, json_t **evidence,
                               const char *submission_id)
{
    const char *text;
    json_t *contents;
    pt_row_t row;

    PT_TRY(pt_db_one(c->db, &row,
                     PT_Q(evidence_get, .submission_id = submission_id)));
    text = pt_row_str(&row, "contents");
    PT_TRY(pt_json_parse(c->pool, &contents, text, strlen(text)));
    *evidence = json_object_get(contents, "evidence");
    return PT_OK;
}

pt_err_t *pt_evidence_attach(pt_ctx_t *c, const json_t **evidence,
                             const pt_proof_t *proof)
{
    const place_t at = {.submission_id = proof->submission_id};
    json_t *list = proof->evidence;

    *evidence = NULL;
    if (!proof->evidence && !proof->attachment_ids)
        return PT_OK;
    if (list)
        PT_TRY(check_evidence(c, proof));
    else
        PT_TRY(read_evidence(c, &list, proof->submission_id));
    if (proof->attachment_ids)
        PT_TRY(take_ids(c, &list, list, proof));
    *evidence = list;
    return put_files(c, &at, files_of(c, list));
}

/* --- Handing in --- */

pt_err_t *pt_attachments_hold(pt_ctx_t *c, const char *submission_id)
{
    return pt_db_exec(
        c->db, NULL, PT_Q(attachment_all_hold, .submission_id = submission_id));
}

pt_err_t *pt_attachments_lack(pt_err_t *err, pt_ctx_t *c,
                              const char *submission_id)
{
    pt_rows_t files;

    PT_TRY(pt_db_many(c->db, &files,
                      PT_Q(attachment_states, .submission_id = submission_id)));
    for (int i = 0; i < files.count; i++) {
        pt_row_t file = pt_rows_at(&files, i);
        const char *pointer = pt_row_str(&file, "pointer");
        const char *shows = pt_row_str(&file, "shows");
        if (!pt_row_bool(&file, "is_ready"))
            err = pt_err_field(err, c->pool, pointer, PT_C_NOT_READY);
        else if (shows && !pt_evidence_fits(shows, pt_row_str(&file, "kind")))
            err = pt_err_field(err, c->pool,
                               apr_pstrcat(c->pool, pointer, "/kind", NULL),
                               PT_C_NOT_ALLOWED);
    }
    if (err)
        err->problem = PT_P_INCOMPLETE;
    return err;
}

/* --- Taking away --- */

pt_err_t *pt_file_detach(pt_ctx_t *c, const char *file_id)
{
    return pt_db_exec(c->db, NULL,
                      PT_Q(attachment_take_away, .file_id = file_id));
}
