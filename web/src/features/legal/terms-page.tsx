// SPDX-License-Identifier: Apache-2.0
import { LegalPage } from './legal-page';

export function TermsPage() {
  return <LegalPage document="terms" />;
}
