// SPDX-License-Identifier: Apache-2.0

/** Goes to a page that is not ours, in the same window: the payment provider's. */
export const leaveFor = (url: string): void => location.assign(url);
