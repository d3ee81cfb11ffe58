// SPDX-License-Identifier: Apache-2.0
import type { ServiceType } from './service-form/types-query';

/** A kind of test without the details that its report answers one by one: these stand there already. */
export const withoutAnswered = (type: ServiceType): ServiceType => ({
  ...type,
  details: type.details.filter(({ name }) => !type.minimum.some(({ kind, of }) => kind === 'answers' && of === `/details/${name}`)),
});
