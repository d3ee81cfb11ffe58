// SPDX-License-Identifier: Apache-2.0
import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';

import { ActionDetail } from './action-detail';

it('an amount is written in its currency, and the currency is not said twice', () => {
  render(<ActionDetail detail={{ currency: 'usd', amount_minor: 1000, state_before: 'open' }} />);
  expect(screen.getByText('amount: $10.00')).toBeTruthy();
  expect(screen.getByText('state before: open')).toBeTruthy();
  expect(screen.queryByText(/currency/)).toBeNull();
});

it('a currency alone, and an amount without one, stay as they were written down', () => {
  render(<ActionDetail detail={{ before: { currency: 'eur' }, stake_minor: 3000 }} />);
  expect(screen.getByText('before: currency eur')).toBeTruthy();
  expect(screen.getByText('stake minor: 3000')).toBeTruthy();
});
