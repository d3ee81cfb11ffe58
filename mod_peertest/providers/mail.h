/* SPDX-License-Identifier: Apache-2.0 */
/* mail.h - sends one mail, the way PeerTestMailUrl names: by SMTP, or by
 * Resend's HTTP API. */
#ifndef PT_MAIL_H
#define PT_MAIL_H

#include "core/pt_err.h"
#include "core/pt_site.h"

/** What is sent; the sender is PeerTestMailFrom. */
typedef struct {
    const char *id; /* unique; the same for every attempt to send it */
    const char *to; /* an address */
    const char *subject, *text, *html;
} pt_mail_t;

/**
 * Send a mail. A call to the outside: never in a transaction.
 * @return PT_P_UNAVAILABLE when it may work later; PT_P_INTERNAL when it was
 *         refused as it is, or cannot be written as a mail
 */
pt_err_t *pt_mail_send(apr_pool_t *p, const pt_site_t *site,
                       const pt_mail_t *mail);

#endif
