// SPDX-License-Identifier: Apache-2.0
import { createBrowserRouter, type RouteObject } from 'react-router';

import { NotFound } from '@/components/not-found';
import { PageBones } from '@/components/skeleton';
import { addAdminWords } from '@/lib/i18n';

import { BrokenPage } from './broken-page';
import { RequireAdmin, RequireBuilder, RequireSession, RequireTester } from './require-session';
import { RootLayout } from './root-layout';
import { Shell } from './shell';

const openPages: RouteObject[] = [
  { index: true, lazy: async () => ({ Component: (await import('@/features/front/landing-page')).LandingPage }) },
  { path: 'pricing', lazy: async () => ({ Component: (await import('@/features/test-plans/pricing-page')).PricingPage }) },
  { path: 'terms', lazy: async () => ({ Component: (await import('@/features/legal/terms-page')).TermsPage }) },
  { path: 'privacy', lazy: async () => ({ Component: (await import('@/features/legal/privacy-page')).PrivacyPage }) },
  { path: 'login', lazy: async () => ({ Component: (await import('@/features/auth/login-page')).LoginPage }) },
  { path: 'logout', lazy: async () => ({ Component: (await import('@/features/auth/logout-page')).LogoutPage }) },
  { path: 'register', lazy: async () => ({ Component: (await import('@/features/auth/register-page')).RegisterPage }) },
  { path: 'verify-email', lazy: async () => ({ Component: (await import('@/features/auth/verify-email-page')).VerifyEmailPage }) },
  { path: 'forgot-password', lazy: async () => ({ Component: (await import('@/features/auth/forgot-password-page')).ForgotPasswordPage }) },
  { path: 'jobs', lazy: async () => ({ Component: (await import('@/features/market/market-page')).MarketPage }) },
  { path: 'jobs/:jobId', lazy: async () => ({ Component: (await import('./job-page')).JobPage }) },
  { path: 'reset-password', lazy: async () => ({ Component: (await import('@/features/auth/reset-password-page')).ResetPasswordPage }) },
];

const ownPages: RouteObject[] = [
  { path: 'board', lazy: async () => ({ Component: (await import('./board-page')).BoardPage }) },
  { path: 'assignments/:assignmentId', lazy: async () => ({ Component: (await import('@/features/assignments/assignment-page')).AssignmentPage }) },
  { path: 'bids/:bidId', lazy: async () => ({ Component: (await import('@/features/bids/bid-page')).BidPage }) },
  { path: 'disputes', lazy: async () => ({ Component: (await import('@/features/disputes/disputes-page')).DisputesPage }) },
  { path: 'disputes/:disputeId', lazy: async () => ({ Component: (await import('@/features/disputes/dispute-page')).DisputePage }) },
  { path: 'findings/:findingId', lazy: async () => ({ Component: (await import('@/features/findings/finding-page')).FindingPage }) },
  { path: 'notifications', lazy: async () => ({ Component: (await import('@/features/notices/notices-page')).NoticesPage }) },
  { path: 'settings', lazy: async () => ({ Component: (await import('@/features/account/settings-page')).SettingsPage }) },
];

const builderPages: RouteObject[] = [
  { path: 'projects', lazy: async () => ({ Component: (await import('@/features/projects/project-list-page')).ProjectListPage }) },
  { path: 'projects/new', lazy: async () => ({ Component: (await import('@/features/projects/new-project-page')).NewProjectPage }) },
  { path: 'projects/:projectId', lazy: async () => ({ Component: (await import('@/features/projects/project-page')).ProjectPage }) },
  { path: 'projects/:projectId/pictures', lazy: async () => ({ Component: (await import('@/features/projects/project-pictures-page')).ProjectPicturesPage }) },
  { path: 'projects/:projectId/edit', lazy: async () => ({ Component: (await import('@/features/projects/edit-project-page')).EditProjectPage }) },
  { path: 'projects/:projectId/findings', lazy: async () => ({ Component: (await import('@/features/findings/findings-page')).FindingsPage }) },
  { path: 'projects/:projectId/known-issues', lazy: async () => ({ Component: (await import('@/features/findings/known-issues-page')).KnownIssuesPage }) },
  { path: 'jobs/new', lazy: async () => ({ Component: (await import('@/features/jobs/form/new-job-page')).NewJobPage }) },
  { path: 'jobs/:jobId/edit', lazy: async () => ({ Component: (await import('@/features/jobs/form/edit-job-page')).EditJobPage }) },
  { path: 'jobs/:jobId/bids', lazy: async () => ({ Component: (await import('@/features/bids/job-bids-page')).JobBidsPage }) },
  { path: 'reviews', lazy: async () => ({ Component: (await import('@/features/reviews/review-queue-page')).ReviewQueuePage }) },
  { path: 'submissions/:submissionId/review', lazy: async () => ({ Component: (await import('@/features/reviews/review-page')).ReviewPage }) },
  { path: 'test-plans', lazy: async () => ({ Component: (await import('@/features/test-plans/test-plan-list-page')).TestPlanListPage }) },
  { path: 'payments', lazy: async () => ({ Component: (await import('@/features/payments/payments-page')).PaymentsPage }) },
];

const testerPages: RouteObject[] = [
  { path: 'bids', lazy: async () => ({ Component: (await import('@/features/bids/my-bids-page')).MyBidsPage }) },
  { path: 'invitations', lazy: async () => ({ Component: (await import('@/features/invitations/invitations-page')).InvitationsPage }) },
  { path: 'earnings', lazy: async () => ({ Component: (await import('@/features/earnings/earnings-page')).EarningsPage }) },
];

const adminPages: RouteObject[] = [
  { index: true, lazy: async () => ({ Component: (await import('@/features/admin/site/dashboard-page')).DashboardPage }) },
  { path: 'statistics', lazy: async () => ({ Component: (await import('@/features/admin/site/statistics-page')).StatisticsPage }) },
  { path: 'health', lazy: async () => ({ Component: (await import('@/features/admin/site/health-page')).HealthPage }) },
  { path: 'users', lazy: async () => ({ Component: (await import('@/features/admin/people/users-page')).UsersPage }) },
  { path: 'users/:userId', lazy: async () => ({ Component: (await import('@/features/admin/people/user-page')).UserPage }) },
  { path: 'fraud-signals', lazy: async () => ({ Component: (await import('@/features/admin/people/fraud-page')).FraudPage }) },
  { path: 'jobs', lazy: async () => ({ Component: (await import('@/features/admin/work/jobs-page')).JobsPage }) },
  { path: 'disputes', lazy: async () => ({ Component: (await import('@/features/admin/work/disputes-page')).DisputesPage }) },
  { path: 'payments', lazy: async () => ({ Component: (await import('@/features/admin/money/payments-page')).PaymentsPage }) },
  { path: 'payouts', lazy: async () => ({ Component: (await import('@/features/admin/money/payouts-page')).PayoutsPage }) },
  { path: 'refunds', lazy: async () => ({ Component: (await import('@/features/admin/money/refunds-page')).RefundsPage }) },
  { path: 'chargebacks', lazy: async () => ({ Component: (await import('@/features/admin/money/chargebacks-page')).ChargebacksPage }) },
  { path: 'chargebacks/:chargebackId', lazy: async () => ({ Component: (await import('@/features/admin/money/chargeback-page')).ChargebackPage }) },
  { path: 'reconciliations', lazy: async () => ({ Component: (await import('@/features/admin/money/reconciliations-page')).ReconciliationsPage }) },
  { path: 'reconciliations/:reconciliationId', lazy: async () => ({ Component: (await import('@/features/admin/money/reconciliation-page')).ReconciliationPage }) },
  { path: 'tax', lazy: async () => ({ Component: (await import('@/features/admin/money/tax-page')).TaxPage }) },
  { path: 'queue', lazy: async () => ({ Component: (await import('@/features/admin/site/queue-page')).QueuePage }) },
  { path: 'schedules', lazy: async () => ({ Component: (await import('@/features/admin/site/schedules-page')).SchedulesPage }) },
  { path: 'audit', lazy: async () => ({ Component: (await import('@/features/admin/site/audit-page')).AuditPage }) },
  { path: 'prices', lazy: async () => ({ Component: (await import('@/features/admin/prices/prices-page')).PricesPage }) },
  { path: 'markets', lazy: async () => ({ Component: (await import('@/features/admin/money/markets-page')).MarketsPage }) },
];

/** The administration brings its own menu and its own words. */
async function adminLayout() {
  const [{ AdminLayout }] = await Promise.all([import('@/features/admin/frame/admin-layout'), addAdminWords()]);
  return { Component: AdminLayout };
}

export const routes: RouteObject[] = [
  {
    Component: RootLayout,
    children: [
      {
        Component: Shell,
        children: [
          {
            ErrorBoundary: BrokenPage,
            HydrateFallback: PageBones,
            children: [
              ...openPages,
              { Component: RequireSession, children: ownPages },
              { Component: RequireBuilder, children: builderPages },
              { Component: RequireTester, children: testerPages },
              { Component: RequireAdmin, children: [{ path: 'admin', lazy: adminLayout, children: adminPages }] },
              { path: '*', Component: NotFound },
            ],
          },
        ],
      },
    ],
  },
];

export const router = createBrowserRouter(routes);
