// SPDX-License-Identifier: Apache-2.0
import { MembersView } from './member-view';
import type { ServiceType } from './types-query';

/** What a builder said about an item. */
export function DetailsView({ type, details }: { type: ServiceType; details: unknown }) {
  return <MembersView fields={type.details} value={details} place="" type={type.key} />;
}
