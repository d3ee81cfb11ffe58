// SPDX-License-Identifier: Apache-2.0
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { show } from '@/test/render';

import { Button } from './button';
import { FactStrip } from './fact-strip';
import { Menu } from './menu';
import { Modal } from './modal';
import { Palette } from './palette';
import { SplitBar } from './split-bar';
import { StarRating } from './stars';
import { Tabs } from './tabs';
import { useToast } from './toasts';

afterEach(() => {
  vi.useRealTimers();
});

it('a button that is working takes no second click and keeps the focus', async () => {
  const onClick = vi.fn<() => void>();
  show(
    <Button pending onClick={onClick}>
      Pay
    </Button>,
  );
  const button = screen.getByRole('button', { name: 'Pay' });
  await userEvent.click(button);
  expect(onClick).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(button);
});

describe('a menu', () => {
  const onSelect = vi.fn<() => void>();
  const items = [
    { label: 'Edit', onSelect: () => undefined },
    { label: 'Copy', onSelect: () => undefined },
    { label: 'Delete', onSelect },
  ];
  const open = async () => {
    show(<Menu label="Actions" trigger="…" items={items} />);
    screen.getByRole('button', { name: 'Actions' }).focus();
    await userEvent.keyboard('{ArrowDown}');
  };

  it('is worked by keys alone', async () => {
    await open();
    expect(document.activeElement?.textContent).toBe('Edit');
    await userEvent.keyboard('{ArrowUp}{Enter}');
    expect(onSelect).toHaveBeenCalledOnce();
  });

  it('closes on Escape and gives the focus back', async () => {
    await open();
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Actions' }));
  });

  it('closes when something else is pressed', async () => {
    await open();
    await userEvent.pointer({ target: document.body, keys: '[MouseLeft]' });
    expect(screen.queryByRole('menu')).toBeNull();
  });
});

function TwoTabs() {
  const [value, setValue] = useState<'one' | 'two'>('one');
  const tabs = [
    { value: 'one', label: 'One' },
    { value: 'two', label: 'Two', count: 4 },
  ] as const;
  return (
    <Tabs label="Views" tabs={tabs} value={value} onChange={setValue}>
      {value}
    </Tabs>
  );
}

it('tabs follow the arrow keys and come round', async () => {
  show(<TwoTabs />);
  await userEvent.tab();
  await userEvent.keyboard('{ArrowRight}');
  expect(screen.getByRole('tabpanel', { name: /Two/ }).textContent).toBe('two');
  await userEvent.keyboard('{ArrowRight}');
  expect(screen.getByRole('tab', { selected: true }).textContent).toBe('One');
});

it('a dialog tells its owner when it is closed', async () => {
  const onClose = vi.fn<() => void>();
  show(
    <Modal isOpen onClose={onClose} title="Reject">
      text
    </Modal>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Close' }));
  expect(onClose).toHaveBeenCalledOnce();
});

describe('the palette', () => {
  const run = vi.fn<() => void>();
  const commands = [
    { id: 'a', label: 'Earnings', group: 'Page', run: () => undefined },
    { id: 'b', label: 'Réglages', group: 'Page', run },
  ];

  it('finds by part of a word, without accents, and runs on Enter', async () => {
    const onClose = vi.fn<() => void>();
    show(<Palette isOpen onClose={onClose} commands={commands} />);
    await userEvent.keyboard('regl{Enter}');
    expect(run).toHaveBeenCalledOnce();
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('says so when nothing fits', async () => {
    show(<Palette isOpen onClose={() => undefined} commands={commands} />);
    await userEvent.keyboard('zzz');
    expect(screen.queryByRole('option')).toBeNull();
    expect(screen.getByText('Nothing by that name.')).toBeTruthy();
  });
});

function Toaster({ state }: { state: 'done' | 'problem' }) {
  const toast = useToast();
  return <Button onClick={() => toast(state, 'It happened')}>Go</Button>;
}

it.each([
  ['done', false],
  ['problem', true],
] as const)('a toast about "%s" is still there later: %s', async (state, isThere) => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  show(<Toaster state={state} />);
  act(() => screen.getByRole('button', { name: 'Go' }).click());
  expect(screen.getByText('It happened')).toBeTruthy();
  act(() => vi.advanceTimersByTime(10_000));
  expect(screen.queryByText('It happened') !== null).toBe(isThere);
});

describe('the fact strip', () => {
  it('says whose turn it is, until when, and what money is at stake, in this order', async () => {
    vi.useFakeTimers({ now: Date.parse('2026-03-10T12:00:00Z'), toFake: ['Date'] });
    const { container } = show(
      <FactStrip
        turn={{ state: 'yours', text: 'Your turn: review' }}
        until="2026-03-13T16:00:00.000Z"
        money={{ minor: 4500, currency: 'usd', meaning: 'held' }}
      />,
    );
    expect(container.textContent).toContain('Your turn: review3 days 4 hr left$45.00 held');
  });

  it('gives the exact instant when the time is tapped', async () => {
    show(<FactStrip turn={{ state: 'yours', text: 'x' }} until="2126-03-13T16:00:00.000Z" />);
    await userEvent.click(screen.getByRole('button', { name: /left$/ }));
    expect(screen.getByRole('button', { name: /2126/ })).toBeTruthy();
  });
});

it('a split bar shows each part in figures', () => {
  show(
    <SplitBar
      label="Split"
      currency="usd"
      parts={[
        { label: 'Tester', minor: 4500, tone: 'main' },
        { label: 'Fee', minor: 450, tone: 'fee' },
      ]}
    />,
  );
  expect(screen.getByRole('figure', { name: 'Split' }).textContent).toBe('Tester$45.00Fee$4.50');
});

it('a rating is a choice of five', async () => {
  const onChange = vi.fn<(value: number) => void>();
  show(<StarRating label="Rating" value={null} onChange={onChange} />);
  await userEvent.click(screen.getByRole('radio', { name: '4 stars' }));
  expect(onChange).toHaveBeenCalledWith(4);
});
