// SPDX-License-Identifier: Apache-2.0
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

import { SearchBox } from './search-box';

describe('a search box', () => {
  it('searches when typing pauses, and shows what comes from elsewhere', async () => {
    const asked: string[] = [];
    const box = (value: string) => <SearchBox label="Search" value={value} onChange={(words) => asked.push(words)} />;
    const { rerender } = render(box(''));
    const input = screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search' });
    await userEvent.type(input, 'shop ');
    await waitFor(() => expect(asked).toEqual(['shop']));
    rerender(box('shop'));
    expect(input.value).toBe('shop ');
    for (const value of ['', 'shop', 'map']) {
      rerender(box(value));
      expect(input.value).toBe(value);
    }
    expect(asked).toEqual(['shop']);
  });
});
