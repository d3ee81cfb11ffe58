// SPDX-License-Identifier: Apache-2.0
// Generated from docs/openapi.json by tools/generate.mjs. Change the route tables instead.

export interface paths {
    "/admin/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What administrators have done, newest first */
        get: operations["adminListAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/chargebacks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What banks have taken back, newest first */
        get: operations["adminListChargebacks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/chargebacks/{chargeback_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A chargeback with its evidence */
        get: operations["adminGetChargeback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/chargebacks/{chargeback_id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The evidence goes to the bank; once */
        post: operations["submitChargeback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How things stand, and how the last days went */
        get: operations["adminDashboard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All disputes, newest first */
        get: operations["adminListDisputes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/disputes/{dispute_id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide a dispute, or an appeal of what somebody else has decided */
        post: operations["decideDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/fraud-signals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What looks odd about accounts, newest first */
        get: operations["listFraudSignals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits, and since when */
        get: operations["adminHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Jobs, newest first, drafts too */
        get: operations["adminListJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/jobs/{job_id}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a job down: free seats and open bids end, work under way goes on */
        post: operations["removeJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/markets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same, as it is at this moment */
        get: operations["adminListMarkets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/markets/{country}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Open or close a country, and set its threshold of payouts */
        put: operations["setMarket"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payments of all builders, newest first */
        get: operations["adminListPayments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payouts to all testers, newest first */
        get: operations["adminListPayouts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/payouts/{payout_id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a payout again that has failed */
        post: operations["retryPayout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/payouts/{payout_id}/reverse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back what was transferred */
        post: operations["reversePayout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The price book with its history */
        get: operations["listPrices"];
        put?: never;
        /** Set a price; the one that holds then ends */
        post: operations["setPrice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/prices/{price_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a price; nothing takes its place */
        post: operations["endPrice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Background jobs, newest first */
        get: operations["adminListQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/queue/redrive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try all dead background jobs of a kind again */
        post: operations["redriveKind"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/queue/{queue_job_id}/redrive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a dead background job again */
        post: operations["redriveJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/reconciliations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Comparisons with the payment provider's book, newest first */
        get: operations["listReconciliations"];
        put?: never;
        /** Compare now; one at a time */
        post: operations["reconcileNow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/reconciliations/{reconciliation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One comparison and what it has found */
        get: operations["getReconciliation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Refunds to all builders, newest first */
        get: operations["adminListRefunds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/refunds/{refund_id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a refund again that has failed */
        post: operations["retryRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What runs again and again, and how it went */
        get: operations["adminListSchedules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/schedules/{name}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Run it now, unless it is running */
        post: operations["runSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened in a span of at most a year */
        get: operations["adminStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/submissions/{submission_id}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give some of what is held for work back to the builder */
        post: operations["refundSubmission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/tax-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What testers were paid in a year, by quarter, as CSV */
        post: operations["taxReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts, newest first */
        get: operations["adminListUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One account, with what it has under way */
        get: operations["adminGetUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/users/{user_id}/freeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A builder's money stands still: nothing new begins, refunds and payouts of the builder's jobs wait */
        post: operations["freezeUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/users/{user_id}/reinstate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a suspended account in again */
        post: operations["reinstateUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/users/{user_id}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say what an account may be and do */
        put: operations["setUserRoles"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/users/{user_id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Shut an account out; its sessions end at once */
        post: operations["suspendUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/users/{user_id}/unfreeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What waited while a builder was frozen goes on */
        post: operations["unfreezeUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assignments/{assignment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An assignment of yours or of your job */
        get: operations["getAssignment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assignments/{assignment_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End an assignment before anything is handed in; once work has begun, the tester is compensated */
        post: operations["cancelAssignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assignments/{assignment_id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened, oldest first */
        get: operations["listAssignmentEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assignments/{assignment_id}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take more time to hand in, once */
        post: operations["extendAssignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assignments/{assignment_id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a seat back before anything is handed in */
        post: operations["returnAssignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in; sets the refresh cookie */
        post: operations["login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the session and remove the cookie */
        post: operations["logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/password/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a new password; ends the other sessions */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/password/forgot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a mail with a link to set a new password */
        post: operations["forgotPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/password/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a new password with the token of the mail; ends all sessions */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new access token for the refresh cookie, which is replaced */
        post: operations["refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open an account; a mail asks to verify the address */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where you are signed in, newest first */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out somewhere else */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin with a second factor: a secret for the authenticator */
        post: operations["enrolTotp"];
        /** Switch the second factor off; other sessions end */
        delete: operations["disableTotp"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switch the second factor on with a first code; other sessions end */
        post: operations["confirmTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/verify-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Verify an address with the token of its mail */
        post: operations["verifyEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/verify-email/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for another verification mail */
        post: operations["resendVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bids/{bid_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A bid of yours or on your job, with all its offers */
        get: operations["getBid"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bids/{bid_id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept the offer on the table: a builder pays then, a tester waits for that */
        post: operations["acceptBid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bids/{bid_id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** It stands as it was, though the job has changed */
        post: operations["confirmBid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bids/{bid_id}/counter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer an offer with other figures */
        post: operations["counterBid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bids/{bid_id}/decline-counter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Your own last figures stand again */
        post: operations["declineCounter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bids/{bid_id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a bid, oldest first */
        get: operations["listBidEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bids/{bid_id}/pay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Get the page to pay for what was agreed */
        post: operations["payBid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bids/{bid_id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a bid on your job, with a reason */
        post: operations["rejectBid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bids/{bid_id}/revise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Another offer before the builder has answered, or after the job has changed */
        post: operations["reviseBid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bids/{bid_id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show a draft to the builder */
        post: operations["submitBid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bids/{bid_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End your bid */
        post: operations["withdrawBid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Fees, limits and clocks of this marketplace */
        get: operations["getConfig"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dispute-summaries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How disputes have ended, without names, latest first */
        get: operations["listDisputeSummaries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your disputes, as tester and as builder, newest first */
        get: operations["listDisputes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/disputes/{dispute_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A dispute with its case file, for its two sides and for administrators */
        get: operations["getDispute"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/disputes/{dispute_id}/accept-decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept the decision; when both sides have, its money moves at once */
        post: operations["acceptDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/disputes/{dispute_id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say your side of it, once, to what the other side has opened */
        post: operations["answerDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/disputes/{dispute_id}/appeal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask that somebody else decides, once */
        post: operations["appealDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/disputes/{dispute_id}/propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose a split; naming the one that the other side proposes settles it */
        post: operations["proposeSplit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/findings/{finding_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a finding out of a draft */
        delete: operations["deleteFinding"];
        options?: never;
        head?: never;
        /** Change a finding of a draft; what is left out stays as it is */
        patch: operations["updateFinding"];
        trace?: never;
    };
    "/findings/{finding_id}/verdict": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what a finding is, before you decide about its submission */
        post: operations["judgeFinding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Does the server answer? */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/job-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What jobs of common kinds begin with */
        get: operations["listTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Jobs that can be claimed or bid for */
        get: operations["listJobs"];
        put?: never;
        /** Write a job; it is a draft until it is published */
        post: operations["createJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{job_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A job that you may see */
        get: operations["getJob"];
        put?: never;
        post?: never;
        /** Throw a draft away */
        delete: operations["deleteJob"];
        options?: never;
        head?: never;
        /** Change a draft, or a structured job that takes bids (they have to be confirmed then); what is absent stays */
        patch: operations["updateJob"];
        trace?: never;
    };
    "/jobs/{job_id}/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who took a seat of your job, newest first */
        get: operations["listJobAssignments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{job_id}/bids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bids on a job, newest first: all for its builder, your own for a tester */
        get: operations["listBids"];
        put?: never;
        /** Bid for a seat of a role; it stays a draft while you cannot be paid */
        post: operations["createBid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{job_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a job: free seats are refunded, bids are over, work under way goes on */
        post: operations["cancelJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{job_id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a seat of an open job */
        post: operations["claimJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{job_id}/close-bidding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** No more bids: those who have a seat are all that you want */
        post: operations["closeBidding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{job_id}/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new draft with what a job of yours says */
        post: operations["copyJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{job_id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to your job, oldest first */
        get: operations["listJobEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{job_id}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask testers to bid for a role */
        post: operations["inviteTesters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{job_id}/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Offer a seat of your job to a tester; the thread begins with your figures */
        post: operations["offerJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{job_id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Seal a simple draft and get the page to pay for it, the same page again while it waits; open a structured one for bids */
        post: operations["publishJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{job_id}/roles/{role_id}/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Testers who fit a role, the best first */
        get: operations["listCandidates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/markets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Countries: where builders may publish and testers can be paid */
        get: operations["listMarkets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your account */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change your account; what is absent stays */
        patch: operations["updateMe"];
        trace?: never;
    };
    "/me/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The seats you took, newest first */
        get: operations["listMyAssignments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/bids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your bids, newest first */
        get: operations["listMyBids"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/billing-portal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Your cards and receipts, at the payment provider */
        post: operations["startBillingPortal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What you test with */
        get: operations["getDevices"];
        /** Declare what you test with, and confirm that it is so */
        put: operations["putDevices"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/earnings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What you have earned, by currency; with Accept: application/pdf, the statement on paper */
        get: operations["getEarnings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/earnings/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What you were granted in a time, line by line */
        get: operations["getEarningsStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What you are asked to bid for */
        get: operations["listMyInvitations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/invitations/{role_id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** No, thank you */
        post: operations["declineInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your jobs, newest first */
        get: operations["listMyJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/market": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Of those, the ones that you fit, newest first; a short page is the last one only when it says so */
        get: operations["listFittingJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for you, and your money */
        get: operations["getOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your payments, newest first */
        get: operations["listPayments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/payout-account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether you can be paid */
        get: operations["getPayoutAccount"];
        put?: never;
        /** Set up, or complete, where you are paid to */
        post: operations["startPayoutOnboarding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your payouts, newest first */
        get: operations["listPayouts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for your review, oldest due first */
        get: operations["listReviewQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Become a builder or a tester as well */
        post: operations["addRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/tester-profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What you say of yourself as a tester */
        get: operations["getTesterProfile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change it; what is absent stays */
        patch: operations["updateTesterProfile"];
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures for Prometheus */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your notices, newest first */
        get: operations["listNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Notices have been read */
        post: operations["markRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many you have not read */
        get: operations["getUnreadCount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document */
        get: operations["getOpenapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/{payment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of your payments */
        get: operations["getPayment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/{payment_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close the payment window; the job, or the bid, is what it was before */
        post: operations["cancelPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/{payment_id}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your receipt for a payment, as a PDF */
        get: operations["getReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plan-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What structured jobs for common kinds of application begin with */
        get: operations["listPlanTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pricing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each kind of test costs */
        get: operations["getPriceBook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pricing/estimate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a plan of tests costs */
        post: operations["estimate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every problem and field code */
        get: operations["listProblems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your projects, newest first */
        get: operations["listProjects"];
        put?: never;
        /** Add an application that is to be tested */
        post: operations["createProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of your projects */
        get: operations["getProject"];
        put?: never;
        post?: never;
        /** Take a project away that has no unfinished paid job */
        delete: operations["deleteProject"];
        options?: never;
        head?: never;
        /** Change a project; what is absent stays, "" empties */
        patch: operations["updateProject"];
        trace?: never;
    };
    "/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Can requests be served? */
        get: operations["getReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/service-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every kind of test, with its forms and what they need at least */
        get: operations["listServiceTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/submissions/{submission_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A submission of yours, or one handed in for your job */
        get: operations["getSubmission"];
        /** Save a draft; what is left out stays as it is */
        put: operations["saveSubmission"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/submissions/{submission_id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve; the tester is paid */
        post: operations["approveSubmission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/submissions/{submission_id}/approve-partially": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve a part; the rest stays held while the tester can dispute it */
        post: operations["approvePartially"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/submissions/{submission_id}/dispute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a dispute about the money that is held; the submission is locked until it is over */
        post: operations["disputeSubmission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/submissions/{submission_id}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a finding to a draft */
        post: operations["addFinding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/submissions/{submission_id}/missing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a draft still lacks to be handed in */
        get: operations["listMissing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/submissions/{submission_id}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look at what was handed in; the tester sees when you first did */
        post: operations["openSubmission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/submissions/{submission_id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reject; the money stays held while the tester can dispute it */
        post: operations["rejectSubmission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/submissions/{submission_id}/reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer what the builder asked; the review goes on */
        post: operations["replyInfo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/submissions/{submission_id}/request-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send it back to the tester, who can change it and hand it in again */
        post: operations["requestChanges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/submissions/{submission_id}/request-info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the tester something; your time to review stands still until the answer */
        post: operations["requestInfo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/submissions/{submission_id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand a draft in for review */
        post: operations["submitSubmission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/submissions/{submission_id}/waive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Drop what is not handed in, and pay its fee; what is left of its bonus goes back */
        post: operations["waiveSubmission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/test-plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your test plans, newest first */
        get: operations["listPlans"];
        put?: never;
        /** Keep what the configurator put together */
        post: operations["savePlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/test-plans/{plan_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of your test plans, at today's prices */
        get: operations["getPlan"];
        /** Replace a test plan */
        put: operations["updatePlan"];
        post?: never;
        /** Take a test plan away */
        delete: operations["deletePlan"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/test-plans/{plan_id}/job": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A structured draft from a test plan, which stays */
        post: operations["planJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/stripe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** For the payment provider: an event, signed */
        post: operations["receiveStripeEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccountStanding: {
            /**
             * Format: date-time
             * @description Since when its money stands still
             */
            frozen_at: string | null;
            /** @description Why */
            frozen_reason: string | null;
            /**
             * Format: uuid
             * @description The account
             */
            id: string;
        };
        AdminAction: {
            /**
             * Format: uuid
             * @description Who did it
             */
            admin_id: string;
            /** @description And the name */
            admin_name: string;
            /**
             * Format: date-time
             * @description When
             */
            created_at: string;
            /** @description What was and what is */
            detail: Record<string, never>;
            /** @description What kind of thing it was done to */
            entity: string;
            /** @description And which */
            entity_id: string;
            /**
             * Format: uuid
             * @description The entry
             */
            id: string;
            /** @description The operation */
            kind: string;
            /** @description Why */
            reason: string;
        };
        AdminHealth: {
            /** @description And should have */
            clocks_overdue: number;
            /**
             * Format: date-time
             * @description Since when the oldest
             */
            clocks_overdue_since: string | null;
            /** @description Clocks that will strike */
            clocks_set: number;
            /** @description Connections to the database, of everybody */
            connections: number;
            /** @description And without a try left */
            dead: number;
            /** @description Transfers and refunds of which no outcome was seen */
            intents_unknown: number;
            /**
             * Format: date-time
             * @description Since when the oldest
             */
            intents_unknown_since: string | null;
            /** @description And that wait for another try */
            later: number;
            /** @description Mails that nobody took */
            mail_waiting: number;
            /**
             * Format: date-time
             * @description Since when the oldest
             */
            mail_waiting_since: string | null;
            /** @description Connections of the child that answers */
            pool: components["schemas"]["AdminHealthPool"];
            /** @description Calls that the payment provider did not answer */
            provider_waiting: number;
            /**
             * Format: date-time
             * @description Since when the oldest
             */
            provider_waiting_since: string | null;
            /** @description Background jobs that are due */
            queued: number;
            /**
             * Format: date-time
             * @description Since when the oldest is due
             */
            queued_since: string | null;
            /** @description And under way */
            running: number;
            /** @description Schedules whose last run failed */
            schedules_failed: number;
            /**
             * Format: date-time
             * @description When the last one came
             */
            webhook_last_at: string | null;
            /** @description Events of the provider that are not taken in */
            webhooks_waiting: number;
        };
        AdminHealthPool: {
            /** @description Times one was lent since the child began */
            borrowed: number;
            /** @description Of these, in use */
            busy: number;
            /** @description Connections that requests of this child share */
            max: number;
            /** @description Times none was free in time */
            refused: number;
            /** @description Requests that wait for one */
            waiting: number;
        };
        AdminJob: {
            /**
             * Format: date-time
             * @description When it was written
             */
            created_at: string;
            /** @description ISO 4217, lower case */
            currency: string;
            /**
             * Format: date-time
             * @description When it ended
             */
            ended_at: string | null;
            /**
             * Format: uuid
             * @description The job
             */
            id: string;
            /**
             * @description Claimed, or bid for
             * @enum {string}
             */
            kind: "simple" | "structured";
            /**
             * Format: date-time
             * @description When testers first saw it
             */
            opened_at: string | null;
            /**
             * Format: email
             * @description Where its owner's mails go
             */
            owner_email: string;
            /**
             * Format: uuid
             * @description Whose it is
             */
            owner_id: string;
            /** @description How others see its owner */
            owner_name: string;
            /** @description Of a seat; a structured job has prices of its own */
            reward_minor: number | null;
            /** @description Seats */
            seats: number;
            /** @description Of these, taken */
            seats_taken: number;
            /** @description Kinds of test in it */
            service_types: string[];
            /**
             * @description Where it stands
             * @enum {string}
             */
            state: "draft" | "pending_payment" | "open" | "filled" | "closed" | "published" | "awarding" | "in_progress" | "in_review" | "completed" | "cancelled" | "expired" | "removed";
            /**
             * @description Why nobody can claim or bid any more
             * @enum {string|null}
             */
            stop_reason: "cancelled" | "expired" | "closed" | "removed" | null;
            /** @description What it is about */
            title: string;
        };
        AdminPayment: {
            /** @description All that is paid, minor units */
            amount_minor: number;
            /**
             * Format: uuid
             * @description The bid it pays for
             */
            bid_id: string | null;
            /**
             * Format: uuid
             * @description Who pays
             */
            builder_id: string;
            /** @description The builder's money stands still */
            builder_is_frozen: boolean;
            /** @description The name of who pays */
            builder_name: string;
            /** @description The provider's charge */
            charge_id: string | null;
            /** @description The state of its chargeback */
            chargeback_state: string | null;
            /**
             * Format: date-time
             * @description When the window was opened
             */
            created_at: string;
            /** @description ISO 4217, lower case */
            currency: string;
            /** @description Why the last attempt was declined */
            failure_code: string | null;
            /** @description The fees in amount_minor */
            fee_minor: number;
            /**
             * Format: uuid
             * @description The payment
             */
            id: string;
            /**
             * Format: uuid
             * @description What it pays for
             */
            job_id: string;
            /** @description Its title */
            job_title: string;
            /** @description The provider's PaymentIntent */
            payment_intent_id: string | null;
            /** @description What has gone back so far */
            refunded_minor: number;
            /**
             * @description How it stands
             * @enum {string}
             */
            state: "pending" | "succeeded" | "failed" | "cancelled" | "partly_refunded" | "refunded";
            /**
             * Format: date-time
             * @description When the money arrived
             */
            succeeded_at: string | null;
            /**
             * Format: date-time
             * @description Since when the provider is asked for the page
             */
            waits_since: string | null;
        };
        AdminPayout: {
            /** @description What the tester gets, minor units */
            amount_minor: number;
            /**
             * Format: uuid
             * @description The seat it belongs to
             */
            assignment_id: string;
            /** @description How often the provider was asked */
            attempts: number;
            /**
             * Format: uuid
             * @description Whose job it is
             */
            builder_id: string;
            /** @description The name of whose job it is */
            builder_name: string;
            /**
             * Format: date-time
             * @description When the money had left
             */
            completed_at: string | null;
            /**
             * Format: date-time
             * @description When it was granted
             */
            created_at: string;
            /** @description ISO 4217, lower case */
            currency: string;
            /** @description Why it failed */
            failure_code: string | null;
            /** @description The tester's fee, already taken off */
            fee_minor: number;
            /**
             * Format: uuid
             * @description The payout
             */
            id: string;
            /**
             * Format: uuid
             * @description The job
             */
            job_id: string;
            /** @description The job's title */
            job_title: string;
            /** @description What administrators have taken back */
            reversals: components["schemas"]["PayoutReversal"][];
            /** @description What has come back of it */
            reversed_minor: number;
            /**
             * @description How far it is
             * @enum {string}
             */
            state: "pending" | "processing" | "completed" | "failed" | "reversed";
            /**
             * Format: uuid
             * @description The work it pays for
             */
            submission_id: string;
            /**
             * Format: uuid
             * @description Who gets it
             */
            tester_id: string;
            /** @description The name of who gets it */
            tester_name: string;
            /** @description The provider's transfer */
            transfer_id: string | null;
            /**
             * @description pending: what it waits for
             * @enum {string|null}
             */
            waits_for: "account" | "threshold" | "frozen" | "provider" | null;
            /**
             * Format: date-time
             * @description pending: since when
             */
            waits_since: string | null;
        };
        AdminRefund: {
            /** @description All that is owed, minor units */
            amount_minor: number;
            /**
             * Format: uuid
             * @description The seat it is about
             */
            assignment_id: string | null;
            /**
             * Format: uuid
             * @description Who gets it
             */
            builder_id: string;
            /** @description The name of who gets it */
            builder_name: string;
            /**
             * Format: date-time
             * @description When the money had left
             */
            completed_at: string | null;
            /** @description Of it, what a lost chargeback has given back already */
            covered_minor: number;
            /**
             * Format: date-time
             * @description When it was decided
             */
            created_at: string;
            /** @description ISO 4217, lower case */
            currency: string;
            /** @description Why it failed */
            failure_code: string | null;
            /**
             * Format: uuid
             * @description The refund
             */
            id: string;
            /**
             * Format: uuid
             * @description What it was paid for
             */
            job_id: string;
            /** @description Its title */
            job_title: string;
            /**
             * Format: uuid
             * @description What is refunded
             */
            payment_id: string;
            /** @description The provider's refund */
            provider_id: string | null;
            /** @description Why it goes back */
            reason: string;
            /**
             * @description How far it is
             * @enum {string}
             */
            state: "pending" | "processing" | "completed" | "failed" | "reversed";
            /**
             * Format: uuid
             * @description The work it is about
             */
            submission_id: string | null;
            /**
             * @description pending: what it waits for
             * @enum {string|null}
             */
            waits_for: "frozen" | "provider" | null;
        };
        AdminUser: {
            /** @description ISO 3166-1, two letters */
            country: string | null;
            /**
             * Format: date-time
             * @description When it was opened
             */
            created_at: string;
            /**
             * Format: email
             * @description Where mails go
             */
            email: string;
            /** @description Whether the address is verified */
            email_verified: boolean;
            /**
             * Format: date-time
             * @description Since when its money does not move
             */
            frozen_at: string | null;
            /** @description How others see it */
            full_name: string;
            /**
             * Format: uuid
             * @description The account
             */
            id: string;
            /**
             * Format: date-time
             * @description When it was last used
             */
            last_seen_at: string | null;
            /** @description Language, BCP 47 */
            locale: string;
            /**
             * @description State of the payout account
             * @enum {string}
             */
            payout_state: "none" | "pending" | "active" | "restricted" | "rejected";
            /** @description What it may be here */
            roles: ("builder" | "tester" | "admin")[];
            /** @description What it may do as an administrator */
            scopes: ("support" | "finance" | "moderation" | "super")[];
            /**
             * @description Whether it can sign in
             * @enum {string}
             */
            state: "active" | "suspended";
            /**
             * Format: date-time
             * @description Since when it cannot
             */
            suspended_at: string | null;
            /** @description Whether it has a second factor */
            totp_enabled: boolean;
        };
        AdminUserDetail: {
            /** @description Items of its work that were approved */
            approved: number;
            /** @description Seats it has ever held */
            assignments: number;
            /** @description Of these, under way */
            assignments_active: number;
            /** @description Bids that wait for somebody */
            bids_open: number;
            /** @description Why its money does not move */
            frozen_reason: string | null;
            /** @description Jobs it has written */
            jobs: number;
            /** @description Of these, open or under way */
            jobs_going_on: number;
            /** @description Of the second factor */
            recovery_codes_left: number;
            /** @description And rejected */
            rejected: number;
            /** @description Where it is signed in */
            sessions: number;
            /** @description The account */
            user: components["schemas"]["AdminUser"];
        };
        Assignment: {
            /** @description What the tester has in hand, without its contents: it is still to be handed in */
            awaited: components["schemas"]["Awaited"][];
            /**
             * Format: uuid
             * @description The bid that it came from; null in a simple job, as are these
             */
            bid_id: string | null;
            /** @description What findings can add at most */
            bonus_cap_minor: number;
            /** @description Who posted the job */
            builder_name: string;
            /**
             * Format: date-time
             * @description Until when it has to be handed in
             */
            claim_expires_at: string;
            /** @description What the tester gets if you cancel it now, before the tester's fee; null when it cannot be cancelled, or not by you */
            compensation_minor: number | null;
            /**
             * Format: date-time
             * @description When the seat was claimed
             */
            created_at: string;
            /** @description In this currency */
            currency: string;
            /**
             * Format: date-time
             * @description When it ended
             */
            ended_at: string | null;
            /**
             * Format: date-time
             * @description When the tester took more time
             */
            extended_at: string | null;
            /** @description Fees of both sides for what was released */
            fee_minor: number;
            /** @description Held for it now: reward, bonus reserve and fee */
            held_minor: number;
            /**
             * Format: uuid
             * @description The assignment
             */
            id: string;
            /**
             * Format: uuid
             * @description The job
             */
            job_id: string;
            /** @description Where the job stands */
            job_state: string;
            /** @description The job's title */
            job_title: string;
            /** @description Whether you may take more time */
            may_extend: boolean;
            /** @description Refunded to the builder */
            refunded_minor: number;
            /** @description Released to the tester */
            released_minor: number;
            /** @description What it pays, minor units */
            reward_minor: number;
            /**
             * Format: uuid
             * @description The role
             */
            role_id: string | null;
            /** @description Its name */
            role_name: string | null;
            /**
             * @description Which kind of test; null where each item has its own
             * @enum {string|null}
             */
            service_type: "functional_scripted" | "exploratory" | "usability_unmoderated" | "usability_moderated" | "onboarding_ftue" | "accessibility" | "localisation" | "compatibility" | "performance_perceived" | "security" | "regression" | "fix_verification" | "payment_flow" | "content_docs" | "api_dx" | "beta_diary" | "competitive_review" | "smoke_release" | null;
            /**
             * @description Where it stands
             * @enum {string}
             */
            state: "active" | "delivered" | "completed" | "returned" | "lapsed" | "cancelled";
            /** @description What is handed in, one for each item; to the builder once it is */
            submissions: components["schemas"]["Submission"][];
            /** @description The job as it stood at the claim */
            terms: components["schemas"]["Terms"];
            /**
             * Format: uuid
             * @description Who does the work
             */
            tester_id: string;
            /** @description The tester's name */
            tester_name: string;
        };
        Awaited: {
            /**
             * Format: uuid
             * @description The submission
             */
            id: string;
            /** @description Its place among the items */
            position: number;
            /** @description Whether it has to be delivered */
            required: boolean;
            /** @description What it pays, minor units */
            reward_minor: number;
            /**
             * @description Where it stands
             * @enum {string}
             */
            state: "draft" | "submitted" | "needs_info" | "changes_requested" | "approved" | "approved_partial" | "rejected" | "disputed" | "decided" | "lapsed" | "waived";
            /** @description The item's title, or the job's */
            title: string;
        };
        BasePrice: {
            /** @description Price of a unit, before all factors */
            base_minor: number;
            /** @description Can it be bought here? */
            enabled: boolean;
            /** @description Time that a unit takes */
            minutes: number;
            /**
             * @description Kind of test
             * @enum {string}
             */
            service_type: "functional_scripted" | "exploratory" | "usability_unmoderated" | "usability_moderated" | "onboarding_ftue" | "accessibility" | "localisation" | "compatibility" | "performance_perceived" | "security" | "regression" | "fix_verification" | "payment_flow" | "content_docs" | "api_dx" | "beta_diary" | "competitive_review" | "smoke_release";
            /** @description What a quantity of it counts */
            unit: string;
        };
        Bid: {
            /**
             * Format: uuid
             * @description The work that it has become
             */
            assignment_id: string | null;
            /** @description Reserved for findings; what is not earned goes back */
            bonus_cap_minor: number;
            /** @description Who posted the job */
            builder_name: string;
            /** @description All that the builder pays */
            charge_minor: number;
            /** @description Counter-offers so far, of both sides */
            counters: number;
            /** @description Counter-offers that are left */
            counters_left: number;
            /**
             * Format: date-time
             * @description When it was begun
             */
            created_at: string;
            /** @description In this currency */
            currency: string;
            /** @description Days to deliver, from the payment */
            days: number;
            /** @description The builder's fee, on the sum and the bonus */
            fee_minor: number;
            /** @description The sum for an hour of the expected time */
            hourly_rate_minor: number | null;
            /**
             * Format: uuid
             * @description The bid
             */
            id: string;
            /** @description The latest, item by item */
            items: components["schemas"]["BidItem"][];
            /**
             * Format: uuid
             * @description The job
             */
            job_id: string;
            /** @description Where the job stands */
            job_state: string;
            /** @description Its title */
            job_title: string;
            /**
             * Format: uuid
             * @description The latest payment; for the builder
             */
            payment_id: string | null;
            /** @description More about it */
            reject_note: string | null;
            /**
             * @description Why it was rejected
             * @enum {string|null}
             */
            reject_reason: "too_expensive" | "not_a_match" | "too_slow" | "other_tester" | "plan_changed" | "other" | null;
            /** @description Number of the latest offer: the one on the table */
            revision: number;
            /** @description All offers, oldest first */
            revisions: components["schemas"]["BidRevision"][];
            /**
             * Format: uuid
             * @description The role that it is for
             */
            role_id: string;
            /** @description Its name */
            role_name: string;
            /**
             * @description Where it stands
             * @enum {string}
             */
            state: "draft" | "submitted" | "countered_by_builder" | "countered_by_tester" | "agreed" | "awaiting_payment" | "accepted" | "stale" | "rejected" | "withdrawn" | "expired" | "superseded";
            /** @description What the builder may know of the tester */
            tester: components["schemas"]["TesterCard"] | null;
            /**
             * Format: uuid
             * @description Who would do the work
             */
            tester_id: string;
            /** @description The tester's name */
            tester_name: string;
            /** @description Sum of the items */
            total_minor: number;
            /**
             * @description Who has to answer
             * @enum {string|null}
             */
            turn: "builder" | "tester" | null;
            /**
             * Format: date-time
             * @description Until when
             */
            turn_expires_at: string | null;
            /**
             * Format: date-time
             * @description When it last moved
             */
            updated_at: string;
        };
        BidFunding: {
            /** @description The bid as it is now */
            bid: components["schemas"]["Bid"];
            /** @description What is to be paid; for the builder */
            payment: components["schemas"]["Payment"] | null;
        };
        BidItem: {
            /** @description What the tester gets for it, minor units */
            amount_minor: number;
            /**
             * Format: uuid
             * @description The item
             */
            item_id: string;
            /**
             * @description Which kind of test
             * @enum {string}
             */
            service_type: "functional_scripted" | "exploratory" | "usability_unmoderated" | "usability_moderated" | "onboarding_ftue" | "accessibility" | "localisation" | "compatibility" | "performance_perceived" | "security" | "regression" | "fix_verification" | "payment_flow" | "content_docs" | "api_dx" | "beta_diary" | "competitive_review" | "smoke_release";
            /** @description Its title */
            title: string;
        };
        BidRevision: {
            /**
             * @description Who made it
             * @enum {string}
             */
            by: "builder" | "tester";
            /**
             * Format: date-time
             * @description When it was made
             */
            created_at: string;
            /** @description Days to deliver, from the payment */
            days: number;
            /** @description Item by item */
            items: components["schemas"]["BidItem"][];
            /** @description What was said with it */
            message: string;
            /** @description 1 is the first offer */
            number: number;
            /** @description Their sum */
            total_minor: number;
        };
        BillingPortal: {
            /**
             * Format: uri
             * @description Where to go on at the payment provider; null: in progress, ask again shortly
             */
            url: string | null;
        };
        BonusWeights: {
            /** @description Times an item's bonus unit */
            critical: number;
            /** @description The same */
            major: number;
            /** @description The same */
            minor: number;
            /** @description The same */
            moderate: number;
            /** @description The same */
            trivial: number;
        };
        BuilderOverview: {
            /** @description Bids that wait for an answer or the money */
            bids_waiting: number;
            /** @description Of the amounts */
            currency: string;
            /** @description Jobs that are not paid for yet */
            drafts: number;
            /** @description Paid, and held until approval */
            held_minor: number;
            /**
             * Format: date-time
             * @description When the first of them is approved by itself
             */
            next_review_due_at: string | null;
            /** @description Jobs that are under way */
            open_jobs: number;
            /** @description Released to testers, with fees */
            spent_minor: number;
            /** @description Submissions that wait for a decision */
            to_review: number;
        };
        Candidate: {
            /**
             * Format: uuid
             * @description Their latest bid for the role
             */
            bid_id: string | null;
            /**
             * Format: date-time
             * @description When they were invited
             */
            invited_at: string | null;
            /** @description Who */
            tester: components["schemas"]["TesterCard"];
        };
        Chargeback: {
            /** @description What it is about, minor units */
            amount_minor: number;
            /**
             * Format: uuid
             * @description Who had paid
             */
            builder_id: string;
            /** @description The builder's money stands still */
            builder_is_frozen: boolean;
            /** @description The name of who had paid */
            builder_name: string;
            /**
             * Format: date-time
             * @description When the bank decided
             */
            closed_at: string | null;
            /** @description What would have been refunded, and covers the loss */
            covered_minor: number;
            /** @description ISO 4217, lower case */
            currency: string;
            /** @description What is put at the provider's: text by field */
            evidence: Record<string, never>;
            /**
             * Format: date-time
             * @description When the answer must be there
             */
            evidence_due_at: string | null;
            /**
             * Format: date-time
             * @description When the evidence was put there
             */
            evidence_sent_at: string | null;
            /**
             * Format: uuid
             * @description The chargeback
             */
            id: string;
            /**
             * Format: uuid
             * @description What it had paid for
             */
            job_id: string;
            /** @description Its title */
            job_title: string;
            /** @description What we have lost by it as of now */
            lost_minor: number;
            /**
             * Format: date-time
             * @description When the bank took it
             */
            opened_at: string;
            /**
             * Format: uuid
             * @description What was taken back
             */
            payment_id: string;
            /** @description What the provider keeps for it */
            provider_fee_minor: number;
            /** @description The provider's dispute */
            provider_id: string;
            /** @description What the bank says */
            reason: string;
            /**
             * @description How it stands
             * @enum {string}
             */
            state: "needs_response" | "under_review" | "won" | "lost";
            /**
             * Format: date-time
             * @description When it went to the bank
             */
            submitted_at: string | null;
        };
        Dashboard: {
            /** @description Day by day, oldest first */
            days: components["schemas"]["DashboardDay"][];
            /**
             * Format: date-time
             * @description Begin of the first day
             */
            from: string;
            /** @description By currency */
            money: components["schemas"]["DashboardMoney"][];
            /** @description How things stand */
            now: components["schemas"]["DashboardNow"];
            /**
             * Format: date-time
             * @description Now
             */
            to: string;
        };
        DashboardDay: {
            /** @description The day, UTC */
            day: string;
            /** @description Items decided */
            decisions: number;
            /** @description Jobs that testers could first see */
            jobs_opened: number;
            /** @description Accounts that were opened */
            registrations: number;
            /** @description Items handed in */
            submissions: number;
        };
        DashboardMoney: {
            /** @description ISO 4217, lower case */
            currency: string;
            /** @description Day by day */
            days: components["schemas"]["MoneyDay"][];
            /** @description Held for work under way */
            held_minor: number;
            /** @description Owed to testers, not transferred yet */
            owed_minor: number;
        };
        DashboardNow: {
            /** @description Accounts */
            accounts: number;
            /** @description Of these, builders */
            builders: number;
            /** @description Chargebacks that are not closed */
            chargebacks_open: number;
            /** @description Background jobs without a try left */
            dead_jobs: number;
            /** @description Disputes that are not closed */
            disputes_open: number;
            /** @description Jobs that take testers */
            jobs_open: number;
            /** @description Payouts that failed */
            payouts_failed: number;
            /** @description Refunds that failed */
            refunds_failed: number;
            /** @description And shut out */
            suspended: number;
            /** @description And testers; one may be both */
            testers: number;
            /** @description Items that wait for their builder */
            to_review: number;
        };
        Details_accessibility: {
            /** @description Assistive technology to use */
            assistive_technology?: string[] | null;
            /** @description Success criteria to check */
            criteria?: {
                /** @description Its number, as 1.4.3 */
                criterion: string;
                /** @description Its name */
                name?: string | null;
            }[] | null;
            /** @description Flows to go through */
            flows?: string[] | null;
            /**
             * @description Up to which level
             * @enum {string|null}
             */
            level?: "a" | "aa" | "aaa" | null;
            /** @description Pages to look at */
            pages?: {
                /** @description What it is called */
                name: string;
                /**
                 * Format: uri
                 * @description Where it is
                 */
                url?: string | null;
            }[] | null;
            /**
             * @description What to hold it against
             * @enum {string|null}
             */
            standard?: "wcag_2_2" | "wcag_2_1" | "en_301_549" | null;
        };
        Details_api_dx: {
            /**
             * Format: uri
             * @description Where its documentation is
             */
            docs_url?: string | null;
            /** @description What to build or get done */
            goal?: string | null;
            /** @description How to get access */
            keys?: string | null;
            /**
             * @description What is tried
             * @enum {string|null}
             */
            kind?: "api" | "sdk" | "cli" | null;
            /** @description In which language */
            language?: string | null;
        };
        Details_beta_diary: {
            /** @description How long it runs */
            days?: number | null;
            /** @description The entries that are due */
            prompts?: {
                /** @description On which day it is due, counted from 1 */
                day: number;
                /** @description What to write about */
                text: string;
            }[] | null;
            /** @description Where to get it: the store's test track, an invitation */
            store_track?: string | null;
            /** @description Asked at the end */
            survey?: {
                /** @description The question */
                text: string;
            }[] | null;
        };
        Details_compatibility: {
            /** @description The matrix, cell by cell */
            cells?: {
                /** @description Browser and version */
                browser?: string | null;
                /** @description Device or kind of device */
                device: string;
                /** @description Operating system and version */
                os?: string | null;
            }[] | null;
            /** @description What to check in each cell */
            checks?: string[] | null;
            /** @description Each pair of values is covered, not each combination */
            is_pairwise?: boolean | null;
            /** @description Where it looks as it should */
            reference?: string | null;
        };
        Details_competitive_review: {
            /** @description By what to compare */
            criteria?: {
                /** @description What a good score takes */
                measure?: string | null;
                /** @description What to compare */
                name: string;
            }[] | null;
            /** @description What to compare, your own first */
            products?: {
                /** @description What it is called */
                name: string;
                /**
                 * Format: uri
                 * @description Where it is
                 */
                url?: string | null;
            }[] | null;
        };
        Details_content_docs: {
            /** @description Who they are written for */
            audience?: string | null;
            /** @description Pages or guides to read */
            pages?: {
                /** @description What it is called */
                name: string;
                /**
                 * Format: uri
                 * @description Where it is
                 */
                url?: string | null;
            }[] | null;
            /** @description Rules of style, or where to find them */
            style?: string | null;
        };
        Details_exploratory: {
            /** @description Where to look */
            areas?: string[] | null;
            /** @description Explore what, with what, to learn what */
            charter?: string | null;
            /** @description Length of the session */
            minutes?: number | null;
            /** @description What tells right from wrong: a document, a rival, a rule */
            oracles?: string[] | null;
        };
        Details_fix_verification: {
            /** @description Where it was seen: device, system, browser */
            environment?: string | null;
            /** @description The problem that was fixed, in one line */
            finding?: string | null;
            /**
             * Format: uri
             * @description Where it is described
             */
            finding_url?: string | null;
            /** @description The build that has the fix */
            new_build?: string | null;
            /** @description The steps that showed it */
            steps?: {
                /** @description What should happen then */
                expected?: string | null;
                /** @description What to do */
                text: string;
            }[] | null;
        };
        Details_functional_scripted: {
            /** @description Which account to use, and how to get it */
            account?: string | null;
            /** @description Data to use */
            data?: string | null;
            /** @description What has to be so before the first step */
            preconditions?: string | null;
            /** @description What to do, in order */
            steps?: {
                /** @description What should happen then */
                expected?: string | null;
                /** @description What to do */
                text: string;
            }[] | null;
        };
        Details_localisation: {
            /** @description Words that are fixed, or where to find them */
            glossary?: string | null;
            /** @description Language to review, as pt-BR */
            locale?: string | null;
            /** @description Screens to review */
            screens?: {
                /** @description What it is called */
                name: string;
                /**
                 * Format: uri
                 * @description Where it is
                 */
                url?: string | null;
            }[] | null;
            /** @description Language that it was translated from */
            source_locale?: string | null;
            /** @description How it should sound */
            tone?: string | null;
        };
        Details_onboarding_ftue: {
            /** @description Which account to make, and what it costs */
            account?: string | null;
            /** @description Where a new user starts: an address, an advertisement, a store page */
            entry_point?: string | null;
            /** @description The first thing of value that a new user should reach */
            goal?: string | null;
        };
        Details_payment_flow: {
            /** @description ISO 4217, lower case */
            currency?: string | null;
            /** @description The most that a tester may spend, minor units */
            expense_limit_minor?: number | null;
            /**
             * @description Whose money is it?
             * @enum {string|null}
             */
            money?: "test_instruments" | "own_refunded" | "own_claimed" | null;
            /** @description How and when the money comes back */
            refund_plan?: string | null;
            /** @description What to pay */
            transactions?: {
                /** @description How much, minor units */
                amount_minor?: number | null;
                /** @description What should happen */
                expected?: string | null;
                /** @description How to pay: card, wallet, bank, ... */
                method: string;
            }[] | null;
        };
        Details_performance_perceived: {
            /**
             * @description With which cache
             * @enum {string|null}
             */
            cache?: "cold" | "warm" | null;
            /**
             * @description On which network
             * @enum {string|null}
             */
            network?: "as_it_is" | "wifi" | "5g" | "4g" | "slow_4g" | "3g" | null;
            /** @description How many runs of each */
            runs?: number | null;
            /** @description What to measure, with its thresholds */
            scenarios?: {
                /** @description Layout shift in thousandths, at most */
                cls_max_milli?: number | null;
                /** @description Interaction to next paint, at most */
                inp_max_ms?: number | null;
                /** @description Largest contentful paint, at most */
                lcp_max_ms?: number | null;
                /** @description Load time, at most */
                load_max_ms?: number | null;
                /** @description What to do */
                text: string;
            }[] | null;
        };
        Details_regression: {
            /** @description The run to compare with: build, date, where its results are */
            baseline?: string | null;
            /** @description The cases of the suite */
            cases?: {
                /**
                 * @description How it went in the baseline run
                 * @enum {string|null}
                 */
                baseline?: "pass" | "fail" | "blocked" | "not_run" | null;
                /** @description What should happen */
                expected?: string | null;
                /** @description How to run it */
                steps?: string | null;
                /** @description The case in one line */
                title: string;
            }[] | null;
            /** @description What was changed since */
            changed_areas?: string[] | null;
        };
        Details_security: {
            /** @description Accounts to use */
            accounts?: string | null;
            /** @description Who allows this test, for which systems and from when to when */
            authorisation?: string | null;
            /** @description What to do when data of others shows up */
            data_rules?: string | null;
            /**
             * @description May findings be published?
             * @enum {string|null}
             */
            disclosure?: "never" | "after_fix" | "after_embargo" | null;
            /**
             * Format: date-time
             * @description Nothing is published before
             */
            embargo_until?: string | null;
            /** @description What is forbidden: targets, and ways to test */
            exclusions?: string[] | null;
            /** @description What a tester who keeps to the rules is promised */
            safe_harbour?: string | null;
            /** @description Targets that may be tested */
            scope?: string[] | null;
        };
        Details_smoke_release: {
            /** @description The build to be released */
            build?: string | null;
            /** @description What must work before the release */
            checks?: {
                /** @description What should happen then */
                expected?: string | null;
                /** @description What to do */
                text: string;
            }[] | null;
        };
        Details_usability_moderated: {
            /** @description What will be talked about and tried */
            guide?: string | null;
            /** @description Language of the session */
            language?: string | null;
            /** @description Length of the session */
            minutes?: number | null;
            /** @description Who else listens in */
            observers?: string[] | null;
            /** @description Questions to be answered */
            questions?: {
                /** @description The question */
                text: string;
            }[] | null;
            /** @description Times that are possible */
            slots?: {
                /**
                 * Format: date-time
                 * @description When it begins
                 */
                starts_at: string;
            }[] | null;
        };
        Details_usability_unmoderated: {
            /**
             * @description Scale at the end: ten questions, or two
             * @enum {string|null}
             */
            questionnaire?: "sus" | "umux_lite" | null;
            /** @description Asked afterwards */
            questions?: {
                /** @description The question */
                text: string;
            }[] | null;
            /** @description The situation that the participant is in */
            scenario?: string | null;
            /** @description Asked before, to see whether somebody fits */
            screener?: {
                /** @description The question */
                text: string;
            }[] | null;
            /** @description What to do, in order */
            tasks?: {
                /** @description How to know that it was achieved */
                success?: string | null;
                /** @description What to achieve */
                text: string;
            }[] | null;
        };
        Device: {
            /** @description Browser */
            browser: string | null;
            /** @description Its version */
            browser_version: string | null;
            /**
             * Format: date-time
             * @description When it was last declared
             */
            confirmed_at: string;
            /**
             * Format: uuid
             * @description The device
             */
            id: string;
            /** @description False when it has to be confirmed before it counts */
            is_fresh: boolean;
            /**
             * @description What it is
             * @enum {string}
             */
            kind: "phone" | "tablet" | "laptop" | "desktop" | "tv" | "watch" | "other";
            /** @description Maker and model */
            name: string;
            /** @description Operating system */
            os: string;
            /** @description Its version */
            os_version: string;
        };
        Dispute: {
            /** @description What the other side says */
            answer: string | null;
            /**
             * Format: date-time
             * @description Until when the other side can answer; then who opened it has won
             */
            answer_due_at: string;
            /**
             * Format: date-time
             * @description When it did
             */
            answered_at: string | null;
            /**
             * Format: date-time
             * @description Until when the decision can be appealed
             */
            appeal_due_at: string | null;
            /** @description What the appeal gave the tester */
            appeal_percent: number | null;
            /** @description Why */
            appeal_reason: string | null;
            /** @description What it said */
            appeal_statement: string | null;
            /**
             * Format: date-time
             * @description When it was
             */
            appealed_at: string | null;
            /**
             * @description Which side appealed
             * @enum {string|null}
             */
            appealed_by: "tester" | "builder" | null;
            /**
             * Format: uuid
             * @description Its assignment
             */
            assignment_id: string;
            /** @description What the split is about, of reward and bonus, minor units */
            at_stake_minor: number;
            /** @description What the tester got by it, before the tester's fee; null until it is closed */
            awarded_minor: number | null;
            /**
             * Format: date-time
             * @description When the builder did
             */
            builder_accepted_at: string | null;
            /** @description Who posted the job */
            builder_name: string;
            /** @description Contract, work, review and timeline as they were when it was opened */
            case_file: Record<string, never>;
            /** @description Its SHA-256, hexadecimal */
            case_hash: string;
            /**
             * Format: date-time
             * @description When it was closed; then the money moved
             */
            closed_at: string | null;
            /** @description In this currency */
            currency: string;
            /**
             * Format: date-time
             * @description When it was decided, by whatever
             */
            decided_at: string | null;
            /** @description What the first decision, or the agreement, gave the tester */
            decided_percent: number | null;
            /**
             * Format: date-time
             * @description Until when an administrator should decide
             */
            decision_due_at: string | null;
            /**
             * Format: date-time
             * @description Until when the present stage lasts at most; null when it is closed
             */
            due_at: string | null;
            /**
             * Format: date-time
             * @description When it ends even if nobody decides
             */
            hard_stop_at: string;
            /**
             * Format: uuid
             * @description The dispute
             */
            id: string;
            /** @description The item's title; null in a simple job */
            item_title: string | null;
            /**
             * Format: uuid
             * @description Its job
             */
            job_id: string;
            /** @description The job's title */
            job_title: string;
            /**
             * @description What it is about
             * @enum {string}
             */
            kind: "scope" | "evidence" | "severity" | "duplicate" | "environment" | "conduct" | "payment";
            /** @description Whether you can accept the decision */
            may_accept: boolean;
            /** @description Whether you can answer it */
            may_answer: boolean;
            /** @description Whether you can appeal it */
            may_appeal: boolean;
            /** @description Whether you can propose a split, or take the other side's by naming the same */
            may_propose: boolean;
            /**
             * Format: date-time
             * @description When it was opened
             */
            opened_at: string;
            /**
             * @description Which side opened it
             * @enum {string}
             */
            opened_by: "tester" | "builder";
            /**
             * @description How it came to that
             * @enum {string|null}
             */
            outcome: "agreed" | "decided" | "silence" | "appeal" | "hard_stop" | null;
            /** @description What the tester was granted before; it is not touched */
            paid_before_minor: number;
            /** @description Splits that were proposed; the latest of a side stands */
            proposals: components["schemas"]["DisputeProposal"][];
            /** @description Why; null when time decided */
            reason: string | null;
            /**
             * @description Which kind of test
             * @enum {string}
             */
            service_type: "functional_scripted" | "exploratory" | "usability_unmoderated" | "usability_moderated" | "onboarding_ftue" | "accessibility" | "localisation" | "compatibility" | "performance_perceived" | "security" | "regression" | "fix_verification" | "payment_flow" | "content_docs" | "api_dx" | "beta_diary" | "competitive_review" | "smoke_release";
            /**
             * Format: date-time
             * @description Until when it is best settled between the two sides
             */
            settlement_due_at: string;
            /** @description What each split would move, one for each per cent; empty once it is closed */
            splits: components["schemas"]["DisputeSplit"][];
            /**
             * @description Where it stands
             * @enum {string}
             */
            state: "open" | "answered" | "decided" | "appealed" | "closed";
            /** @description What the side says that opened it */
            statement: string;
            /**
             * Format: uuid
             * @description The submission that it is about
             */
            submission_id: string;
            /** @description What everybody may read about it */
            summary: string | null;
            /**
             * Format: date-time
             * @description When the tester accepted the decision
             */
            tester_accepted_at: string | null;
            /** @description Who did the work */
            tester_name: string;
            /** @description The tester's part as it stands, once it is decided or agreed */
            tester_percent: number | null;
            /**
             * @description Which side you are; null to an administrator
             * @enum {string|null}
             */
            your_side: "tester" | "builder" | null;
        };
        DisputeItem: {
            /**
             * Format: uuid
             * @description Its assignment
             */
            assignment_id: string;
            /** @description What the split is about, of reward and bonus, minor units */
            at_stake_minor: number;
            /** @description What the tester got by it, before the tester's fee; null until it is closed */
            awarded_minor: number | null;
            /** @description Who posted the job */
            builder_name: string;
            /**
             * Format: date-time
             * @description When it was closed; then the money moved
             */
            closed_at: string | null;
            /** @description In this currency */
            currency: string;
            /**
             * Format: date-time
             * @description Until when the present stage lasts at most; null when it is closed
             */
            due_at: string | null;
            /**
             * Format: uuid
             * @description The dispute
             */
            id: string;
            /** @description The item's title; null in a simple job */
            item_title: string | null;
            /**
             * Format: uuid
             * @description Its job
             */
            job_id: string;
            /** @description The job's title */
            job_title: string;
            /**
             * @description What it is about
             * @enum {string}
             */
            kind: "scope" | "evidence" | "severity" | "duplicate" | "environment" | "conduct" | "payment";
            /** @description Whether you can accept the decision */
            may_accept: boolean;
            /** @description Whether you can answer it */
            may_answer: boolean;
            /** @description Whether you can appeal it */
            may_appeal: boolean;
            /** @description Whether you can propose a split, or take the other side's by naming the same */
            may_propose: boolean;
            /**
             * Format: date-time
             * @description When it was opened
             */
            opened_at: string;
            /**
             * @description Which side opened it
             * @enum {string}
             */
            opened_by: "tester" | "builder";
            /**
             * @description How it came to that
             * @enum {string|null}
             */
            outcome: "agreed" | "decided" | "silence" | "appeal" | "hard_stop" | null;
            /** @description What the tester was granted before; it is not touched */
            paid_before_minor: number;
            /**
             * @description Which kind of test
             * @enum {string}
             */
            service_type: "functional_scripted" | "exploratory" | "usability_unmoderated" | "usability_moderated" | "onboarding_ftue" | "accessibility" | "localisation" | "compatibility" | "performance_perceived" | "security" | "regression" | "fix_verification" | "payment_flow" | "content_docs" | "api_dx" | "beta_diary" | "competitive_review" | "smoke_release";
            /**
             * @description Where it stands
             * @enum {string}
             */
            state: "open" | "answered" | "decided" | "appealed" | "closed";
            /**
             * Format: uuid
             * @description The submission that it is about
             */
            submission_id: string;
            /** @description Who did the work */
            tester_name: string;
            /** @description The tester's part as it stands, once it is decided or agreed */
            tester_percent: number | null;
            /**
             * @description Which side you are; null to an administrator
             * @enum {string|null}
             */
            your_side: "tester" | "builder" | null;
        };
        DisputeProposal: {
            /**
             * @description Which side
             * @enum {string}
             */
            by: "tester" | "builder";
            /**
             * Format: date-time
             * @description When
             */
            created_at: string;
            /** @description 1 for the first */
            number: number;
            /** @description What it would leave to the tester */
            tester_percent: number;
        };
        DisputeSplit: {
            /** @description What would go back to the builder, with its part of the fee */
            builder_minor: number;
            /** @description What the tester would get, after the tester's fee, minor units */
            tester_minor: number;
            /** @description 0 to 100 */
            tester_percent: number;
        };
        DisputeSummary: {
            /**
             * Format: date-time
             * @description When it ended
             */
            closed_at: string;
            /**
             * @description What it was about
             * @enum {string}
             */
            kind: "scope" | "evidence" | "severity" | "duplicate" | "environment" | "conduct" | "payment";
            /**
             * @description Which side opened it
             * @enum {string}
             */
            opened_by: "tester" | "builder";
            /**
             * @description How it came to that
             * @enum {string}
             */
            outcome: "agreed" | "decided" | "silence" | "appeal" | "hard_stop";
            /**
             * @description Which kind of test
             * @enum {string}
             */
            service_type: "functional_scripted" | "exploratory" | "usability_unmoderated" | "usability_moderated" | "onboarding_ftue" | "accessibility" | "localisation" | "compatibility" | "performance_perceived" | "security" | "regression" | "fix_verification" | "payment_flow" | "content_docs" | "api_dx" | "beta_diary" | "competitive_review" | "smoke_release";
            /** @description In a few words */
            summary: string | null;
            /** @description What the tester got of what was at stake */
            tester_percent: number;
        };
        Earnings: {
            /**
             * Format: date-time
             * @description Payouts granted since
             */
            from: string | null;
            /** @description One entry for each currency */
            items: components["schemas"]["EarningsFigure"][];
            /**
             * Format: date-time
             * @description Payouts granted before
             */
            to: string | null;
        };
        EarningsFigure: {
            /** @description Paid */
            completed_minor: number;
            /** @description ISO 4217, lower case */
            currency: string;
            /** @description Could not be sent; still yours */
            failed_minor: number;
            /** @description Held for work you have in hand, minor units */
            held_minor: number;
            /** @description Granted, not sent yet */
            pending_minor: number;
            /** @description On its way */
            processing_minor: number;
        };
        EarningsStatement: {
            /** @description Your country */
            country: string | null;
            /**
             * Format: email
             * @description Your address
             */
            email: string;
            /**
             * Format: date-time
             * @description Payouts granted since
             */
            from: string;
            /** @description One entry for each payout, newest first */
            lines: components["schemas"]["StatementLine"][];
            /** @description How many there are beyond the 2000 newest; the totals have them all */
            lines_left_out: number;
            /** @description Your name */
            name: string;
            /**
             * Format: date-time
             * @description Payouts granted before
             */
            to: string;
            /** @description One entry for each currency */
            totals: components["schemas"]["StatementTotal"][];
        };
        Environment: {
            /** @description Browser */
            browser?: string;
            /** @description Its version */
            browser_version?: string;
            /** @description Version of what was tested */
            build?: string;
            /** @description Make and model */
            device?: string;
            /** @description Language setting */
            locale?: string;
            /** @description Kind of network */
            network?: string;
            /** @description Operating system */
            os?: string;
            /** @description Its version */
            os_version?: string;
            /** @description Time zone setting */
            time_zone?: string;
            /** @description Size of the page, as 390x844 */
            viewport?: string;
        };
        Estimate: {
            /** @description Is it? */
            below_floor: boolean;
            /** @description The most that findings can earn */
            bonus_cap_minor: number;
            /** @description Of all amounts */
            currency: string;
            /** @description By recent work of these kinds, if there was enough of it */
            expected_findings: components["schemas"]["FindingsRange"] | null;
            /** @description The builder's fee on reward and bonus */
            fee_minor: number;
            /** @description Below this an hour is badly paid */
            hourly_floor_minor: number | null;
            /** @description What an hour earns, in the role that pays least */
            hourly_rate_minor: number | null;
            /** @description One for each item */
            lines: components["schemas"]["EstimateLine"][];
            /** @description Time of all testers together */
            minutes: number;
            /** @description What the work earns */
            reward_minor: number;
            /** @description The testers' fee on reward and bonus */
            tester_fee_minor: number;
            /** @description All that the builder pays */
            total_minor: number;
            /** @description Who gets what of the total */
            waterfall: components["schemas"]["EstimatePart"][];
        };
        EstimateLine: {
            /** @description Price for all testers */
            amount_minor: number;
            /** @description Its place in the role, from 0 */
            item: number;
            /** @description Time of all testers together */
            minutes: number;
            /** @description Units of it, for each tester */
            quantity: number;
            /** @description Its role's place in the plan, from 0 */
            role: number;
            /** @description Price of all units, for one tester */
            seat_minor: number;
            /** @description How many testers */
            seats: number;
            /**
             * @description Kind of test
             * @enum {string}
             */
            service_type: "functional_scripted" | "exploratory" | "usability_unmoderated" | "usability_moderated" | "onboarding_ftue" | "accessibility" | "localisation" | "compatibility" | "performance_perceived" | "security" | "regression" | "fix_verification" | "payment_flow" | "content_docs" | "api_dx" | "beta_diary" | "competitive_review" | "smoke_release";
            /** @description Price of a unit, rounded, to be shown */
            unit_minor: number;
        };
        EstimatePart: {
            /** @description How much of the total */
            amount_minor: number;
            /**
             * @description Who gets it
             * @enum {string}
             */
            part: "testers" | "bonus" | "platform_fee";
        };
        Event: {
            /**
             * @description Which side did it
             * @enum {string}
             */
            actor_kind: "builder" | "tester" | "admin" | "clock" | "gateway" | "system";
            /** @description Who did it, when it was a person */
            actor_name: string | null;
            /** @description Money that moved, minor units */
            amount_minor: number | null;
            /**
             * Format: date-time
             * @description When
             */
            created_at: string;
            /** @description Its currency */
            currency: string | null;
            /** @description The state before */
            from_state: string | null;
            /**
             * Format: uuid
             * @description The event
             */
            id: string;
            /** @description What happened */
            kind: string;
            /** @description More about it */
            note: string | null;
            /**
             * Format: uuid
             * @description The submission that it is about, when it is about one
             */
            submission_id: string | null;
            /** @description The state after */
            to_state: string | null;
        };
        Evidence: {
            /** @description The entry that it proves, as the step's number */
            about?: string;
            /**
             * @description What it is
             * @enum {string}
             */
            kind: "screenshot" | "recording" | "trace" | "log" | "receipt" | "output";
            /** @description What it shows */
            note?: string;
            /** @description Where it is */
            url: string;
        };
        FieldCode: {
            /** @description As it stands in errors[].code */
            code: string;
            /** @description In English; translate by code */
            meaning: string;
        };
        Finding: {
            /** @description What happens */
            actual: string;
            /**
             * Format: date-time
             * @description When it was added
             */
            created_at: string;
            /**
             * Format: uuid
             * @description The finding that it repeats
             */
            duplicate_of: string | null;
            /** @description What should happen */
            expected: string;
            /**
             * Format: uuid
             * @description The finding
             */
            id: string;
            /**
             * Format: date-time
             * @description When the builder said so
             */
            judged_at: string | null;
            /**
             * @description What kind of problem
             * @enum {string}
             */
            kind: "functional" | "visual" | "content" | "crash" | "performance" | "usability" | "accessibility" | "localisation" | "compatibility" | "security" | "suggestion";
            /** @description Its number there */
            number: number;
            /**
             * @description How often
             * @enum {string}
             */
            reproducibility: "always" | "often" | "sometimes" | "once";
            /**
             * @description How bad it is
             * @enum {string}
             */
            severity: "critical" | "major" | "moderate" | "minor" | "trivial";
            /**
             * @description How bad the builder says it is
             * @enum {string|null}
             */
            severity_final: "critical" | "major" | "moderate" | "minor" | "trivial" | null;
            /**
             * @description What became of it
             * @enum {string}
             */
            state: "new" | "triaged" | "valid" | "duplicate" | "known" | "informative" | "works_as_designed" | "not_reproducible" | "out_of_scope" | "spam" | "fixed" | "retest_ordered" | "verified" | "reopened" | "withdrawn";
            /** @description How to see it */
            steps: string[];
            /**
             * Format: uuid
             * @description The submission that it is part of
             */
            submission_id: string;
            /** @description One problem in one sentence */
            title: string;
            /**
             * Format: date-time
             * @description When it was last changed
             */
            updated_at: string;
            /** @description Where it is */
            url: string | null;
            /** @description Why the builder says so */
            verdict_reason: string | null;
        };
        FindingsRange: {
            /** @description To */
            high: number;
            /** @description From */
            low: number;
        };
        FormField: {
            /** @description What it is for, in English */
            doc: string;
            /** @description Members of the object, or of each entry */
            fields?: components["schemas"]["FormField"][];
            /**
             * @description What the entries of an array are
             * @enum {string}
             */
            item?: "text" | "url" | "time" | "enum" | "int" | "bool" | "object" | "array";
            /** @description Most characters of an entry */
            item_max?: number;
            /** @description Most of the same */
            max?: number;
            /** @description Least number, characters or entries */
            min?: number;
            /** @description The text is long */
            multiline?: boolean;
            /** @description The member */
            name: string;
            /** @description Regular expression that it matches */
            pattern?: string;
            /** @description Also a draft cannot leave it out */
            required: boolean;
            /**
             * @description What its value is
             * @enum {string}
             */
            type: "text" | "url" | "time" | "enum" | "int" | "bool" | "object" | "array";
            /** @description The possible values */
            values?: string[];
        };
        FormRule: {
            /** @description One of these is enough */
            either?: components["schemas"]["FormRule"][];
            /** @description Kinds of evidence, any of which will do */
            evidence?: string[];
            /** @description Of what; * stands for each entry of a list */
            field: string;
            /**
             * @description What is asked for
             * @enum {string}
             */
            kind: "needs" | "text" | "entries" | "answers" | "confirmed" | "sum" | "findings" | "evidence" | "either";
            /** @description What an answer needs */
            member?: string;
            /** @description What makes 100 in sum */
            members?: string[];
            /** @description Least characters or entries */
            min?: number;
            /** @description What of the details it answers, or what says how many */
            of?: string;
            /** @description Only then */
            when?: {
                /** @description A member of the same object */
                member: string;
                /** @description It counts where the member has one of them */
                values: string[];
            };
        };
        FraudSignal: {
            /**
             * Format: uuid
             * @description Whose account
             */
            account_id: string;
            /** @description The name of its owner */
            account_name: string;
            /** @description How often */
            count: number;
            /** @description The account's money stands still */
            is_frozen: boolean;
            /**
             * @description declined_cards: at least three attempts to pay were declined; same_card: another builder pays with the same card; same_bank: another tester is paid to the same bank account; closed_circle: one builder has approved this tester's work at least three times within five minutes; chargebacks: the bank took payments back
             * @enum {string}
             */
            kind: "declined_cards" | "same_card" | "same_bank" | "closed_circle" | "chargebacks";
            /**
             * Format: uuid
             * @description The other account, where two are involved
             */
            other_id: string | null;
            /** @description The name of its owner */
            other_name: string | null;
            /**
             * Format: date-time
             * @description The last time
             */
            seen_at: string;
        };
        Grant: {
            /** @description For the Authorization header */
            access_token: string;
            /** @description Seconds until it expires */
            expires_in: number;
            /**
             * @description How to present it
             * @enum {string}
             */
            token_type: "Bearer";
            /** @description Who is signed in */
            user: components["schemas"]["User"];
        };
        Health: {
            /** @description "healthy" as long as the server answers */
            status: string;
        };
        HealthCheck: {
            /**
             * @description How it is
             * @enum {string}
             */
            status: "healthy" | "configured" | "unused" | "unavailable" | "wrong-schema";
        };
        HealthChecks: {
            /** @description PostgreSQL and its schema version */
            database: components["schemas"]["HealthCheck"];
            /** @description Outgoing mail */
            mail: components["schemas"]["HealthCheck"];
            /** @description The payment provider */
            payments: components["schemas"]["HealthCheck"];
            /** @description Where files are kept */
            storage: components["schemas"]["HealthCheck"];
        };
        Invitation: {
            /** @description The same, at most */
            budget_high_minor: number | null;
            /** @description What they think of for a seat, at least */
            budget_low_minor: number | null;
            /** @description Who asks */
            builder_name: string;
            /**
             * Format: date-time
             * @description When you were asked
             */
            created_at: string;
            /** @description Of the budget */
            currency: string;
            /**
             * Format: date-time
             * @description End of bidding
             */
            deadline_at: string | null;
            /**
             * Format: uuid
             * @description The job
             */
            job_id: string;
            /** @description It in one line */
            job_title: string;
            /** @description A word from them; may be empty */
            message: string;
            /**
             * Format: uuid
             * @description The role
             */
            role_id: string;
            /** @description What it is called */
            role_name: string;
        };
        Invited: {
            /** @description How many of them had not been invited yet */
            invited: number;
        };
        Job: {
            /**
             * Format: date-time
             * @description End of bidding
             */
            bidding_deadline_at: string | null;
            /** @description Bids under way; for its owner only */
            bids_open: number | null;
            /** @description What is wanted */
            brief: string;
            /** @description Decisions of its builder that testers disputed, last year */
            builder_disputes: number;
            /** @description The owner's name */
            builder_name: string;
            /** @description How many of them did not stand */
            builder_overturned: number;
            /** @description Median time its builder takes to decide, last 90 days */
            builder_review_hours: number | null;
            /** @description Time to hand in after a claim; in a structured job bids say how long */
            claim_hours: number | null;
            /**
             * Format: date-time
             * @description When it was written
             */
            created_at: string;
            /** @description Of all amounts */
            currency: string;
            /**
             * Format: date-time
             * @description End of claiming or bidding
             */
            deadline_at: string | null;
            /** @description Time to dispute a rejection */
            dispute_hours: number;
            /** @description The builder's fee for a seat */
            fee_minor: number | null;
            /**
             * Format: uuid
             * @description The job
             */
            id: string;
            /**
             * @description How it is paid and taken
             * @enum {string}
             */
            kind: "simple" | "structured";
            /** @description Is it the caller's own? */
            mine: boolean;
            /**
             * Format: uuid
             * @description The caller's seat
             */
            my_assignment_id: string | null;
            /**
             * Format: uuid
             * @description The caller's bid, open or accepted
             */
            my_bid_id: string | null;
            /**
             * @description What becomes of a rejected seat
             * @enum {string}
             */
            on_rejection: "reopen" | "refund";
            /**
             * Format: date-time
             * @description When testers could first claim it
             */
            opened_at: string | null;
            /**
             * Format: uuid
             * @description Whose it is
             */
            owner_id: string;
            /**
             * Format: uuid
             * @description Latest payment; for its owner only
             */
            payment_id: string | null;
            /** @description Where to test */
            platforms: ("web" | "ios" | "android" | "desktop" | "api")[];
            /**
             * Format: uuid
             * @description What is tested
             */
            project_id: string;
            /** @description What it is called */
            project_name: string;
            /** @description Who and what it is for */
            requirements: components["schemas"]["Requirements"];
            /** @description Time to review; then it is approved */
            review_days: number;
            /** @description Counts changes since the first bid */
            revision: number;
            /** @description A tester's pay for a seat; the best budget of a role in a structured job */
            reward_minor: number | null;
            /** @description Of a structured job */
            roles: components["schemas"]["JobRole"][];
            /** @description How many testers */
            seats: number;
            /** @description Of them still to be claimed */
            seats_left: number;
            /** @description Of them at work or done */
            seats_taken: number;
            /**
             * @description Kind of test; each item has its own in a structured job
             * @enum {string|null}
             */
            service_type: "functional_scripted" | "exploratory" | "usability_unmoderated" | "usability_moderated" | "onboarding_ftue" | "accessibility" | "localisation" | "compatibility" | "performance_perceived" | "security" | "regression" | "fix_verification" | "payment_flow" | "content_docs" | "api_dx" | "beta_diary" | "competitive_review" | "smoke_release" | null;
            /** @description All kinds of test in it */
            service_types: ("functional_scripted" | "exploratory" | "usability_unmoderated" | "usability_moderated" | "onboarding_ftue" | "accessibility" | "localisation" | "compatibility" | "performance_perceived" | "security" | "regression" | "fix_verification" | "payment_flow" | "content_docs" | "api_dx" | "beta_diary" | "competitive_review" | "smoke_release")[];
            /**
             * @description Where it is in its life
             * @enum {string}
             */
            state: "draft" | "pending_payment" | "open" | "filled" | "closed" | "published" | "awarding" | "in_progress" | "in_review" | "completed" | "cancelled" | "expired" | "removed";
            /** @description What to do, in order */
            steps: components["schemas"]["Step"][];
            /**
             * @description Why nobody can claim or bid any more; for its owner only
             * @enum {string|null}
             */
            stop_reason: "cancelled" | "expired" | "closed" | "removed" | null;
            /** @description The job in one line */
            title: string;
            /** @description What all seats cost with their fees */
            total_minor: number | null;
            /**
             * Format: date-time
             * @description When it was last changed
             */
            updated_at: string;
        };
        JobFunding: {
            /** @description The job as it is now */
            job: components["schemas"]["Job"];
            /** @description What is to be paid for it; a structured job is paid bid by bid */
            payment: components["schemas"]["Payment"] | null;
        };
        JobItem: {
            /** @description All bonuses of the item together at most */
            bonus_cap_minor: number;
            /** @description Bonus for a valid finding, times the weight of its severity */
            bonus_unit_minor: number;
            /** @description How often changes can be asked for */
            change_rounds: number;
            /** @description By kind of test: a Details_... form */
            details: Record<string, never>;
            /** @description What it usually takes; null when the price book does not say */
            expected_minutes: number | null;
            /**
             * Format: uuid
             * @description The item
             */
            id: string;
            /** @description What to do */
            instructions: string;
            /** @description How many, in units of its kind of test */
            quantity: number;
            /** @description Does the work count as delivered only with it? */
            required: boolean;
            /**
             * @description Kind of test
             * @enum {string}
             */
            service_type: "functional_scripted" | "exploratory" | "usability_unmoderated" | "usability_moderated" | "onboarding_ftue" | "accessibility" | "localisation" | "compatibility" | "performance_perceived" | "security" | "regression" | "fix_verification" | "payment_flow" | "content_docs" | "api_dx" | "beta_diary" | "competitive_review" | "smoke_release";
            /** @description The item in one line */
            title: string;
        };
        JobRole: {
            /** @description A fair price for a seat: to */
            budget_high_minor: number | null;
            /** @description A fair price for a seat: from */
            budget_low_minor: number | null;
            /**
             * Format: uuid
             * @description The role
             */
            id: string;
            /** @description What each of them does */
            items: components["schemas"]["JobItem"][];
            /** @description Who is wanted, in a few words */
            name: string;
            /** @description Whom testers should be, or put themselves in the place of */
            persona: string;
            /** @description Who fits */
            requirements: components["schemas"]["Requirements"];
            /** @description How many testers */
            seats: number;
            /** @description Of them still to be had */
            seats_left: number;
            /** @description Of them being paid for */
            seats_reserved: number;
            /** @description Of them at work or done */
            seats_taken: number;
        };
        JobSummary: {
            /** @description The highest budget for a seat */
            budget_high_minor: number | null;
            /** @description The lowest budget for a seat */
            budget_low_minor: number | null;
            /** @description Who posted it */
            builder_name: string;
            /** @description Median time its builder takes to decide, last 90 days */
            builder_review_hours: number | null;
            /** @description Time to hand in after a claim; of a structured job bids say it */
            claim_hours: number | null;
            /** @description Of the reward and the budget */
            currency: string;
            /**
             * Format: date-time
             * @description End of claiming or bidding
             */
            deadline_at: string | null;
            /**
             * Format: uuid
             * @description The job
             */
            id: string;
            /**
             * @description How it is paid and taken
             * @enum {string}
             */
            kind: "simple" | "structured";
            /**
             * Format: date-time
             * @description When it could first be taken
             */
            opened_at: string;
            /** @description Where to test */
            platforms: ("web" | "ios" | "android" | "desktop" | "api")[];
            /** @description Time to review; then it is approved */
            review_days: number;
            /** @description A tester's pay for a seat; of a structured job the best budget, where it says one */
            reward_minor: number | null;
            /** @description Roles of a structured job */
            roles: number;
            /** @description How many testers */
            seats: number;
            /** @description Of them still to be had */
            seats_left: number;
            /**
             * @description Kind of test; null for a structured job
             * @enum {string|null}
             */
            service_type: "functional_scripted" | "exploratory" | "usability_unmoderated" | "usability_moderated" | "onboarding_ftue" | "accessibility" | "localisation" | "compatibility" | "performance_perceived" | "security" | "regression" | "fix_verification" | "payment_flow" | "content_docs" | "api_dx" | "beta_diary" | "competitive_review" | "smoke_release" | null;
            /** @description All kinds of test in it */
            service_types: ("functional_scripted" | "exploratory" | "usability_unmoderated" | "usability_moderated" | "onboarding_ftue" | "accessibility" | "localisation" | "compatibility" | "performance_perceived" | "security" | "regression" | "fix_verification" | "payment_flow" | "content_docs" | "api_dx" | "beta_diary" | "competitive_review" | "smoke_release")[];
            /** @description The job in one line */
            title: string;
        };
        Lack: {
            /** @description Why what is there is not enough */
            code: string;
            /** @description What is missing; the entry of step n is /report/steps/<n - 1> */
            pointer: string;
        };
        Market: {
            /** @description Builders of this country may publish */
            builders: boolean;
            /** @description ISO 3166, two capital letters */
            country: string;
            /** @description Its currency, ISO 4217, lower case */
            currency: string;
            /** @description Its name in English */
            name: string;
            /** @description What a tester must have earned before a transfer is made, in minor units of the job's currency; null: the site's own */
            payout_min_minor: number | null;
            /** @description Testers of this country can be paid */
            testers: boolean;
            /**
             * Format: date-time
             * @description When it was last changed
             */
            updated_at: string;
        };
        Missing: {
            /** @description Empty when it can be handed in */
            missing: components["schemas"]["Lack"][];
        };
        MoneyDay: {
            /** @description The day, UTC */
            day: string;
            /** @description Our fees */
            fees_minor: number;
            /** @description Paid by builders */
            in_minor: number;
            /** @description Refunded by the provider */
            refunded_minor: number;
            /** @description Granted to testers */
            released_minor: number;
        };
        MoneyStatistics: {
            /** @description ISO 4217, lower case */
            currency: string;
            /** @description Our fees */
            fees_minor: number;
            /** @description Paid by builders */
            in_minor: number;
            /** @description Refunded by the provider */
            refunded_minor: number;
            /** @description Granted to testers */
            released_minor: number;
        };
        MyJob: {
            /** @description Testers at work */
            active: number;
            /** @description Submissions that were paid for, in full or in part */
            approved: number;
            /**
             * Format: date-time
             * @description End of bidding
             */
            bidding_deadline_at: string | null;
            /** @description Bids that are neither accepted nor over */
            bids_open: number;
            /**
             * Format: date-time
             * @description When it was written
             */
            created_at: string;
            /** @description Of all amounts */
            currency: string;
            /** @description The fee for a seat */
            fee_minor: number | null;
            /**
             * Format: uuid
             * @description The job
             */
            id: string;
            /**
             * @description How it is paid and taken
             * @enum {string}
             */
            kind: "simple" | "structured";
            /**
             * Format: date-time
             * @description When the first of them is approved by itself
             */
            next_review_due_at: string | null;
            /**
             * Format: date-time
             * @description When testers could first take it
             */
            opened_at: string | null;
            /**
             * Format: uuid
             * @description Latest payment
             */
            payment_id: string | null;
            /**
             * Format: uuid
             * @description What is tested
             */
            project_id: string;
            /** @description A tester's pay for a seat; of a structured job the best budget */
            reward_minor: number | null;
            /** @description Roles of a structured job */
            roles: number;
            /** @description How many testers */
            seats: number;
            /** @description Of them still to be had */
            seats_left: number;
            /** @description Of them at work or done */
            seats_taken: number;
            /**
             * @description Kind of test; null for a structured job
             * @enum {string|null}
             */
            service_type: "functional_scripted" | "exploratory" | "usability_unmoderated" | "usability_moderated" | "onboarding_ftue" | "accessibility" | "localisation" | "compatibility" | "performance_perceived" | "security" | "regression" | "fix_verification" | "payment_flow" | "content_docs" | "api_dx" | "beta_diary" | "competitive_review" | "smoke_release" | null;
            /** @description All kinds of test in it */
            service_types: ("functional_scripted" | "exploratory" | "usability_unmoderated" | "usability_moderated" | "onboarding_ftue" | "accessibility" | "localisation" | "compatibility" | "performance_perceived" | "security" | "regression" | "fix_verification" | "payment_flow" | "content_docs" | "api_dx" | "beta_diary" | "competitive_review" | "smoke_release")[];
            /**
             * @description Where it is in its life
             * @enum {string}
             */
            state: "draft" | "pending_payment" | "open" | "filled" | "closed" | "published" | "awarding" | "in_progress" | "in_review" | "completed" | "cancelled" | "expired" | "removed";
            /** @description The job in one line */
            title: string;
            /** @description Submissions that wait for a decision */
            to_review: number;
            /** @description What all seats cost with their fees */
            total_minor: number | null;
        };
        Notice: {
            /**
             * Format: date-time
             * @description When it happened
             */
            created_at: string;
            /**
             * Format: uuid
             * @description The notice
             */
            id: string;
            /** @description What it is about: the name of its mail */
            kind: string;
            /** @description The page that it leads to */
            path: string;
            /**
             * Format: date-time
             * @description When it was read
             */
            read_at: string | null;
            /** @description It in one line, in English */
            text: string;
        };
        Overview: {
            /** @description Null for those who are none */
            builder: components["schemas"]["BuilderOverview"] | null;
            /** @description Null for those who are none */
            tester: components["schemas"]["TesterOverview"] | null;
        };
        Payment: {
            /** @description All that is paid, seats and fees, minor units */
            amount_minor: number;
            /**
             * Format: uuid
             * @description The bid it pays for
             */
            bid_id: string | null;
            /**
             * @description The card's holder has taken it back through the bank: how that stands
             * @enum {string|null}
             */
            chargeback_state: "needs_response" | "under_review" | "won" | "lost" | null;
            /**
             * Format: uri
             * @description Where to pay; null while it is in the making, and afterwards
             */
            checkout_url: string | null;
            /**
             * Format: date-time
             * @description When the window was opened
             */
            created_at: string;
            /** @description ISO 4217, lower case */
            currency: string;
            /**
             * Format: date-time
             * @description When the payment window ends
             */
            expires_at: string;
            /** @description Why the last attempt was declined */
            failure_code: string | null;
            /** @description The fees in amount_minor */
            fee_minor: number;
            /**
             * Format: uuid
             * @description The payment
             */
            id: string;
            /**
             * Format: uuid
             * @description What it pays for
             */
            job_id: string;
            /** @description Its title */
            job_title: string;
            /** @description Our receipt as a PDF, once the money has arrived */
            receipt_path: string | null;
            /**
             * Format: uri
             * @description The provider's receipt
             */
            receipt_url: string | null;
            /** @description What has gone back so far, minor units */
            refunded_minor: number;
            /**
             * @description How it stands
             * @enum {string}
             */
            state: "pending" | "succeeded" | "failed" | "cancelled" | "partly_refunded" | "refunded";
            /**
             * Format: date-time
             * @description When the money arrived
             */
            succeeded_at: string | null;
            /**
             * Format: date-time
             * @description Since when the payment provider is asked for the page
             */
            waits_since: string | null;
        };
        Payout: {
            /** @description What you get, minor units */
            amount_minor: number;
            /**
             * Format: uuid
             * @description The seat it belongs to
             */
            assignment_id: string;
            /**
             * Format: date-time
             * @description When the money had left
             */
            completed_at: string | null;
            /**
             * Format: date-time
             * @description When it was granted
             */
            created_at: string;
            /** @description ISO 4217, lower case */
            currency: string;
            /** @description Why it failed */
            failure_code: string | null;
            /**
             * Format: uuid
             * @description The payout
             */
            id: string;
            /** @description The title of its item; null in a simple job */
            item_title: string | null;
            /** @description The job's title */
            job_title: string;
            /** @description What was taken back of it after all */
            reversed_minor: number;
            /**
             * @description How far it is
             * @enum {string}
             */
            state: "pending" | "processing" | "completed" | "failed" | "reversed";
            /**
             * Format: uuid
             * @description The work it pays for
             */
            submission_id: string;
            /** @description The sum that it waits for */
            threshold_minor: number | null;
            /**
             * @description pending: your payout account, a sum that is worth a transfer, a builder whose money stands still, or the payment provider
             * @enum {string|null}
             */
            waits_for: "account" | "threshold" | "frozen" | "provider" | null;
            /**
             * Format: date-time
             * @description pending: since when
             */
            waits_since: string | null;
        };
        PayoutAccount: {
            /**
             * @description Whether you can be paid
             * @enum {string}
             */
            state: "none" | "pending" | "active" | "restricted" | "rejected";
        };
        PayoutOnboarding: {
            /**
             * Format: uri
             * @description Where to go on at the payment provider; null: in progress, ask again shortly
             */
            url: string | null;
        };
        PayoutReversal: {
            /** @description How much of it, minor units */
            amount_minor: number;
            /**
             * Format: date-time
             * @description When the money was back
             */
            completed_at: string | null;
            /**
             * Format: date-time
             * @description When it was decided
             */
            created_at: string;
            /** @description ISO 4217, lower case */
            currency: string;
            /** @description Why it failed */
            failure_code: string | null;
            /**
             * Format: uuid
             * @description The reversal
             */
            id: string;
            /**
             * Format: uuid
             * @description What is taken back
             */
            payout_id: string;
            /** @description Why */
            reason: string;
            /**
             * @description How far it is
             * @enum {string}
             */
            state: "pending" | "processing" | "completed" | "failed";
            /**
             * @description Who gets it
             * @enum {string}
             */
            to: "builder" | "platform";
        };
        PlanItem: {
            /** @description The most that findings can earn a tester */
            bonus_cap_minor?: number | null;
            /**
             * @description How hard it is
             * @enum {string|null}
             */
            complexity?: "standard" | "simple" | "complex" | null;
            /** @description Units of it, for each tester */
            quantity?: number | null;
            /** @description May a tester leave it out? */
            required?: boolean | null;
            /**
             * @description Kind of test
             * @enum {string}
             */
            service_type: "functional_scripted" | "exploratory" | "usability_unmoderated" | "usability_moderated" | "onboarding_ftue" | "accessibility" | "localisation" | "compatibility" | "performance_perceived" | "security" | "regression" | "fix_verification" | "payment_flow" | "content_docs" | "api_dx" | "beta_diary" | "competitive_review" | "smoke_release";
            /** @description The item in one line */
            title?: string | null;
        };
        PlanRole: {
            /**
             * @description Is it to be kept secret?
             * @enum {string|null}
             */
            confidentiality?: "none" | "nda" | null;
            /**
             * @description How hard their devices are to find
             * @enum {string|null}
             */
            device_rarity?: "common" | "uncommon" | "rare" | null;
            /** @description What each of them tests */
            items: components["schemas"]["PlanItem"][];
            /**
             * @description Their experience
             * @enum {string|null}
             */
            level?: "any" | "experienced" | "expert" | null;
            /**
             * @description How hard their languages are to find
             * @enum {string|null}
             */
            locale_rarity?: "common" | "uncommon" | "rare" | null;
            /** @description Who is wanted, in a few words */
            name?: string | null;
            /** @description How many testers */
            seats: number;
            /**
             * @description How soon it is to be done
             * @enum {string|null}
             */
            turnaround?: "standard" | "fast" | "urgent" | null;
        };
        PlanTemplate: {
            /** @description What is wanted, to be adapted */
            brief: string;
            /** @description Kind of application */
            category: string;
            /** @description Its name, stable */
            key: string;
            /** @description Whom it needs; createJob takes them as they are */
            roles: components["schemas"]["ProposedRole"][];
            /** @description What it is good for */
            summary: string;
            /** @description The job in one line */
            title: string;
        };
        Price: {
            /** @description base: of a unit; floor: of an hour */
            amount_minor: number | null;
            /**
             * Format: date-time
             * @description When it was set
             */
            created_at: string;
            /** @description By whom; null: it came with the site */
            created_by_name: string | null;
            /** @description Of the amount */
            currency: string | null;
            /** @description Why it was ended */
            end_reason: string | null;
            /** @description By whom */
            ended_by_name: string | null;
            /**
             * @description factor: which
             * @enum {string|null}
             */
            factor: "level" | "device_rarity" | "locale_rarity" | "turnaround" | "confidentiality" | "complexity" | null;
            /**
             * Format: uuid
             * @description The price
             */
            id: string;
            /**
             * @description Of a unit, a factor, or an hour at least
             * @enum {string}
             */
            kind: "base" | "factor" | "floor";
            /** @description Country; null: everywhere else */
            market: string | null;
            /** @description base: time that a unit takes */
            minutes: number | null;
            /** @description factor: 10000 changes nothing */
            multiplier_bps: number | null;
            /** @description factor: which choice */
            option: string | null;
            /** @description Why it was set */
            reason: string;
            /** @description base: kind of test */
            service_type: string | null;
            /**
             * Format: date-time
             * @description When it begins to hold
             */
            valid_from: string;
            /**
             * Format: date-time
             * @description When it ends to
             */
            valid_until: string | null;
        };
        PriceBook: {
            /**
             * Format: date-time
             * @description When they hold
             */
            as_of: string;
            /** @description What a finding counts, by severity */
            bonus_weights: components["schemas"]["BonusWeights"];
            /** @description Of reward and bonus, 10000 is all */
            builder_fee_bps: number;
            /** @description Of all amounts */
            currency: string;
            /** @description What the base prices are multiplied by */
            factors: components["schemas"]["PriceFactor"][];
            /** @description Below this an hour is badly paid */
            hourly_floor_minor: number | null;
            /** @description Country whose prices these are */
            market: string | null;
            /** @description Everything that has a price */
            service_types: components["schemas"]["BasePrice"][];
            /** @description Of what a tester is paid */
            tester_fee_bps: number;
        };
        PriceFactor: {
            /**
             * @description What makes a test dearer or cheaper
             * @enum {string}
             */
            factor: "level" | "device_rarity" | "locale_rarity" | "turnaround" | "confidentiality" | "complexity";
            /** @description 10000 changes nothing */
            multiplier_bps: number;
            /** @description One of its choices */
            option: string;
        };
        Problem: {
            detail: string;
            errors?: {
                code: string;
                pointer: string;
            }[];
            request_id: string;
            state?: string;
            status: number;
            title: string;
            type: string;
        };
        ProblemCatalogue: {
            /** @description Every reason to refuse a field */
            codes: components["schemas"]["FieldCode"][];
            /** @description Every failure this API can report */
            problems: components["schemas"]["ProblemKind"][];
        };
        ProblemKind: {
            /** @description Last part of the problem's type */
            slug: string;
            /** @description HTTP status */
            status: number;
            /** @description In English; translate by slug */
            title: string;
        };
        Project: {
            /** @description Kind of application */
            category: string | null;
            /**
             * Format: date-time
             * @description When it was made
             */
            created_at: string;
            /** @description What a tester should know; may be empty */
            description: string;
            /**
             * Format: uuid
             * @description The project
             */
            id: string;
            /** @description Jobs that belong to it */
            job_count: number;
            /** @description What it is called */
            name: string;
            /** @description Where it runs */
            platforms: ("web" | "ios" | "android" | "desktop" | "api")[];
            /**
             * Format: date-time
             * @description When it was last changed
             */
            updated_at: string;
            /**
             * Format: uri
             * @description Where the application is
             */
            url: string | null;
        };
        ProposedItem: {
            /** @description All bonuses of the item together at most */
            bonus_cap_minor?: number;
            /** @description Bonus for a valid finding, times the weight of its severity */
            bonus_unit_minor?: number;
            /** @description How often changes can be asked for */
            change_rounds?: number;
            /** @description By kind of test: a Details_... form */
            details?: Record<string, never>;
            /** @description What to do */
            instructions: string;
            /** @description How many, in units of its kind of test */
            quantity?: number;
            /** @description Does the work count as delivered only with it? */
            required?: boolean;
            /**
             * @description Kind of test
             * @enum {string}
             */
            service_type: "functional_scripted" | "exploratory" | "usability_unmoderated" | "usability_moderated" | "onboarding_ftue" | "accessibility" | "localisation" | "compatibility" | "performance_perceived" | "security" | "regression" | "fix_verification" | "payment_flow" | "content_docs" | "api_dx" | "beta_diary" | "competitive_review" | "smoke_release";
            /** @description The item in one line */
            title: string;
        };
        ProposedRole: {
            /** @description A fair price for a seat: to */
            budget_high_minor?: number;
            /** @description A fair price for a seat: from */
            budget_low_minor?: number;
            /** @description What each of them does */
            items: components["schemas"]["ProposedItem"][];
            /** @description Who is wanted, in a few words */
            name: string;
            /** @description Whom testers should be, or put themselves in the place of */
            persona?: string;
            /** @description Who fits */
            requirements?: components["schemas"]["Requirements"];
            /** @description How many testers */
            seats: number;
        };
        QuestionAnswer: {
            /** @description The answer */
            answer?: string | null;
            /** @description The question, counted from 1 */
            number: number;
        };
        QueueJob: {
            /** @description Tries so far */
            attempts: number;
            /**
             * Format: date-time
             * @description When it was asked for
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it may be tried
             */
            due_at: string;
            /**
             * Format: date-time
             * @description When it ended
             */
            finished_at: string | null;
            /**
             * Format: uuid
             * @description The background job
             */
            id: string;
            /** @description What it is about */
            ids: components["schemas"]["QueueJobId"][];
            /** @description What kind of work it is */
            kind: string;
            /** @description Why the last try failed */
            last_error: string | null;
            /**
             * @description Where it stands; dead: no try is left
             * @enum {string}
             */
            state: "queued" | "running" | "done" | "dead";
            /** @description Which mail, which schedule */
            what: string | null;
        };
        QueueJobId: {
            /**
             * Format: uuid
             * @description The id
             */
            id: string;
            /** @description What it is the id of */
            name: string;
        };
        Ready: {
            /** @description What it depends on */
            checks: components["schemas"]["HealthChecks"];
            /**
             * @description Whether requests can be served
             * @enum {string}
             */
            status: "healthy" | "unavailable";
        };
        Reconciliation: {
            /** @description Its hash */
            chain_hash: string | null;
            /** @description The hash chain's last link at that moment */
            chain_number: number | null;
            /** @description What was read */
            counts: components["schemas"]["ReconciliationCounts"];
            /**
             * Format: date-time
             * @description When it was asked for
             */
            created_at: string;
            /** @description How many were found; null until it is done */
            differences: number | null;
            /**
             * Format: date-time
             * @description When it ended
             */
            finished_at: string | null;
            /**
             * Format: uuid
             * @description The comparison
             */
            id: string;
            /** @description The list that is being read */
            reading: string | null;
            /**
             * Format: date-time
             * @description Objects made before are left out; null: the whole book
             */
            since: string | null;
            /**
             * @description How far it is
             * @enum {string}
             */
            state: "queued" | "running" | "done" | "failed";
        };
        ReconciliationCounts: {
            /**
             * @description Whether the balance was compared, or why not
             * @enum {string|null}
             */
            balance: "compared" | "part_of_the_book" | "shared_account" | "in_motion" | null;
            /** @description Charges that were read */
            charge: number;
            /** @description Chargebacks that were read */
            chargeback: number;
            /** @description Objects of other sites, left alone */
            foreign: number;
            /** @description Refunds that were read */
            refund: number;
            /** @description Transfers that were read */
            transfer: number;
        };
        ReconciliationDifference: {
            /** @description ISO 4217, lower case */
            currency: string | null;
            /**
             * @description What differs
             * @enum {string}
             */
            kind: "charge" | "transfer" | "refund" | "chargeback" | "balance" | "ledger" | "chain";
            /** @description Our id */
            our_id: string | null;
            /** @description What we have */
            ours: string | null;
            /** @description The provider's id */
            provider_id: string | null;
            /** @description What the provider has */
            theirs: string | null;
            /** @description How: missing_here, missing_there, amount, currency, state, returned, ...; see docs/BOOKS.md */
            what: string;
        };
        ReconciliationWithDifferences: {
            /** @description Its hash */
            chain_hash: string | null;
            /** @description The hash chain's last link at that moment */
            chain_number: number | null;
            /** @description What was read */
            counts: components["schemas"]["ReconciliationCounts"];
            /**
             * Format: date-time
             * @description When it was asked for
             */
            created_at: string;
            /** @description How many were found; null until it is done */
            differences: number | null;
            /**
             * Format: date-time
             * @description When it ended
             */
            finished_at: string | null;
            /**
             * Format: uuid
             * @description The comparison
             */
            id: string;
            /** @description The first 500 differences */
            items: components["schemas"]["ReconciliationDifference"][];
            /** @description The list that is being read */
            reading: string | null;
            /**
             * Format: date-time
             * @description Objects made before are left out; null: the whole book
             */
            since: string | null;
            /**
             * @description How far it is
             * @enum {string}
             */
            state: "queued" | "running" | "done" | "failed";
        };
        RecoveryCodes: {
            /** @description Each signs in once without the authenticator; they are not shown again */
            recovery_codes: string[];
        };
        Redriven: {
            /** @description How many were dead and are tried again */
            redriven: number;
        };
        Registered: {
            /**
             * Format: email
             * @description The address as given
             */
            email: string;
            /**
             * @description A mail is on its way to it
             * @enum {string}
             */
            verification: "sent";
        };
        Report_accessibility: {
            /** @description Assistive technology that was used */
            at_name?: string | null;
            /** @description Its version */
            at_version?: string | null;
            /** @description One entry for each criterion */
            criteria?: {
                /** @description Which element, by name, role or selector */
                element?: string | null;
                /**
                 * @description What it means for them
                 * @enum {string|null}
                 */
                impact?: "blocks_task" | "serious" | "moderate" | "minor" | null;
                /** @description More about it; needed when you cannot tell */
                note?: string | null;
                /** @description The criterion, counted from 1 */
                number: number;
                /**
                 * @description EARL outcome
                 * @enum {string|null}
                 */
                outcome?: "passed" | "failed" | "cannot_tell" | "inapplicable" | "untested" | null;
                /** @description Where it fails: page or step of a flow */
                page?: string | null;
                /** @description What would repair it */
                remedy?: string | null;
                /** @description Failure technique, as F24 */
                technique?: string | null;
                /** @description Who is affected */
                user_groups?: ("blind" | "low_vision" | "colour_blind" | "deaf" | "motor" | "cognitive" | "speech" | "vestibular")[] | null;
            }[] | null;
            /** @description How it was operated */
            input_modes?: ("keyboard" | "screen_reader" | "touch" | "mouse" | "voice" | "switch")[] | null;
        };
        Report_api_dx: {
            /** @description The documentation: 1 poor, 5 excellent */
            docs_rating?: number | null;
            /** @description Requests and their responses */
            exchanges?: {
                /** @description Why it is worth a look */
                note?: string | null;
                /** @description What was sent, without keys */
                request?: string | null;
                /** @description What came back */
                response?: string | null;
            }[] | null;
            /** @description What it took, hurdle by hurdle */
            friction?: {
                /** @description What happened */
                actual?: string | null;
                /**
                 * @description What it was
                 * @enum {string|null}
                 */
                cause?: "docs_missing" | "docs_wrong" | "error_message" | "setup" | "naming" | "bug" | "other" | null;
                /** @description What you expected */
                expected?: string | null;
                /** @description How long */
                minutes_lost?: number | null;
                /** @description What stood in the way */
                text?: string | null;
            }[] | null;
            /** @description From the first look at the documentation to the first success */
            minutes_to_success?: number | null;
            /** @description The goal was reached */
            reached?: boolean | null;
            /** @description The code that did it, or came closest */
            sample_code?: string | null;
            /** @description Version of what was used */
            version?: string | null;
        };
        Report_beta_diary: {
            /** @description Which build was installed */
            build_installed?: string | null;
            /** @description Crashes */
            crashes?: {
                /**
                 * Format: date-time
                 * @description When
                 */
                happened_at?: string | null;
                /**
                 * Format: uri
                 * @description The crash report
                 */
                report_url?: string | null;
                /** @description What was being done */
                text?: string | null;
            }[] | null;
            /** @description The diary */
            entries?: {
                /** @description Minutes of use since the last entry */
                minutes_used?: number | null;
                /** @description 1 annoyed, 3 neutral, 5 delighted */
                mood?: number | null;
                /** @description The due entry that it is, counted from 1 */
                number: number;
                /** @description What happened */
                text?: string | null;
                /**
                 * Format: date-time
                 * @description When it was written
                 */
                written_at?: string | null;
            }[] | null;
            /**
             * @description Would you keep it?
             * @enum {string|null}
             */
            keeps_using?: "yes" | "maybe" | "no" | null;
            /** @description Days in a row with an entry, at best */
            streak_days?: number | null;
            /** @description Answers to the survey */
            survey?: components["schemas"]["QuestionAnswer"][] | null;
        };
        Report_compatibility: {
            /** @description One entry for each cell */
            cells?: {
                /** @description Checks that it did not pass */
                checks_failed?: string[] | null;
                /** @description What differs from the reference; needed unless it works */
                difference?: string | null;
                /** @description The cell, counted from 1 */
                number: number;
                /** @description How the device was held */
                orientations?: ("portrait" | "landscape")[] | null;
                /**
                 * @description How it does there
                 * @enum {string|null}
                 */
                verdict?: "works" | "degraded" | "fails" | null;
            }[] | null;
        };
        Report_competitive_review: {
            /** @description One entry for each criterion */
            criteria?: {
                /** @description The criterion, counted from 1 */
                number: number;
                /** @description One score for each product */
                scores?: {
                    /** @description The product, counted from 1 */
                    number: number;
                    /** @description Why */
                    reason?: string | null;
                    /** @description 1 poor, 5 excellent */
                    score?: number | null;
                }[] | null;
            }[] | null;
            /** @description The product that you would choose, counted from 1 */
            favourite?: number | null;
            /** @description What decides it */
            reason?: string | null;
            /**
             * @description Would you switch to the first product?
             * @enum {string|null}
             */
            switch_intent?: "yes" | "maybe" | "no" | "uses_it_already" | null;
        };
        Report_content_docs: {
            /** @description What should be changed */
            issues?: {
                /** @description Heading or paragraph */
                anchor?: string | null;
                /**
                 * @description What is wrong
                 * @enum {string|null}
                 */
                kind?: "error" | "unclear" | "outdated" | "missing" | "broken_link" | null;
                /** @description The page, counted from 1 */
                page?: number | null;
                /** @description What it should say */
                proposal?: string | null;
                /** @description The spot, word for word */
                quote?: string | null;
            }[] | null;
            /** @description One entry for each page */
            pages?: {
                /**
                 * @description Could you follow it?
                 * @enum {string|null}
                 */
                could_follow?: "yes" | "partly" | "no" | null;
                /** @description Where you got lost; needed unless you could follow */
                note?: string | null;
                /** @description The page, counted from 1 */
                number: number;
            }[] | null;
        };
        Report_exploratory: {
            /** @description What was looked at */
            areas_covered?: string[] | null;
            /** @description What was left out */
            areas_not_covered?: string[] | null;
            /** @description Looking back */
            debrief?: components["schemas"]["SessionDebrief"] | null;
            /** @description Moments of the session */
            marks?: components["schemas"]["SessionMark"][] | null;
            /** @description The session's notes */
            notes?: string | null;
            /** @description Per cent of the time spent on bugs */
            share_bugs?: number | null;
            /** @description Per cent of the testing that followed the charter, not an opportunity */
            share_charter?: number | null;
            /** @description Per cent of the time spent on setting up */
            share_setup?: number | null;
            /** @description Per cent of the time spent on testing */
            share_testing?: number | null;
        };
        Report_fix_verification: {
            /** @description What happens now; needed unless it is fixed */
            actual?: string | null;
            /** @description The build that was tested */
            build_tested?: string | null;
            /** @description Length of the clip of the original steps */
            clip_seconds?: number | null;
            /**
             * @description What became of it
             * @enum {string|null}
             */
            outcome?: "fixed" | "not_fixed" | "partly" | "cannot_verify" | null;
            /** @description What the fix seems to have changed besides */
            side_effects?: string | null;
            /** @description How often the steps were repeated */
            tries?: number | null;
            /** @description How often the problem showed */
            tries_failed?: number | null;
        };
        Report_functional_scripted: {
            /** @description One entry for each step of the terms */
            steps?: components["schemas"]["StepResult"][] | null;
            /**
             * @description The case as a whole
             * @enum {string|null}
             */
            verdict?: "pass" | "fail" | "blocked" | null;
        };
        Report_localisation: {
            /** @description Formats of the country */
            formats?: {
                /**
                 * @description Addresses
                 * @enum {string|null}
                 */
                address?: "right" | "wrong" | "not_seen" | null;
                /**
                 * @description Currency
                 * @enum {string|null}
                 */
                currency?: "right" | "wrong" | "not_seen" | null;
                /**
                 * @description Dates and times
                 * @enum {string|null}
                 */
                date?: "right" | "wrong" | "not_seen" | null;
                /**
                 * @description Numbers
                 * @enum {string|null}
                 */
                number?: "right" | "wrong" | "not_seen" | null;
                /**
                 * @description Phone numbers
                 * @enum {string|null}
                 */
                phone?: "right" | "wrong" | "not_seen" | null;
                /**
                 * @description Sorting
                 * @enum {string|null}
                 */
                sort_order?: "right" | "wrong" | "not_seen" | null;
            } | null;
            /** @description What is not right */
            issues?: {
                /**
                 * @description What is wrong
                 * @enum {string|null}
                 */
                category?: "terminology" | "accuracy" | "fluency" | "style" | "design" | "locale_convention" | "verity" | null;
                /** @description It is about the direction of writing */
                is_direction?: boolean | null;
                /**
                 * @description How bad it is
                 * @enum {string|null}
                 */
                level?: "neutral" | "minor" | "major" | "critical" | null;
                /** @description Why */
                note?: string | null;
                /** @description Better words */
                proposal?: string | null;
                /** @description The screen, counted from 1 */
                screen?: number | null;
                /** @description The words as they are shown */
                shown?: string | null;
                /** @description The words that they translate, where known */
                source?: string | null;
                /** @description The text's key, where known */
                string_key?: string | null;
            }[] | null;
            /** @description One entry for each screen */
            screens?: {
                /** @description Why it could not be reached, or anything else */
                note?: string | null;
                /** @description The screen, counted from 1 */
                number: number;
                /**
                 * @description How it reads
                 * @enum {string|null}
                 */
                verdict?: "fine" | "issues" | "not_reachable" | null;
            }[] | null;
        };
        Report_onboarding_ftue: {
            /** @description Where you would have left, or did */
            drop_off?: string | null;
            /** @description After five seconds of the first screen */
            impression?: {
                /** @description Whom is it for? */
                for_whom?: string | null;
                /** @description What would you do next? */
                next?: string | null;
                /** @description What is it? */
                what?: string | null;
            } | null;
            /** @description Mails that came */
            mails?: {
                /** @description Minutes until it came */
                delay_minutes?: number | null;
                /** @description Its subject */
                subject?: string | null;
                /**
                 * @description What it was good for
                 * @enum {string|null}
                 */
                use?: "needed" | "helpful" | "noise" | null;
            }[] | null;
            /** @description Permissions that were asked for */
            permissions?: {
                /** @description It was said what for */
                explained?: boolean | null;
                /** @description It was granted */
                granted?: boolean | null;
                /** @description When it was asked */
                moment?: string | null;
                /** @description What was asked for: location, notifications, contacts, ... */
                what?: string | null;
            }[] | null;
            /** @description The goal was reached */
            reached?: boolean | null;
            /** @description Why */
            reason?: string | null;
            /** @description From the first screen to the goal */
            seconds_to_value?: number | null;
            /** @description What it took, step by step */
            steps?: {
                /** @description What was unclear or made you hesitate */
                doubt?: string | null;
                /** @description 1 annoyed, 3 neutral, 5 delighted */
                emotion?: number | null;
                /** @description When in the recording */
                minute?: number | null;
                /** @description What was to be done */
                text?: string | null;
            }[] | null;
            /**
             * @description Would you go on using it?
             * @enum {string|null}
             */
            would_continue?: "yes" | "maybe" | "no" | null;
        };
        Report_payment_flow: {
            /** @description Own money that did not come back, minor units */
            expense_minor?: number | null;
            /** @description One entry for each transaction */
            transactions?: {
                /** @description How much was paid, minor units */
                amount_minor?: number | null;
                /** @description What was used, with the last four digits at most */
                method?: string | null;
                /** @description What happened; needed unless it succeeded */
                note?: string | null;
                /** @description The planned transaction, counted from 1 */
                number: number;
                /**
                 * Format: date-time
                 * @description When
                 */
                paid_at?: string | null;
                /**
                 * @description Did the money come back?
                 * @enum {string|null}
                 */
                refund?: "not_planned" | "seen" | "not_yet" | "wrong_amount" | null;
                /**
                 * @description How it ended
                 * @enum {string|null}
                 */
                result?: "succeeded" | "declined" | "failed" | "cancelled" | "not_tried" | null;
                /** @description Its number on the receipt */
                transaction_id?: string | null;
            }[] | null;
        };
        Report_performance_perceived: {
            /** @description One entry for each scenario */
            scenarios?: {
                /** @description Where it stuttered, froze or jumped */
                jank?: string | null;
                /** @description The scenario, counted from 1 */
                number: number;
                /** @description Half of the runs were at most */
                p50?: {
                    /** @description Layout shift in thousandths */
                    cls_milli?: number | null;
                    /** @description Interaction to next paint */
                    inp_ms?: number | null;
                    /** @description Largest contentful paint */
                    lcp_ms?: number | null;
                    /** @description Load time */
                    load_ms?: number | null;
                    /** @description Time to first byte */
                    ttfb_ms?: number | null;
                } | null;
                /** @description Three quarters of the runs were at most */
                p75?: {
                    /** @description Layout shift in thousandths */
                    cls_milli?: number | null;
                    /** @description Interaction to next paint */
                    inp_ms?: number | null;
                    /** @description Largest contentful paint */
                    lcp_ms?: number | null;
                    /** @description Load time */
                    load_ms?: number | null;
                    /** @description Time to first byte */
                    ttfb_ms?: number | null;
                } | null;
                /** @description What was measured, run by run */
                runs?: {
                    /** @description Battery used */
                    battery_mah?: number | null;
                    /** @description Layout shift in thousandths */
                    cls_milli?: number | null;
                    /** @description Load of the processor */
                    cpu_percent?: number | null;
                    /** @description Interaction to next paint */
                    inp_ms?: number | null;
                    /** @description Largest contentful paint */
                    lcp_ms?: number | null;
                    /** @description Load time */
                    load_ms?: number | null;
                    /** @description Memory used */
                    memory_mb?: number | null;
                    /** @description Time to first byte */
                    ttfb_ms?: number | null;
                }[] | null;
                /**
                 * @description Against the thresholds
                 * @enum {string|null}
                 */
                verdict?: "within" | "beyond" | "no_threshold" | null;
            }[] | null;
            /** @description What it was measured with */
            tool?: string | null;
        };
        Report_regression: {
            /** @description One entry for each case */
            cases?: {
                /** @description What happened; needed when it is not as it was, or was blocked */
                actual?: string | null;
                /**
                 * @description Against the baseline
                 * @enum {string|null}
                 */
                change?: "same" | "newly_broken" | "newly_working" | "unknown" | null;
                /** @description The case, counted from 1 */
                number: number;
                /**
                 * @description How it went
                 * @enum {string|null}
                 */
                verdict?: "pass" | "fail" | "blocked" | "skipped" | null;
            }[] | null;
            /** @description What else looked different around the changes */
            side_effects?: string | null;
            /**
             * @description The build as a whole
             * @enum {string|null}
             */
            verdict?: "better" | "same" | "worse" | null;
        };
        Report_security: {
            /** @description Accounts, files and data made for the test are removed */
            cleanup_done?: boolean | null;
            /** @description Everything linked as evidence is encrypted for the builder */
            evidence_encrypted?: boolean | null;
            /** @description What was tried */
            method?: string | null;
            /** @description Nothing handed in holds data of others */
            no_third_party_data?: boolean | null;
            /** @description Which targets were tested */
            targets_tested?: string[] | null;
            /** @description What was found */
            vulnerabilities?: {
                /** @description As CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N */
                cvss_vector?: string | null;
                /** @description As CWE-79 */
                cwe?: string | null;
                /** @description What an attacker gains */
                impact?: string | null;
                /** @description What an attacker needs to have */
                preconditions?: string | null;
                /** @description The steps that prove it, and no more */
                proof?: string | null;
                /** @description What would repair it */
                remedy?: string | null;
                /** @description The request, without secrets */
                request?: string | null;
                /** @description The response, without data of others */
                response?: string | null;
                /** @description Which target of the scope */
                target?: string | null;
                /**
                 * @description Category of the rating taxonomy
                 * @enum {string|null}
                 */
                vrt_category?: "server_security_misconfiguration" | "server_side_injection" | "broken_authentication_and_session_management" | "sensitive_data_exposure" | "cross_site_scripting" | "broken_access_control" | "cross_site_request_forgery" | "application_level_denial_of_service" | "unvalidated_redirects_and_forwards" | "external_behavior" | "insufficient_security_configurability" | "using_components_with_known_vulnerabilities" | "insecure_data_storage" | "lack_of_binary_hardening" | "insecure_data_transport" | "insecure_os_firmware" | "broken_cryptography" | "privacy_concerns" | "network_security_misconfiguration" | "mobile_security_misconfiguration" | "client_side_injection" | "ai_application_security" | "other" | null;
            }[] | null;
        };
        Report_smoke_release: {
            /** @description One entry for each check */
            checks?: {
                /** @description What happened; needed when it failed */
                actual?: string | null;
                /** @description The check, counted from 1 */
                number: number;
                /**
                 * @description How it went
                 * @enum {string|null}
                 */
                verdict?: "pass" | "fail" | null;
            }[] | null;
            /**
             * @description Would you release it?
             * @enum {string|null}
             */
            opinion?: "go" | "no_go" | null;
            /** @description Why; needed for a no */
            reason?: string | null;
        };
        Report_usability_moderated: {
            /** @description Answers to the questions */
            answers?: components["schemas"]["QuestionAnswer"][] | null;
            /**
             * @description Did it take place?
             * @enum {string|null}
             */
            attendance?: "held" | "no_show_tester" | "no_show_builder" | "broken_off" | null;
            /** @description All agreed to the recording, and the consent can be heard in it */
            consent?: boolean | null;
            /** @description How long it took */
            minutes?: number | null;
            /** @description Notes with time marks */
            notes?: components["schemas"]["SessionMark"][] | null;
            /** @description What happened; needed when it was not held as planned */
            remarks?: string | null;
            /**
             * Format: date-time
             * @description When it began
             */
            started_at?: string | null;
        };
        Report_usability_unmoderated: {
            /** @description Answers to the questions */
            answers?: components["schemas"]["QuestionAnswer"][] | null;
            /** @description What was not */
            dislikes?: string | null;
            /** @description What was liked */
            likes?: string | null;
            /** @description What was noticed on the way */
            observations?: {
                /**
                 * @description How often it comes up
                 * @enum {string|null}
                 */
                frequency?: "rare" | "common" | null;
                /**
                 * @description Which principle it touches
                 * @enum {string|null}
                 */
                heuristic?: "visibility_of_status" | "match_with_real_world" | "control_and_freedom" | "consistency" | "error_prevention" | "recognition" | "flexibility" | "minimalist_design" | "error_recovery" | "help" | null;
                /**
                 * @description How hard it is to overcome
                 * @enum {string|null}
                 */
                impact?: "easy" | "hard" | null;
                /** @description When in the recording */
                minute?: number | null;
                /**
                 * @description Does it bother again once it is known?
                 * @enum {string|null}
                 */
                persistence?: "once" | "repeatedly" | null;
                /** @description 0 not a problem, 1 cosmetic, 2 minor, 3 major, 4 catastrophe */
                severity?: number | null;
                /** @description What would be better */
                suggestion?: string | null;
                /** @description What was observed */
                text?: string | null;
            }[] | null;
            /** @description Answers to the screener */
            screener?: components["schemas"]["QuestionAnswer"][] | null;
            /** @description System Usability Scale, ten answers from 1 to 5 */
            sus?: components["schemas"]["SusAnswers"] | null;
            /** @description One entry for each task */
            tasks?: {
                /** @description What helped or stood in the way; needed unless it was reached directly */
                comment?: string | null;
                /** @description 1 very difficult, 7 very easy */
                ease?: number | null;
                /** @description The task, counted from 1 */
                number: number;
                /**
                 * @description How it ended: reached the direct way, on a detour, wrongly thought reached, or given up
                 * @enum {string|null}
                 */
                outcome?: "direct" | "indirect" | "failed" | "gave_up" | null;
                /** @description Time taken */
                seconds?: number | null;
            }[] | null;
            /** @description UMUX-Lite, two answers from 1 to 7 */
            umux_lite?: components["schemas"]["UmuxLiteAnswers"] | null;
        };
        Requirements: {
            /** @description Browsers, any of them */
            browsers?: string[];
            /** @description Countries of testers, any of them */
            countries?: string[];
            /** @description Devices, any of them */
            devices?: string[];
            /**
             * @description How much of this they have done at least
             * @enum {string}
             */
            level?: "any" | "experienced" | "expert";
            /** @description Languages, any of them */
            locales?: string[];
            /** @description Is it confidential? */
            nda?: boolean;
            /** @description Anything else */
            notes?: string;
            /** @description Operating systems, any of them */
            os?: string[];
            /** @description Where to test; what the project runs on unless named */
            platforms?: ("web" | "ios" | "android" | "desktop" | "api")[];
            /** @description What testers have to know, all of them */
            skills?: string[];
        };
        ReviewItem: {
            /** @description Held for it: reward, bonus reserve and fee, minor units */
            amount_minor: number;
            /**
             * Format: uuid
             * @description The assignment that it is for
             */
            assignment_id: string;
            /** @description In this currency */
            currency: string;
            /** @description How many findings it has */
            findings: number;
            /** @description The title of its item; null in a simple job */
            item_title: string | null;
            /**
             * Format: uuid
             * @description The job that it is for
             */
            job_id: string;
            /** @description The job's title */
            job_title: string;
            /**
             * Format: date-time
             * @description When you first opened it
             */
            opened_at: string | null;
            /**
             * Format: date-time
             * @description When it counts as approved without a review
             */
            review_due_at: string;
            /**
             * @description Which kind of test
             * @enum {string}
             */
            service_type: "functional_scripted" | "exploratory" | "usability_unmoderated" | "usability_moderated" | "onboarding_ftue" | "accessibility" | "localisation" | "compatibility" | "performance_perceived" | "security" | "regression" | "fix_verification" | "payment_flow" | "content_docs" | "api_dx" | "beta_diary" | "competitive_review" | "smoke_release";
            /**
             * Format: uuid
             * @description What is to be reviewed
             */
            submission_id: string;
            /**
             * Format: date-time
             * @description When it was handed in
             */
            submitted_at: string;
            /** @description Who handed it in */
            tester_name: string;
        };
        Schedule: {
            /** @description From one run to the next */
            every_seconds: number;
            /** @description Its kind of background job */
            kind: string;
            /** @description Why its last try failed */
            last_error: string | null;
            /**
             * Format: date-time
             * @description When it ended
             */
            last_finished_at: string | null;
            /**
             * Format: uuid
             * @description Its background job
             */
            last_job_id: string | null;
            /**
             * Format: date-time
             * @description When the last run was asked for
             */
            last_run_at: string | null;
            /**
             * @description How that went
             * @enum {string|null}
             */
            last_state: "queued" | "running" | "done" | "dead" | null;
            /** @description The schedule */
            name: string;
            /**
             * Format: date-time
             * @description When it is due
             */
            next_run_at: string;
            /** @description What it does */
            what: string;
        };
        ServiceType: {
            /** @description What the builder says about an item */
            details: components["schemas"]["FormField"][];
            /** @description What is needed to publish it */
            details_minimum: components["schemas"]["FormRule"][];
            /** @description It can be bought here */
            enabled: boolean;
            /**
             * @description As in service_type
             * @enum {string}
             */
            key: "functional_scripted" | "exploratory" | "usability_unmoderated" | "usability_moderated" | "onboarding_ftue" | "accessibility" | "localisation" | "compatibility" | "performance_perceived" | "security" | "regression" | "fix_verification" | "payment_flow" | "content_docs" | "api_dx" | "beta_diary" | "competitive_review" | "smoke_release";
            /** @description What is needed to hand it in */
            minimum: components["schemas"]["FormRule"][];
            /** @description What the tester hands in */
            report: components["schemas"]["FormField"][];
            /** @description Legal text that goes with it */
            terms?: string;
            /** @description In English; translate by key */
            title: string;
            /** @description What a quantity counts */
            unit: string;
        };
        ServiceTypeStatistics: {
            /** @description Of these, approved */
            approved: number;
            /** @description Approved in part */
            approved_partial: number;
            /** @description Items decided */
            decisions: number;
            /** @description Disputed */
            disputed: number;
            /** @description Rejected */
            rejected: number;
            /** @description Median time to a decision */
            review_hours: number;
            /** @description Kind of test */
            service_type: string;
        };
        Session: {
            /**
             * Format: date-time
             * @description When it began
             */
            created_at: string;
            /** @description Whether it is the one that asks */
            current: boolean;
            /**
             * Format: uuid
             * @description The session
             */
            id: string;
            /**
             * Format: date-time
             * @description When it was last renewed
             */
            last_used_at: string;
            /** @description What the browser calls itself; may be empty */
            user_agent: string;
        };
        SessionDebrief: {
            /** @description How the tester feels about it */
            feelings?: string | null;
            /** @description What got in the way */
            obstacles?: string | null;
            /** @description What still needs to be done */
            outlook?: string | null;
            /** @description What happened in the session */
            past?: string | null;
            /** @description What was achieved */
            results?: string | null;
        };
        SessionMark: {
            /** @description Minutes after the start */
            minute: number;
            /** @description What was seen then */
            note: string;
        };
        SiteConfig: {
            /** @description Builder's fee, hundredths of a per cent of the reward */
            builder_fee_bps: number;
            /** @description Hours to deliver after a claim, unless the job says otherwise */
            claim_hours: number;
            /** @description Currencies of jobs, the default first */
            currencies: string[];
            /** @description Hours in which a rejection can be disputed */
            dispute_hours: number;
            /**
             * @description What the site is for
             * @enum {string}
             */
            environment: "development" | "test" | "production";
            /** @description Characters a password needs */
            password_min: number;
            /** @description Minutes to pay at the payment page */
            payment_minutes: number;
            /** @description Days to review, unless the job says otherwise */
            review_days: number;
            /** @description Most days to review */
            review_days_max: number;
            /** @description Fewest days to review */
            review_days_min: number;
            /** @description Largest reward of a seat, minor units */
            reward_max_minor: number;
            /** @description Smallest reward of a seat, minor units */
            reward_min_minor: number;
            /** @description What can be bought here */
            service_types: string[];
            /** @description Name of the marketplace */
            site_name: string;
            /** @description True: no real money moves */
            test_mode: boolean;
            /** @description Tester's fee, hundredths of a per cent of what is paid */
            tester_fee_bps: number;
        };
        StatementLine: {
            /** @description What is left of it */
            amount_minor: number;
            /** @description ISO 4217, lower case */
            currency: string;
            /** @description The tester's fee */
            fee_minor: number;
            /**
             * Format: date-time
             * @description When it was granted
             */
            granted_at: string;
            /** @description Granted, before the tester's fee */
            gross_minor: number;
            /** @description The title of its item; null in a simple job */
            item_title: string | null;
            /** @description The job's title */
            job_title: string;
            /**
             * Format: date-time
             * @description When the money had left
             */
            paid_at: string | null;
            /**
             * Format: uuid
             * @description The payout
             */
            payout_id: string;
            /** @description What was taken back again */
            reversed_minor: number;
            /**
             * @description How far the payout is
             * @enum {string}
             */
            state: "pending" | "processing" | "completed" | "failed" | "reversed";
        };
        StatementTotal: {
            /** @description What is left of it */
            amount_minor: number;
            /** @description ISO 4217, lower case */
            currency: string;
            /** @description The tester's fee */
            fee_minor: number;
            /** @description Granted, before the tester's fee */
            gross_minor: number;
            /** @description Of that, what has been transferred */
            paid_minor: number;
            /** @description What was taken back again */
            reversed_minor: number;
        };
        Statistics: {
            /** @description Builders of these */
            builders_active: number;
            /**
             * Format: date-time
             * @description From this instant
             */
            from: string;
            /** @description Jobs that testers could first see */
            jobs_opened: number;
            /** @description By currency */
            money: components["schemas"]["MoneyStatistics"][];
            /** @description Of these, builders */
            new_builders: number;
            /** @description And testers */
            new_testers: number;
            /** @description Accounts that were opened */
            registered: number;
            /** @description Of these, nothing came of */
            seats_lapsed: number;
            /** @description And were given back */
            seats_returned: number;
            /** @description Seats that testers took */
            seats_taken: number;
            /** @description Decisions by kind of test */
            service_types: components["schemas"]["ServiceTypeStatistics"][];
            /** @description Items handed in */
            submissions: number;
            /** @description Testers of these */
            testers_active: number;
            /**
             * Format: date-time
             * @description Until this one
             */
            to: string;
            /** @description Of these, with a verified address */
            verified: number;
        };
        Step: {
            /** @description What should happen then */
            expected?: string | null;
            /** @description What to do */
            text: string;
        };
        StepResult: {
            /** @description What happened; needed when it failed or was blocked */
            actual?: string | null;
            /** @description The step, counted from 1 */
            number: number;
            /**
             * @description How it went
             * @enum {string}
             */
            verdict: "pass" | "fail" | "blocked" | "skipped";
        };
        Submission: {
            /** @description How much of it was approved, per cent; null unless it was a part */
            approved_percent: number | null;
            /**
             * Format: uuid
             * @description The assignment that it is for
             */
            assignment_id: string;
            /** @description What all findings can add at most */
            bonus_cap_minor: number;
            /** @description What they add as they are judged so far */
            bonus_minor: number;
            /** @description What a finding adds, times the weight of its severity */
            bonus_unit_minor: number;
            /**
             * Format: date-time
             * @description Until when it can be changed, when it was sent back
             */
            changes_due_at: string | null;
            /** @description How often it can still be sent back */
            changes_left: number;
            /** @description What the builder said */
            comment: string | null;
            /**
             * Format: date-time
             * @description When the seat was claimed
             */
            created_at: string;
            /** @description In this currency */
            currency: string;
            /**
             * Format: date-time
             * @description When it was decided
             */
            decided_at: string | null;
            /** @description What it asks for, by service type */
            details: Record<string, never>;
            /**
             * Format: date-time
             * @description Until when the decision can be disputed, where money is held for that
             */
            dispute_due_at: string | null;
            /**
             * Format: uuid
             * @description The dispute about it, when there is one
             */
            dispute_id: string | null;
            /** @description Where it was tested */
            environment: components["schemas"]["Environment"];
            /** @description Links that prove it */
            evidence: components["schemas"]["Evidence"][];
            /** @description What was found */
            findings: components["schemas"]["Finding"][];
            /**
             * Format: uuid
             * @description The submission
             */
            id: string;
            /** @description What the tester answered */
            info_answer: string | null;
            /**
             * Format: date-time
             * @description Until when it can be answered, while it waits for that
             */
            info_due_at: string | null;
            /** @description What the builder asked last */
            info_question: string | null;
            /** @description How often the builder can still ask */
            info_rounds_left: number;
            /** @description Whether the time to answer passed in silence */
            info_unanswered: boolean;
            /** @description What to do */
            instructions: string;
            /**
             * Format: uuid
             * @description The item of the role; null in a simple job
             */
            item_id: string | null;
            /**
             * Format: uuid
             * @description The job that it is for
             */
            job_id: string;
            /** @description The job's title */
            job_title: string;
            /** @description Whether you may dispute it now */
            may_dispute: boolean;
            /**
             * Format: date-time
             * @description When the builder first opened it
             */
            opened_at: string | null;
            /** @description What was granted by now, before the tester's fee; null until it is decided */
            paid_minor: number | null;
            /** @description Its place among the items */
            position: number;
            /** @description How many units of it */
            quantity: number;
            /** @description Stars given, 1 to 5 */
            rating: number | null;
            /**
             * @description Why it was rejected
             * @enum {string|null}
             */
            reject_reason: "out_of_scope" | "insufficient_evidence" | "not_reproducible" | "wrong_environment" | "instructions_not_followed" | "duplicate_known" | "plagiarised_or_generated" | "abusive" | null;
            /** @description The report, by service type */
            report: Record<string, never>;
            /** @description Whether it has to be delivered */
            required: boolean;
            /** @description What an administrator gave back to the builder, without its share of the fee */
            returned_minor: number;
            /**
             * Format: date-time
             * @description When it counts as approved without a review
             */
            review_due_at: string | null;
            /** @description What it pays, minor units */
            reward_minor: number;
            /**
             * @description Which form the report has
             * @enum {string}
             */
            service_type: "functional_scripted" | "exploratory" | "usability_unmoderated" | "usability_moderated" | "onboarding_ftue" | "accessibility" | "localisation" | "compatibility" | "performance_perceived" | "security" | "regression" | "fix_verification" | "payment_flow" | "content_docs" | "api_dx" | "beta_diary" | "competitive_review" | "smoke_release";
            /**
             * @description Where it stands
             * @enum {string}
             */
            state: "draft" | "submitted" | "needs_info" | "changes_requested" | "approved" | "approved_partial" | "rejected" | "disputed" | "decided" | "lapsed" | "waived";
            /** @description The steps among the details */
            steps: components["schemas"]["Step"][];
            /**
             * Format: date-time
             * @description When it was handed in
             */
            submitted_at: string | null;
            /** @description The result in a few sentences */
            summary: string;
            /** @description Who hands it in */
            tester_name: string;
            /** @description The item's title, or the job's */
            title: string;
            /**
             * Format: date-time
             * @description When it was last saved
             */
            updated_at: string;
        };
        SubmissionMoney: {
            /** @description ISO 4217, lower case */
            currency: string;
            /** @description Still held for it, with the fee */
            held_minor: number;
            /** @description Granted to the tester so far */
            paid_minor: number;
            /** @description Given back to the builder by administrators */
            returned_minor: number;
            /** @description Reward and bonus reserve, minor units */
            reward_minor: number;
            /** @description Its state */
            state: string;
            /**
             * Format: uuid
             * @description The submission
             */
            submission_id: string;
        };
        SusAnswers: {
            /** @description I think that I would like to use this often */
            q1?: number | null;
            /** @description I needed to learn a lot of things before I could get going */
            q10?: number | null;
            /** @description I found it unnecessarily complex */
            q2?: number | null;
            /** @description I thought it was easy to use */
            q3?: number | null;
            /** @description I think that I would need the support of a technical person to use it */
            q4?: number | null;
            /** @description I found its functions well integrated */
            q5?: number | null;
            /** @description I thought there was too much inconsistency */
            q6?: number | null;
            /** @description I imagine that most people would learn to use it very quickly */
            q7?: number | null;
            /** @description I found it very cumbersome to use */
            q8?: number | null;
            /** @description I felt very confident using it */
            q9?: number | null;
        };
        Template: {
            /** @description What is wanted, to be adapted */
            brief: string;
            /** @description Kind of application or flow */
            category: string;
            /** @description Its name, stable */
            key: string;
            /** @description Where it makes sense */
            platforms: ("web" | "ios" | "android" | "desktop" | "api")[];
            /** @description Suggested pay for a seat */
            reward_minor: number;
            /**
             * @description Kind of test
             * @enum {string}
             */
            service_type: "functional_scripted" | "exploratory" | "usability_unmoderated" | "usability_moderated" | "onboarding_ftue" | "accessibility" | "localisation" | "compatibility" | "performance_perceived" | "security" | "regression" | "fix_verification" | "payment_flow" | "content_docs" | "api_dx" | "beta_diary" | "competitive_review" | "smoke_release";
            /** @description What to do, in order */
            steps: components["schemas"]["Step"][];
            /** @description What it is good for */
            summary: string;
            /** @description The job in one line */
            title: string;
        };
        Terms: {
            /** @description What it is about */
            app_description: string;
            /** @description Where it is */
            app_url: string | null;
            /** @description What to test */
            brief: string;
            /** @description Hours the tester has to dispute a rejection */
            dispute_hours: number;
            /**
             * @description What becomes of a rejected seat
             * @enum {string}
             */
            on_rejection: "reopen" | "refund";
            /** @description Whom the tester stands for */
            persona: string | null;
            /** @description On which platforms */
            platforms: string[];
            /** @description What is tested */
            project_name: string;
            /** @description What the tester should have */
            requirements: components["schemas"]["Requirements"];
            /** @description Days the builder has to review */
            review_days: number;
            /** @description The role; null in a simple job */
            role_name: string | null;
            /** @description Step by step */
            steps: components["schemas"]["Step"][];
        };
        TestPlan: {
            /**
             * Format: date-time
             * @description When it was made
             */
            created_at: string;
            /** @description Of all amounts */
            currency: string;
            /** @description What it costs today; null when something of it has no price */
            estimate: components["schemas"]["Estimate"] | null;
            /**
             * Format: uuid
             * @description The plan
             */
            id: string;
            /** @description Country whose prices count */
            market: string | null;
            /** @description What it is called */
            name: string;
            /** @description Who is to test what */
            roles: components["schemas"]["PlanRole"][];
            /**
             * Format: date-time
             * @description When it was last changed
             */
            updated_at: string;
        };
        TesterCard: {
            /** @description Of the decided ones, per cent; null: none was */
            approval_rate: number | null;
            /** @description Submissions approved so far */
            approved: number;
            /** @description ISO 3166-1, two letters */
            country: string | null;
            /** @description What they are called */
            full_name: string;
            /**
             * Format: uuid
             * @description The tester
             */
            id: string;
            /**
             * @description How much experience there is
             * @enum {string}
             */
            level: "newcomer" | "experienced" | "expert";
            /** @description How well they suit the role, 0 to 100; null: there is none */
            match_score: number | null;
            /** @description Seats delivered in time, per cent; null: none has ended */
            on_time_rate: number | null;
        };
        TesterOverview: {
            /** @description Seats under way */
            active: number;
            /** @description Submissions that were paid for, in full or in part */
            approved: number;
            /** @description Bids that wait for the tester's answer */
            bids_my_turn: number;
            /** @description Bids under way, those among them */
            bids_open: number;
            /** @description Of the amounts */
            currency: string;
            /** @description Held for work under way, the bonus it may bring included */
            held_minor: number;
            /**
             * Format: date-time
             * @description When the first of them is to be handed in
             */
            next_claim_due_at: string | null;
            /** @description Approved, not transferred yet */
            on_the_way_minor: number;
            /** @description Transferred so far */
            paid_minor: number;
            /** @description Submissions handed in of which the last word is not said: with the builder, sent back, disputed, or rejected and still to be disputed */
            waiting_review: number;
        };
        TesterProfile: {
            /** @description Of the decided ones, per cent; null: none was */
            approval_rate: number | null;
            /** @description Submissions approved so far */
            approved: number;
            /** @description In the tester's own words; may be empty */
            bio: string;
            /** @description True while no invitations are wanted */
            is_paused: boolean;
            /** @description Languages, BCP 47, the best first */
            languages: string[];
            /**
             * @description How much experience there is
             * @enum {string}
             */
            level: "newcomer" | "experienced" | "expert";
            /** @description Seats delivered in time, per cent; null: none has ended */
            on_time_rate: number | null;
            /** @description Kinds of test and domains */
            skills: string[];
        };
        TotpEnrolment: {
            /** @description The same as the content of a QR code */
            otpauth_uri: string;
            /** @description For an authenticator that reads no QR code, base32 */
            secret: string;
        };
        UmuxLiteAnswers: {
            /** @description It is easy to use */
            easy?: number | null;
            /** @description Its capabilities meet my requirements */
            useful?: number | null;
        };
        UnreadCount: {
            /** @description Notices that were not read yet */
            unread: number;
        };
        User: {
            /** @description ISO 3166-1, two letters */
            country: string | null;
            /**
             * Format: date-time
             * @description When it was opened
             */
            created_at: string;
            /**
             * Format: email
             * @description Where mails go
             */
            email: string;
            /** @description Whether the address is verified */
            email_verified: boolean;
            /** @description How others see you */
            full_name: string;
            /**
             * Format: uuid
             * @description The account
             */
            id: string;
            /** @description Language, BCP 47 */
            locale: string;
            /**
             * @description State of the payout account
             * @enum {string}
             */
            payout_state: "none" | "pending" | "active" | "restricted" | "rejected";
            /** @description What you may be here */
            roles: ("builder" | "tester" | "admin")[];
            /** @description Zone that times are shown in */
            time_zone: string;
            /** @description Whether signing in takes a second factor */
            totp_enabled: boolean;
        };
        Verified: {
            /** @description True: you can sign in now */
            email_verified: boolean;
        };
        WebhookReceived: {
            /** @description Always true: the event is stored */
            received: boolean;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    adminListAudit: {
        parameters: {
            query?: {
                admin_id?: string;
                entity?: string;
                entity_id?: string;
                kind?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AdminAction"][];
                        /** @description Cursor of the next page; null on the last */
                        next: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    adminListChargebacks: {
        parameters: {
            query?: {
                state?: "needs_response" | "under_review" | "won" | "lost";
                q?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Chargeback"][];
                        /** @description Cursor of the next page; null on the last */
                        next: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    adminGetChargeback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chargeback_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Chargeback"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submitChargeback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chargeback_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why; it is kept in the audit trail */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Chargeback"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    adminDashboard: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dashboard"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    adminListDisputes: {
        parameters: {
            query?: {
                state?: "open" | "answered" | "decided" | "appealed" | "closed";
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DisputeItem"][];
                        /** @description Cursor of the next page; null on the last */
                        next: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideDispute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dispute_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why; both sides read it, and it is kept in the audit trail */
                    reason: string;
                    /** @description What everybody may read about it: no names, no titles */
                    summary?: string | null;
                    /** @description What the tester gets of what is at stake; the rest goes back to the builder */
                    tester_percent: number;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dispute"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFraudSignals: {
        parameters: {
            query?: {
                days?: number;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FraudSignal"][];
                        /** @description Cursor of the next page; null on the last */
                        next: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    adminHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminHealth"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    adminListJobs: {
        parameters: {
            query?: {
                q?: string;
                state?: "draft" | "pending_payment" | "open" | "filled" | "closed" | "published" | "awarding" | "in_progress" | "in_review" | "completed" | "cancelled" | "expired" | "removed";
                kind?: "simple" | "structured";
                owner_id?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AdminJob"][];
                        /** @description Cursor of the next page; null on the last */
                        next: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why; it is kept in the audit trail */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminJob"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    adminListMarkets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Market"][];
                        /** @description Cursor of the next page; null on the last */
                        next: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setMarket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                country: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Builders of this country may publish */
                    builders: boolean;
                    /** @description ISO 4217, lower case */
                    currency: string;
                    /** @description Its name in English */
                    name: string;
                    /** @description Threshold of payouts, minor units; the site's own unless said */
                    payout_min_minor?: number | null;
                    /** @description Why; it is kept in the audit trail */
                    reason: string;
                    /** @description Testers of this country can be paid */
                    testers: boolean;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Market"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    adminListPayments: {
        parameters: {
            query?: {
                state?: "pending" | "succeeded" | "failed" | "cancelled" | "partly_refunded" | "refunded";
                q?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AdminPayment"][];
                        /** @description Cursor of the next page; null on the last */
                        next: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    adminListPayouts: {
        parameters: {
            query?: {
                state?: "pending" | "processing" | "completed" | "failed" | "reversed";
                q?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AdminPayout"][];
                        /** @description Cursor of the next page; null on the last */
                        next: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryPayout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                payout_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why; it is kept in the audit trail */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminPayout"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reversePayout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                payout_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description How much of it, minor units; all unless said */
                    amount_minor?: number | null;
                    /** @description Why; it is kept in the audit trail */
                    reason: string;
                    /**
                     * @description Who gets it: builder, refunded to the card; or platform
                     * @enum {string}
                     */
                    to: "builder" | "platform";
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminPayout"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPrices: {
        parameters: {
            query?: {
                at?: string;
                kind?: "base" | "factor" | "floor";
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Price"][];
                        /** @description Cursor of the next page; null on the last */
                        next: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setPrice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description base: of a unit; floor: of an hour */
                    amount_minor?: number | null;
                    /** @description base and floor: ISO 4217, lower case */
                    currency?: string | null;
                    /**
                     * @description factor: which
                     * @enum {string|null}
                     */
                    factor?: "level" | "device_rarity" | "locale_rarity" | "turnaround" | "confidentiality" | "complexity" | null;
                    /**
                     * @description Of a unit, a factor, or an hour at least
                     * @enum {string}
                     */
                    kind: "base" | "factor" | "floor";
                    /** @description Country, ISO 3166; everywhere else unless said */
                    market?: string | null;
                    /** @description base: time that a unit takes */
                    minutes?: number | null;
                    /** @description factor: 10000 changes nothing */
                    multiplier_bps?: number | null;
                    /** @description factor: which choice */
                    option?: string | null;
                    /** @description Why; it is kept in the audit trail */
                    reason: string;
                    /**
                     * @description base: kind of test
                     * @enum {string|null}
                     */
                    service_type?: "functional_scripted" | "exploratory" | "usability_unmoderated" | "usability_moderated" | "onboarding_ftue" | "accessibility" | "localisation" | "compatibility" | "performance_perceived" | "security" | "regression" | "fix_verification" | "payment_flow" | "content_docs" | "api_dx" | "beta_diary" | "competitive_review" | "smoke_release" | null;
                    /**
                     * Format: date-time
                     * @description When it begins to hold; now unless said
                     */
                    valid_from?: string | null;
                    /**
                     * Format: date-time
                     * @description When it ends to; then the price before it holds again
                     */
                    valid_until?: string | null;
                };
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Price"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endPrice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                price_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description When it ends to hold; now unless said
                     */
                    at?: string | null;
                    /** @description Why; it is kept in the audit trail */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Price"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    adminListQueue: {
        parameters: {
            query?: {
                state?: "queued" | "running" | "done" | "dead";
                kind?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["QueueJob"][];
                        /** @description Cursor of the next page; null on the last */
                        next: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    redriveKind: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Kind of background job */
                    kind: string;
                    /** @description Why; it is kept in the audit trail */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Redriven"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    redriveJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                queue_job_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why; it is kept in the audit trail */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueJob"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReconciliations: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Reconciliation"][];
                        /** @description Cursor of the next page; null on the last */
                        next: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reconcileNow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why; it is kept in the audit trail */
                    reason: string;
                    /**
                     * Format: date-time
                     * @description Leave out what was made before; the whole book when it is left out
                     */
                    since?: string | null;
                };
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reconciliation"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReconciliation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reconciliation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationWithDifferences"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    adminListRefunds: {
        parameters: {
            query?: {
                state?: "pending" | "processing" | "completed" | "failed" | "reversed";
                q?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AdminRefund"][];
                        /** @description Cursor of the next page; null on the last */
                        next: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryRefund: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                refund_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why; it is kept in the audit trail */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminRefund"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    adminListSchedules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Schedule"][];
                        /** @description Cursor of the next page; null on the last */
                        next: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    runSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why; it is kept in the audit trail */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Schedule"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    adminStatistics: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Statistics"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refundSubmission: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                submission_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of reward and bonus reserve, minor units; its share of the fee goes back with it */
                    amount_minor: number;
                    /** @description Why; it is kept in the audit trail */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmissionMoney"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    taxReport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Testers of this country alone, ISO 3166-1 */
                    country?: string | null;
                    /** @description Why; it is kept in the audit trail */
                    reason: string;
                    /** @description The calendar year, UTC */
                    year: number;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": unknown;
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state has changed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    adminListUsers: {
        parameters: {
            query?: {
                q?: string;
                role?: "builder" | "tester" | "admin";
                state?: "active" | "suspended";
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AdminUser"][];
                        /** @description Cursor of the next page; null on the last */
                        next: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    adminGetUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminUserDetail"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    freezeUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why; it is kept in the audit trail */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountStanding"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reinstateUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why; it is kept in the audit trail */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminUserDetail"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setUserRoles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why; it is kept in the audit trail */
                    reason: string;
                    /** @description All roles from now on */
                    roles: ("builder" | "tester" | "admin")[];
                    /** @description All scopes from now on; only an administrator has any */
                    scopes: ("support" | "finance" | "moderation" | "super")[];
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminUserDetail"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    suspendUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why; it is kept in the audit trail */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminUserDetail"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unfreezeUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why; it is kept in the audit trail */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountStanding"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAssignment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assignment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assignment"];
                };
            };
            /** @description Not modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelAssignment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assignment_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why you do not need it any more */
                    comment: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assignment"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAssignmentEvents: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                assignment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Event"][];
                        /** @description Cursor of the next page; null on the last */
                        next: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    extendAssignment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assignment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assignment"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    returnAssignment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assignment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assignment"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @description Mail address of the account
                     */
                    email: string;
                    /** @description Its password */
                    password: string;
                    /** @description Instead of it, once */
                    recovery_code?: string | null;
                    /** @description From the authenticator, where the account has one */
                    totp_code?: string | null;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grant"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description E-mail address or password is not right */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request did not come from our own pages */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The password as it is now */
                    current_password: string;
                    /** @description A new password that is not among the common ones */
                    password: string;
                };
            };
        };
        responses: {
            /** @description Success */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    forgotPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @description Mail address of the account
                     */
                    email: string;
                };
            };
        };
        responses: {
            /** @description Success */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A new password that is not among the common ones */
                    password: string;
                    /** @description From the link in the mail */
                    token: string;
                };
            };
        };
        responses: {
            /** @description Success */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refresh: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grant"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Your session has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request did not come from our own pages */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    register: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @description Mail address of the account
                     */
                    email: string;
                    /** @description How others are to call you */
                    full_name: string;
                    /** @description Language of the account, BCP 47; en when nothing is said */
                    locale?: string | null;
                    /** @description A new password that is not among the common ones */
                    password: string;
                    /** @description Who brought you here */
                    referral_code?: string | null;
                    /**
                     * @description What you come for; the other can be added later
                     * @enum {string}
                     */
                    role: "builder" | "tester";
                };
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Registered"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Session"][];
                        /** @description Cursor of the next page; null on the last */
                        next: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enrolTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotpEnrolment"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disableTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What the authenticator shows, or a recovery code */
                    code: string;
                    /** @description The account's password */
                    password: string;
                };
            };
        };
        responses: {
            /** @description Success */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What the authenticator shows */
                    code: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description From the link in the mail */
                    token: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verified"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resendVerification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @description Mail address of the account
                     */
                    email: string;
                };
            };
        };
        responses: {
            /** @description Success */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBid: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bid_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bid"];
                };
            };
            /** @description Not modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptBid: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bid_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The offer that is meant: the latest */
                    revision: number;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BidFunding"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This work asks for something you do not have */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmBid: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bid_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bid"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    counterBid: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bid_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Days to deliver; absent: as before */
                    days?: number | null;
                    /** @description New figures; in a counter those left out stay */
                    items?: {
                        /** @description What the tester gets for it, minor units */
                        amount_minor: number;
                        /**
                         * Format: uuid
                         * @description An item of the role
                         */
                        item_id: string;
                    }[] | null;
                    /** @description What else there is to say */
                    message?: string | null;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bid"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    declineCounter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bid_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bid"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBidEvents: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                bid_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Event"][];
                        /** @description Cursor of the next page; null on the last */
                        next: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    payBid: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bid_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BidFunding"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rejectBid: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bid_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description More about it, for the tester */
                    note?: string | null;
                    /** @description Why, for the tester; words of your own count as other */
                    reason: ("too_expensive" | "not_a_match" | "too_slow" | "other_tester" | "plan_changed" | "other") | string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bid"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reviseBid: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bid_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Days to deliver; absent: as before */
                    days?: number | null;
                    /** @description New figures; in a counter those left out stay */
                    items?: {
                        /** @description What the tester gets for it, minor units */
                        amount_minor: number;
                        /**
                         * Format: uuid
                         * @description An item of the role
                         */
                        item_id: string;
                    }[] | null;
                    /** @description What else there is to say */
                    message?: string | null;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bid"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submitBid: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bid_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bid"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawBid: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bid_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bid"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConfig: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteConfig"];
                };
            };
            /** @description Not modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDisputeSummaries: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DisputeSummary"][];
                        /** @description Cursor of the next page; null on the last */
                        next: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDisputes: {
        parameters: {
            query?: {
                state?: "open" | "answered" | "decided" | "appealed" | "closed";
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DisputeItem"][];
                        /** @description Cursor of the next page; null on the last */
                        next: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDispute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dispute_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dispute"];
                };
            };
            /** @description Not modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptDecision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dispute_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dispute"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answerDispute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dispute_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Your side of it; it cannot be changed afterwards */
                    body: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dispute"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    appealDecision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dispute_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What the decision has missed */
                    statement: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dispute"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proposeSplit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dispute_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What the tester would get of what is at stake */
                    tester_percent: number;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dispute"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteFinding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                finding_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateFinding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                finding_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What happens */
                    actual?: string | null;
                    /** @description No files can be attached yet */
                    attachment_ids?: string[] | null;
                    /** @description What should happen */
                    expected?: string | null;
                    /**
                     * @description What kind of problem
                     * @enum {string|null}
                     */
                    kind?: "functional" | "visual" | "content" | "crash" | "performance" | "usability" | "accessibility" | "localisation" | "compatibility" | "security" | "suggestion" | null;
                    /**
                     * @description How often it happens
                     * @enum {string|null}
                     */
                    reproducibility?: "always" | "often" | "sometimes" | "once" | null;
                    /**
                     * @description How bad it is
                     * @enum {string|null}
                     */
                    severity?: "critical" | "major" | "moderate" | "minor" | "trivial" | null;
                    /** @description How to see it, step by step */
                    steps?: string[] | null;
                    /** @description One problem in one sentence */
                    title?: string | null;
                    /**
                     * Format: uri
                     * @description Where it is
                     */
                    url?: string | null;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Finding"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was changed in the meantime */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    judgeFinding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                finding_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description A finding of the same project that it repeats; for a duplicate alone
                     */
                    duplicate_of?: string | null;
                    /** @description Why; needed unless it is valid with the tester's severity */
                    reason?: string | null;
                    /**
                     * @description How bad it is; the tester's word when left out
                     * @enum {string|null}
                     */
                    severity_final?: "critical" | "major" | "moderate" | "minor" | "trivial" | null;
                    /**
                     * @description What it is
                     * @enum {string}
                     */
                    verdict: "valid" | "duplicate" | "known" | "informative" | "works_as_designed" | "not_reproducible" | "out_of_scope" | "spam";
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Finding"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTemplates: {
        parameters: {
            query?: {
                category?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Template"][];
                        /** @description Cursor of the next page; null on the last */
                        next: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listJobs: {
        parameters: {
            query?: {
                q?: string;
                sort?: "newest" | "reward" | "deadline" | "relevance";
                kind?: "simple" | "structured";
                service_type?: "functional_scripted" | "exploratory" | "usability_unmoderated" | "usability_moderated" | "onboarding_ftue" | "accessibility" | "localisation" | "compatibility" | "performance_perceived" | "security" | "regression" | "fix_verification" | "payment_flow" | "content_docs" | "api_dx" | "beta_diary" | "competitive_review" | "smoke_release";
                platform?: "web" | "ios" | "android" | "desktop" | "api";
                currency?: string;
                min_reward_minor?: number;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["JobSummary"][];
                        /** @description Cursor of the next page; null on the last */
                        next: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createJob: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description Structured: end of bidding; two weeks unless said; "" removes it from a draft
                     */
                    bidding_deadline_at?: string | null;
                    /** @description What is wanted */
                    brief: string;
                    /** @description Simple: time to hand in after a claim */
                    claim_hours?: number | null;
                    /** @description ISO 4217, lower case */
                    currency: string;
                    /**
                     * Format: date-time
                     * @description Simple: end of claiming; "" removes it
                     */
                    deadline_at?: string | null;
                    /**
                     * @description How it is paid and taken; it decides which members it takes
                     * @enum {string}
                     */
                    kind: "simple" | "structured";
                    /**
                     * @description Simple: what becomes of a rejected seat: reopen unless said
                     * @enum {string|null}
                     */
                    on_rejection?: "reopen" | "refund" | null;
                    /**
                     * Format: uuid
                     * @description What is tested
                     */
                    project_id: string;
                    /** @description Simple: who and what it is for */
                    requirements?: {
                        /** @description Browsers, any of them */
                        browsers?: string[] | null;
                        /** @description Countries of testers, any of them */
                        countries?: string[] | null;
                        /** @description Devices, any of them */
                        devices?: string[] | null;
                        /**
                         * @description How much of this they have done at least
                         * @enum {string|null}
                         */
                        level?: "any" | "experienced" | "expert" | null;
                        /** @description Languages, any of them */
                        locales?: string[] | null;
                        /** @description Is it confidential? */
                        nda?: boolean | null;
                        /** @description Anything else */
                        notes?: string | null;
                        /** @description Operating systems, any of them */
                        os?: string[] | null;
                        /** @description Where to test; what the project runs on unless named */
                        platforms?: ("web" | "ios" | "android" | "desktop" | "api")[] | null;
                        /** @description What testers have to know, all of them */
                        skills?: string[] | null;
                    } | null;
                    /** @description Time to review; then it is approved */
                    review_days?: number | null;
                    /** @description Simple, needed: a tester's pay for a seat, minor units */
                    reward_minor?: number | null;
                    /** @description Structured: whom it needs; they replace what there was */
                    roles?: {
                        /** @description A fair price for a seat: to */
                        budget_high_minor?: number | null;
                        /** @description A fair price for a seat: from */
                        budget_low_minor?: number | null;
                        /**
                         * Format: uuid
                         * @description In a change: the role that stays what it is
                         */
                        id?: string | null;
                        /** @description What each of them does */
                        items: {
                            /** @description All bonuses of the item together at most */
                            bonus_cap_minor?: number | null;
                            /** @description Bonus for a valid finding, times the weight of its severity */
                            bonus_unit_minor?: number | null;
                            /**
                             * @description How often changes can be asked for
                             * @default 1
                             */
                            change_rounds?: number | null;
                            /** @description By kind of test: a Details_... form */
                            details?: Record<string, never> | null;
                            /**
                             * Format: uuid
                             * @description In a change: the item that stays what it is
                             */
                            id?: string | null;
                            /** @description What to do */
                            instructions: string;
                            /**
                             * @description How many, in units of its kind of test
                             * @default 1
                             */
                            quantity?: number | null;
                            /** @description Does the work count as delivered only with it? */
                            required?: boolean | null;
                            /**
                             * @description Kind of test
                             * @enum {string}
                             */
                            service_type: "functional_scripted" | "exploratory" | "usability_unmoderated" | "usability_moderated" | "onboarding_ftue" | "accessibility" | "localisation" | "compatibility" | "performance_perceived" | "security" | "regression" | "fix_verification" | "payment_flow" | "content_docs" | "api_dx" | "beta_diary" | "competitive_review" | "smoke_release";
                            /** @description The item in one line */
                            title: string;
                        }[];
                        /** @description Who is wanted, in a few words */
                        name: string;
                        /** @description Whom testers should be, or put themselves in the place of */
                        persona?: string | null;
                        /** @description Who fits */
                        requirements?: {
                            /** @description Browsers, any of them */
                            browsers?: string[] | null;
                            /** @description Countries of testers, any of them */
                            countries?: string[] | null;
                            /** @description Devices, any of them */
                            devices?: string[] | null;
                            /**
                             * @description How much of this they have done at least
                             * @enum {string|null}
                             */
                            level?: "any" | "experienced" | "expert" | null;
                            /** @description Languages, any of them */
                            locales?: string[] | null;
                            /** @description Is it confidential? */
                            nda?: boolean | null;
                            /** @description Anything else */
                            notes?: string | null;
                            /** @description Operating systems, any of them */
                            os?: string[] | null;
                            /** @description Where to test; what the project runs on unless named */
                            platforms?: ("web" | "ios" | "android" | "desktop" | "api")[] | null;
                            /** @description What testers have to know, all of them */
                            skills?: string[] | null;
                        } | null;
                        /** @description How many testers */
                        seats: number;
                    }[] | null;
                    /** @description Simple, needed: how many testers */
                    seats?: number | null;
                    /**
                     * @description Simple, needed: kind of test
                     * @enum {string|null}
                     */
                    service_type?: "functional_scripted" | "exploratory" | "usability_unmoderated" | "usability_moderated" | "onboarding_ftue" | "accessibility" | "localisation" | "compatibility" | "performance_perceived" | "security" | "regression" | "fix_verification" | "payment_flow" | "content_docs" | "api_dx" | "beta_diary" | "competitive_review" | "smoke_release" | null;
                    /** @description Simple: what to do, in order */
                    steps?: {
                        /** @description What should happen then */
                        expected?: string | null;
                        /** @description What to do */
                        text: string;
                    }[] | null;
                    /** @description The job in one line */
                    title: string;
                };
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description Not modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description Structured: end of bidding; two weeks unless said; "" removes it from a draft
                     */
                    bidding_deadline_at?: string | null;
                    /** @description What is wanted */
                    brief?: string | null;
                    /** @description Simple: time to hand in after a claim */
                    claim_hours?: number | null;
                    /** @description ISO 4217, lower case */
                    currency?: string | null;
                    /**
                     * Format: date-time
                     * @description Simple: end of claiming; "" removes it
                     */
                    deadline_at?: string | null;
                    /**
                     * @description Simple: what becomes of a rejected seat: reopen unless said
                     * @enum {string|null}
                     */
                    on_rejection?: "reopen" | "refund" | null;
                    /**
                     * Format: uuid
                     * @description What is tested
                     */
                    project_id?: string | null;
                    /** @description Simple: who and what it is for */
                    requirements?: {
                        /** @description Browsers, any of them */
                        browsers?: string[] | null;
                        /** @description Countries of testers, any of them */
                        countries?: string[] | null;
                        /** @description Devices, any of them */
                        devices?: string[] | null;
                        /**
                         * @description How much of this they have done at least
                         * @enum {string|null}
                         */
                        level?: "any" | "experienced" | "expert" | null;
                        /** @description Languages, any of them */
                        locales?: string[] | null;
                        /** @description Is it confidential? */
                        nda?: boolean | null;
                        /** @description Anything else */
                        notes?: string | null;
                        /** @description Operating systems, any of them */
                        os?: string[] | null;
                        /** @description Where to test; what the project runs on unless named */
                        platforms?: ("web" | "ios" | "android" | "desktop" | "api")[] | null;
                        /** @description What testers have to know, all of them */
                        skills?: string[] | null;
                    } | null;
                    /** @description Time to review; then it is approved */
                    review_days?: number | null;
                    /** @description Simple, needed: a tester's pay for a seat, minor units */
                    reward_minor?: number | null;
                    /** @description Structured: whom it needs; they replace what there was */
                    roles?: {
                        /** @description A fair price for a seat: to */
                        budget_high_minor?: number | null;
                        /** @description A fair price for a seat: from */
                        budget_low_minor?: number | null;
                        /**
                         * Format: uuid
                         * @description In a change: the role that stays what it is
                         */
                        id?: string | null;
                        /** @description What each of them does */
                        items: {
                            /** @description All bonuses of the item together at most */
                            bonus_cap_minor?: number | null;
                            /** @description Bonus for a valid finding, times the weight of its severity */
                            bonus_unit_minor?: number | null;
                            /**
                             * @description How often changes can be asked for
                             * @default 1
                             */
                            change_rounds?: number | null;
                            /** @description By kind of test: a Details_... form */
                            details?: Record<string, never> | null;
                            /**
                             * Format: uuid
                             * @description In a change: the item that stays what it is
                             */
                            id?: string | null;
                            /** @description What to do */
                            instructions: string;
                            /**
                             * @description How many, in units of its kind of test
                             * @default 1
                             */
                            quantity?: number | null;
                            /** @description Does the work count as delivered only with it? */
                            required?: boolean | null;
                            /**
                             * @description Kind of test
                             * @enum {string}
                             */
                            service_type: "functional_scripted" | "exploratory" | "usability_unmoderated" | "usability_moderated" | "onboarding_ftue" | "accessibility" | "localisation" | "compatibility" | "performance_perceived" | "security" | "regression" | "fix_verification" | "payment_flow" | "content_docs" | "api_dx" | "beta_diary" | "competitive_review" | "smoke_release";
                            /** @description The item in one line */
                            title: string;
                        }[];
                        /** @description Who is wanted, in a few words */
                        name: string;
                        /** @description Whom testers should be, or put themselves in the place of */
                        persona?: string | null;
                        /** @description Who fits */
                        requirements?: {
                            /** @description Browsers, any of them */
                            browsers?: string[] | null;
                            /** @description Countries of testers, any of them */
                            countries?: string[] | null;
                            /** @description Devices, any of them */
                            devices?: string[] | null;
                            /**
                             * @description How much of this they have done at least
                             * @enum {string|null}
                             */
                            level?: "any" | "experienced" | "expert" | null;
                            /** @description Languages, any of them */
                            locales?: string[] | null;
                            /** @description Is it confidential? */
                            nda?: boolean | null;
                            /** @description Anything else */
                            notes?: string | null;
                            /** @description Operating systems, any of them */
                            os?: string[] | null;
                            /** @description Where to test; what the project runs on unless named */
                            platforms?: ("web" | "ios" | "android" | "desktop" | "api")[] | null;
                            /** @description What testers have to know, all of them */
                            skills?: string[] | null;
                        } | null;
                        /** @description How many testers */
                        seats: number;
                    }[] | null;
                    /** @description Simple, needed: how many testers */
                    seats?: number | null;
                    /**
                     * @description Simple, needed: kind of test
                     * @enum {string|null}
                     */
                    service_type?: "functional_scripted" | "exploratory" | "usability_unmoderated" | "usability_moderated" | "onboarding_ftue" | "accessibility" | "localisation" | "compatibility" | "performance_perceived" | "security" | "regression" | "fix_verification" | "payment_flow" | "content_docs" | "api_dx" | "beta_diary" | "competitive_review" | "smoke_release" | null;
                    /** @description Simple: what to do, in order */
                    steps?: {
                        /** @description What should happen then */
                        expected?: string | null;
                        /** @description What to do */
                        text: string;
                    }[] | null;
                    /** @description The job in one line */
                    title?: string | null;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was changed in the meantime */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listJobAssignments: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Assignment"][];
                        /** @description Cursor of the next page; null on the last */
                        next: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBids: {
        parameters: {
            query?: {
                role_id?: string;
                state?: "draft" | "submitted" | "countered_by_builder" | "countered_by_tester" | "agreed" | "awaiting_payment" | "accepted" | "stale" | "rejected" | "withdrawn" | "expired" | "superseded";
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Bid"][];
                        /** @description Cursor of the next page; null on the last */
                        next: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createBid: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Days to deliver, from the payment */
                    days: number;
                    /** @description Only keep it; the builder does not see it yet */
                    draft?: boolean | null;
                    /** @description All required items, optional ones at will */
                    items: {
                        /** @description What the tester gets for it, minor units */
                        amount_minor: number;
                        /**
                         * Format: uuid
                         * @description An item of the role
                         */
                        item_id: string;
                    }[];
                    /** @description What else there is to say */
                    message?: string | null;
                    /**
                     * Format: uuid
                     * @description A role of it
                     */
                    role_id: string;
                };
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bid"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    claimJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assignment"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeBidding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    copyJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Of the copy; that of the job unless said
                     */
                    project_id?: string | null;
                };
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listJobEvents: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Event"][];
                        /** @description Cursor of the next page; null on the last */
                        next: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inviteTesters: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A word to them */
                    message?: string | null;
                    /**
                     * Format: uuid
                     * @description One of its roles
                     */
                    role_id: string;
                    /** @description Who is asked */
                    tester_ids: string[];
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invited"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    offerJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Days to deliver, from the payment */
                    days: number;
                    /** @description All required items, optional ones at will */
                    items: {
                        /** @description What the tester gets for it, minor units */
                        amount_minor: number;
                        /**
                         * Format: uuid
                         * @description An item of the role
                         */
                        item_id: string;
                    }[];
                    /** @description What else there is to say */
                    message?: string | null;
                    /**
                     * Format: uuid
                     * @description A role of it
                     */
                    role_id: string;
                    /**
                     * Format: uuid
                     * @description Whom it is offered to
                     */
                    tester_id: string;
                };
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bid"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publishJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobFunding"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCandidates: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                job_id: string;
                role_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Candidate"][];
                        /** @description Cursor of the next page; null on the last */
                        next: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMarkets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Market"][];
                        /** @description Cursor of the next page; null on the last */
                        next: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description Not modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description ISO 3166-1, two letters; "" takes it away */
                    country?: string | null;
                    /** @description How others are to call you */
                    full_name?: string | null;
                    /** @description Language, BCP 47 */
                    locale?: string | null;
                    /** @description A zone's name, such as Europe/Berlin */
                    time_zone?: string | null;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was changed in the meantime */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMyAssignments: {
        parameters: {
            query?: {
                state?: "active" | "delivered" | "completed" | "returned" | "lapsed" | "cancelled";
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Assignment"][];
                        /** @description Cursor of the next page; null on the last */
                        next: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMyBids: {
        parameters: {
            query?: {
                state?: "draft" | "submitted" | "countered_by_builder" | "countered_by_tester" | "agreed" | "awaiting_payment" | "accepted" | "stale" | "rejected" | "withdrawn" | "expired" | "superseded";
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Bid"][];
                        /** @description Cursor of the next page; null on the last */
                        next: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startBillingPortal: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillingPortal"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDevices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Device"][];
                        /** @description Cursor of the next page; null on the last */
                        next: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putDevices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description All of them; the others are taken away */
                    items: {
                        /** @description Browser */
                        browser?: string | null;
                        /** @description Its version */
                        browser_version?: string | null;
                        /**
                         * @description What it is
                         * @enum {string}
                         */
                        kind: "phone" | "tablet" | "laptop" | "desktop" | "tv" | "watch" | "other";
                        /** @description Maker and model */
                        name: string;
                        /** @description Operating system */
                        os: string;
                        /** @description Its version */
                        os_version: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Device"][];
                        /** @description Cursor of the next page; null on the last */
                        next: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEarnings: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Earnings"];
                    "application/pdf": unknown;
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEarningsStatement: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EarningsStatement"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMyInvitations: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Invitation"][];
                        /** @description Cursor of the next page; null on the last */
                        next: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    declineInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                role_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMyJobs: {
        parameters: {
            query?: {
                state?: "draft" | "pending_payment" | "open" | "filled" | "closed" | "published" | "awarding" | "in_progress" | "in_review" | "completed" | "cancelled" | "expired" | "removed";
                project_id?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MyJob"][];
                        /** @description Cursor of the next page; null on the last */
                        next: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFittingJobs: {
        parameters: {
            query?: {
                kind?: "simple" | "structured";
                service_type?: "functional_scripted" | "exploratory" | "usability_unmoderated" | "usability_moderated" | "onboarding_ftue" | "accessibility" | "localisation" | "compatibility" | "performance_perceived" | "security" | "regression" | "fix_verification" | "payment_flow" | "content_docs" | "api_dx" | "beta_diary" | "competitive_review" | "smoke_release";
                platform?: "web" | "ios" | "android" | "desktop" | "api";
                currency?: string;
                min_reward_minor?: number;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["JobSummary"][];
                        /** @description Cursor of the next page; null on the last */
                        next: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOverview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPayments: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Payment"][];
                        /** @description Cursor of the next page; null on the last */
                        next: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPayoutAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutAccount"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startPayoutOnboarding: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutOnboarding"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description We are not open in this country yet */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPayouts: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Payout"][];
                        /** @description Cursor of the next page; null on the last */
                        next: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReviewQueue: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ReviewItem"][];
                        /** @description Cursor of the next page; null on the last */
                        next: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addRole: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What you want to be as well
                     * @enum {string}
                     */
                    role: "builder" | "tester";
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTesterProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TesterProfile"];
                };
            };
            /** @description Not modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateTesterProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description In your own words */
                    bio?: string | null;
                    /** @description No invitations for now */
                    is_paused?: boolean | null;
                    /** @description Languages, BCP 47, the best first */
                    languages?: string[] | null;
                    /** @description Kinds of test and domains */
                    skills?: string[] | null;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TesterProfile"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was changed in the meantime */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": unknown;
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNotifications: {
        parameters: {
            query?: {
                unread?: boolean;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Notice"][];
                        /** @description Cursor of the next page; null on the last */
                        next: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    markRead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Which; all of them unless said */
                    ids?: string[] | null;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnreadCount"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getUnreadCount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnreadCount"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOpenapi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Not modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                payment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
            /** @description Not modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelPayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                payment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                payment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPlanTemplates: {
        parameters: {
            query?: {
                category?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PlanTemplate"][];
                        /** @description Cursor of the next page; null on the last */
                        next: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPriceBook: {
        parameters: {
            query?: {
                currency?: string;
                market?: string;
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceBook"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    estimate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description ISO 4217, lower case */
                    currency: string;
                    /** @description Country whose prices count, ISO 3166; else the usual */
                    market?: string | null;
                    /** @description Who is to test what */
                    roles: {
                        /**
                         * @description Is it to be kept secret?
                         * @enum {string|null}
                         */
                        confidentiality?: "none" | "nda" | null;
                        /**
                         * @description How hard their devices are to find
                         * @enum {string|null}
                         */
                        device_rarity?: "common" | "uncommon" | "rare" | null;
                        /** @description What each of them tests */
                        items: {
                            /** @description The most that findings can earn a tester */
                            bonus_cap_minor?: number | null;
                            /**
                             * @description How hard it is
                             * @enum {string|null}
                             */
                            complexity?: "standard" | "simple" | "complex" | null;
                            /**
                             * @description Units of it, for each tester
                             * @default 1
                             */
                            quantity?: number | null;
                            /** @description May a tester leave it out? */
                            required?: boolean | null;
                            /**
                             * @description Kind of test
                             * @enum {string}
                             */
                            service_type: "functional_scripted" | "exploratory" | "usability_unmoderated" | "usability_moderated" | "onboarding_ftue" | "accessibility" | "localisation" | "compatibility" | "performance_perceived" | "security" | "regression" | "fix_verification" | "payment_flow" | "content_docs" | "api_dx" | "beta_diary" | "competitive_review" | "smoke_release";
                            /** @description The item in one line */
                            title?: string | null;
                        }[];
                        /**
                         * @description Their experience
                         * @enum {string|null}
                         */
                        level?: "any" | "experienced" | "expert" | null;
                        /**
                         * @description How hard their languages are to find
                         * @enum {string|null}
                         */
                        locale_rarity?: "common" | "uncommon" | "rare" | null;
                        /** @description Who is wanted, in a few words */
                        name?: string | null;
                        /** @description How many testers */
                        seats: number;
                        /**
                         * @description How soon it is to be done
                         * @enum {string|null}
                         */
                        turnaround?: "standard" | "fast" | "urgent" | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Estimate"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProblems: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemCatalogue"];
                };
            };
            /** @description Not modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProjects: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Project"][];
                        /** @description Cursor of the next page; null on the last */
                        next: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createProject: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Kind of application */
                    category?: string | null;
                    /** @description What a tester should know */
                    description?: string | null;
                    /** @description What it is called */
                    name: string;
                    /** @description Where it runs; the web when nothing is said */
                    platforms?: ("web" | "ios" | "android" | "desktop" | "api")[] | null;
                    /**
                     * Format: uri
                     * @description Where the application is
                     */
                    url?: string | null;
                };
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            /** @description Not modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has jobs that are not finished */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Kind of application */
                    category?: string | null;
                    /** @description What a tester should know */
                    description?: string | null;
                    /** @description What it is called */
                    name?: string | null;
                    /** @description Where it runs; the web when nothing is said */
                    platforms?: ("web" | "ios" | "android" | "desktop" | "api")[] | null;
                    /**
                     * Format: uri
                     * @description Where the application is
                     */
                    url?: string | null;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was changed in the meantime */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ready"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Success */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ready"];
                };
            };
        };
    };
    listServiceTypes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ServiceType"][];
                        /** @description Cursor of the next page; null on the last */
                        next: string | null;
                    };
                };
            };
            /** @description Not modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSubmission: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                submission_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Submission"];
                };
            };
            /** @description Not modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveSubmission: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                submission_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description No files can be attached yet */
                    attachment_ids?: string[] | null;
                    /** @description Where it was tested; replaces what was saved */
                    environment?: {
                        /** @description Browser */
                        browser?: string | null;
                        /** @description Its version */
                        browser_version?: string | null;
                        /** @description Version of what was tested */
                        build?: string | null;
                        /** @description Make and model */
                        device?: string | null;
                        /** @description Language setting */
                        locale?: string | null;
                        /** @description Kind of network */
                        network?: string | null;
                        /** @description Operating system */
                        os?: string | null;
                        /** @description Its version */
                        os_version?: string | null;
                        /** @description Time zone setting */
                        time_zone?: string | null;
                        /** @description Size of the page, as 390x844 */
                        viewport?: string | null;
                    } | null;
                    /** @description Links that prove it; replaces what was saved */
                    evidence?: {
                        /** @description Which entry of the report it is for, by its number */
                        about?: string | null;
                        /**
                         * @description What it shows it with
                         * @enum {string}
                         */
                        kind: "screenshot" | "recording" | "trace" | "log" | "receipt" | "output";
                        /** @description What to look at */
                        note?: string | null;
                        /**
                         * Format: uri
                         * @description Where it can be seen
                         */
                        url: string;
                    }[] | null;
                    /** @description The report, by service type; replaces what was saved */
                    report?: Record<string, never> | null;
                    /** @description The result in a few sentences */
                    summary?: string | null;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Submission"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was changed in the meantime */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approveSubmission: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                submission_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A word to the tester */
                    comment?: string | null;
                    /** @description Stars */
                    rating?: number | null;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Submission"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approvePartially: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                submission_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What exactly was not right */
                    comment: string;
                    /** @description How much of the reward and of what the findings earn, per cent */
                    percent: number;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Submission"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disputeSubmission: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                submission_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What it is about; to a builder conduct alone
                     * @enum {string}
                     */
                    kind: "scope" | "evidence" | "severity" | "duplicate" | "environment" | "conduct" | "payment";
                    /** @description Your side of it; it cannot be changed afterwards */
                    statement: string;
                };
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dispute"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addFinding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                submission_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What happens */
                    actual: string;
                    /** @description No files can be attached yet */
                    attachment_ids?: string[] | null;
                    /** @description What should happen */
                    expected: string;
                    /**
                     * @description What kind of problem
                     * @enum {string}
                     */
                    kind: "functional" | "visual" | "content" | "crash" | "performance" | "usability" | "accessibility" | "localisation" | "compatibility" | "security" | "suggestion";
                    /**
                     * @description How often it happens
                     * @enum {string}
                     */
                    reproducibility: "always" | "often" | "sometimes" | "once";
                    /**
                     * @description How bad it is
                     * @enum {string}
                     */
                    severity: "critical" | "major" | "moderate" | "minor" | "trivial";
                    /** @description How to see it, step by step */
                    steps: string[];
                    /** @description One problem in one sentence */
                    title: string;
                    /**
                     * Format: uri
                     * @description Where it is
                     */
                    url?: string | null;
                };
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Finding"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMissing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                submission_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Missing"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openSubmission: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                submission_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Submission"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rejectSubmission: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                submission_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What exactly was not right */
                    comment: string;
                    /**
                     * @description Why
                     * @enum {string}
                     */
                    reason: "out_of_scope" | "insufficient_evidence" | "not_reproducible" | "wrong_environment" | "instructions_not_followed" | "duplicate_known" | "plagiarised_or_generated" | "abusive";
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Submission"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replyInfo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                submission_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What the builder asked for */
                    answer: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Submission"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestChanges: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                submission_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What the tester should change */
                    comment: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Submission"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestInfo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                submission_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What you would like to know */
                    question: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Submission"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submitSubmission: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                submission_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Submission"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    waiveSubmission: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                submission_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why you do not need it any more */
                    comment: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Submission"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPlans: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TestPlan"][];
                        /** @description Cursor of the next page; null on the last */
                        next: string | null;
                    };
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    savePlan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description ISO 4217, lower case */
                    currency: string;
                    /** @description Country whose prices count, ISO 3166; else the usual */
                    market?: string | null;
                    /** @description What it is called */
                    name: string;
                    /** @description Who is to test what */
                    roles: {
                        /**
                         * @description Is it to be kept secret?
                         * @enum {string|null}
                         */
                        confidentiality?: "none" | "nda" | null;
                        /**
                         * @description How hard their devices are to find
                         * @enum {string|null}
                         */
                        device_rarity?: "common" | "uncommon" | "rare" | null;
                        /** @description What each of them tests */
                        items: {
                            /** @description The most that findings can earn a tester */
                            bonus_cap_minor?: number | null;
                            /**
                             * @description How hard it is
                             * @enum {string|null}
                             */
                            complexity?: "standard" | "simple" | "complex" | null;
                            /**
                             * @description Units of it, for each tester
                             * @default 1
                             */
                            quantity?: number | null;
                            /** @description May a tester leave it out? */
                            required?: boolean | null;
                            /**
                             * @description Kind of test
                             * @enum {string}
                             */
                            service_type: "functional_scripted" | "exploratory" | "usability_unmoderated" | "usability_moderated" | "onboarding_ftue" | "accessibility" | "localisation" | "compatibility" | "performance_perceived" | "security" | "regression" | "fix_verification" | "payment_flow" | "content_docs" | "api_dx" | "beta_diary" | "competitive_review" | "smoke_release";
                            /** @description The item in one line */
                            title?: string | null;
                        }[];
                        /**
                         * @description Their experience
                         * @enum {string|null}
                         */
                        level?: "any" | "experienced" | "expert" | null;
                        /**
                         * @description How hard their languages are to find
                         * @enum {string|null}
                         */
                        locale_rarity?: "common" | "uncommon" | "rare" | null;
                        /** @description Who is wanted, in a few words */
                        name?: string | null;
                        /** @description How many testers */
                        seats: number;
                        /**
                         * @description How soon it is to be done
                         * @enum {string|null}
                         */
                        turnaround?: "standard" | "fast" | "urgent" | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestPlan"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestPlan"];
                };
            };
            /** @description Not modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updatePlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description ISO 4217, lower case */
                    currency: string;
                    /** @description Country whose prices count, ISO 3166; else the usual */
                    market?: string | null;
                    /** @description What it is called */
                    name: string;
                    /** @description Who is to test what */
                    roles: {
                        /**
                         * @description Is it to be kept secret?
                         * @enum {string|null}
                         */
                        confidentiality?: "none" | "nda" | null;
                        /**
                         * @description How hard their devices are to find
                         * @enum {string|null}
                         */
                        device_rarity?: "common" | "uncommon" | "rare" | null;
                        /** @description What each of them tests */
                        items: {
                            /** @description The most that findings can earn a tester */
                            bonus_cap_minor?: number | null;
                            /**
                             * @description How hard it is
                             * @enum {string|null}
                             */
                            complexity?: "standard" | "simple" | "complex" | null;
                            /**
                             * @description Units of it, for each tester
                             * @default 1
                             */
                            quantity?: number | null;
                            /** @description May a tester leave it out? */
                            required?: boolean | null;
                            /**
                             * @description Kind of test
                             * @enum {string}
                             */
                            service_type: "functional_scripted" | "exploratory" | "usability_unmoderated" | "usability_moderated" | "onboarding_ftue" | "accessibility" | "localisation" | "compatibility" | "performance_perceived" | "security" | "regression" | "fix_verification" | "payment_flow" | "content_docs" | "api_dx" | "beta_diary" | "competitive_review" | "smoke_release";
                            /** @description The item in one line */
                            title?: string | null;
                        }[];
                        /**
                         * @description Their experience
                         * @enum {string|null}
                         */
                        level?: "any" | "experienced" | "expert" | null;
                        /**
                         * @description How hard their languages are to find
                         * @enum {string|null}
                         */
                        locale_rarity?: "common" | "uncommon" | "rare" | null;
                        /** @description Who is wanted, in a few words */
                        name?: string | null;
                        /** @description How many testers */
                        seats: number;
                        /**
                         * @description How soon it is to be done
                         * @enum {string|null}
                         */
                        turnaround?: "standard" | "fast" | "urgent" | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestPlan"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was changed in the meantime */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deletePlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    planJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What is wanted */
                    brief?: string | null;
                    /**
                     * Format: uuid
                     * @description What is tested
                     */
                    project_id: string;
                    /** @description The job in one line; the plan's name unless said */
                    title?: string | null;
                };
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please sign in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiveStripeEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": unknown;
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookReceived"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some fields are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Please try again shortly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
