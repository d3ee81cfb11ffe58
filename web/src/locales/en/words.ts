// SPDX-License-Identifier: Apache-2.0
// Every word of the interface in English: one chunk, one namespace per feature.
import account from './account.json';
import assignments from './assignments.json';
import auth from './auth.json';
import bids from './bids.json';
import builderBoard from './builder-board.json';
import capture from './capture.json';
import common from './common.json';
import disputes from './disputes.json';
import domain from './domain.json';
import earnings from './earnings.json';
import files from './files.json';
import findings from './findings.json';
import front from './front.json';
import invitations from './invitations.json';
import jobs from './jobs.json';
import legal from './legal.json';
import market from './market.json';
import notices from './notices.json';
import payments from './payments.json';
import plans from './plans.json';
import problems from './problems.json';
import projects from './projects.json';
import reviews from './reviews.json';
import shell from './shell.json';
import testerBoard from './tester-board.json';
import types from './types.json';
import work from './work.json';

export const words = { account, assignments, auth, bids, 'builder-board': builderBoard, capture, common, disputes, domain, earnings, files, findings, front, invitations, jobs, legal, market, notices, payments, plans, problems, projects, reviews, shell, 'tester-board': testerBoard, types, work };
