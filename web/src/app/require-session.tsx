// SPDX-License-Identifier: Apache-2.0
import { Navigate, Outlet, useLocation } from 'react-router';

import { NotFound } from '@/components/not-found';
import { PageBones } from '@/components/skeleton';
import { loginPath } from '@/lib/return-to';
import { hasRole, useSession, type Role } from '@/lib/session';

type RequireSessionProps = { needs?: Role };

/** Lets through who is signed in (and has the role); sends others to sign in and back. */
export function RequireSession({ needs }: RequireSessionProps) {
  const { status, user } = useSession();
  const { pathname, search } = useLocation();
  if (status === 'signed-out') return <Navigate to={loginPath(pathname + search)} replace />;
  if (!user) return <PageBones />;
  if (needs && !hasRole(user, needs)) return <NotFound />;
  return <Outlet />;
}

export const RequireBuilder = () => <RequireSession needs="builder" />;
export const RequireTester = () => <RequireSession needs="tester" />;
export const RequireAdmin = () => <RequireSession needs="admin" />;
