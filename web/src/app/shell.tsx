// SPDX-License-Identifier: Apache-2.0
import { Outlet } from 'react-router';

import { Footer } from './footer';
import { FrozenBanner } from './frozen-banner';
import { Header } from './header';

/** Header, page, footer: for visitors and for those who are signed in. */
export function Shell() {
  return (
    <>
      <Header />
      <FrozenBanner />
      {/* At least a screen high: the footer never jumps when the page arrives. */}
      <main id="main" tabIndex={-1} className="flex min-h-dvh flex-col">
        <Outlet />
      </main>
      <Footer />
    </>
  );
}
