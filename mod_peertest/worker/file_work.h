/* SPDX-License-Identifier: Apache-2.0 */
/* file_work.h - files on this machine while a job works on them: their folder,
 * and what is in them. */
#ifndef PT_FILE_WORK_H
#define PT_FILE_WORK_H

#include "core/pt_err.h"
#include "core/pt_site.h"
#include "domain/file_rules.h"

/**
 * Make an empty folder for a job, for httpd's user alone; it goes with p. What
 * was left of an earlier try goes at once, and so does what was left of other
 * jobs long ago.
 */
pt_err_t *pt_work_folder(const char **folder, apr_pool_t *p,
                         const pt_site_t *site, const char *job_id);

/** Remove what a worker that died has left in the folder of a job. */
void pt_work_forget(apr_pool_t *p, const pt_site_t *site, const char *job_id);

/**
 * What a file is by its content, whatever its upload began with.
 * @param refused a PT_REFUSED_ code, or NULL and type is set
 */
pt_err_t *pt_work_judge(pt_file_type_t *type, const char **refused,
                        apr_pool_t *p, const char *path);

/** The hash (in hex) and the size of a file that was made here.
 * @return PT_P_INTERNAL when it is not a plain file of its own */
pt_err_t *pt_work_measure(const char **sha256, apr_int64_t *size, apr_pool_t *p,
                          const char *path);
#endif
