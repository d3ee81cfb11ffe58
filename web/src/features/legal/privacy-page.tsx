// SPDX-License-Identifier: Apache-2.0
import { LegalPage } from './legal-page';

export function PrivacyPage() {
  return <LegalPage document="privacy" />;
}
