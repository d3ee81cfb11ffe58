// SPDX-License-Identifier: Apache-2.0
// Every word of the interface in English: one chunk, one namespace per feature.
import account from './account.json';
import assignments from './assignments.json';
import auth from './auth.json';
import builderBoard from './builder-board.json';
import common from './common.json';
import domain from './domain.json';
import earnings from './earnings.json';
import front from './front.json';
import jobs from './jobs.json';
import legal from './legal.json';
import market from './market.json';
import payments from './payments.json';
import problems from './problems.json';
import projects from './projects.json';
import reviews from './reviews.json';
import shell from './shell.json';
import testerBoard from './tester-board.json';
import work from './work.json';

export const words = { account, assignments, auth, 'builder-board': builderBoard, common, domain, earnings, front, jobs, legal, market, payments, problems, projects, reviews, shell, 'tester-board': testerBoard, work };
