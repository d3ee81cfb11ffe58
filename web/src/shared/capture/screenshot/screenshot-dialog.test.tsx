// SPDX-License-Identifier: Apache-2.0
import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';

import { Modal } from '@/components/modal';
import { show } from '@/test/render';

import { CaptureScreenshot } from '../capture-screenshot';

const share = (getDisplayMedia: (() => Promise<MediaStream>) | undefined) => vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { mediaDevices: { getDisplayMedia } }));
const refuse = (name: string, message = '') => () => Promise.reject(Object.assign(new Error(message), { name }));

afterEach(() => {
  vi.unstubAllGlobals();
});

async function openTool() {
  show(<CaptureScreenshot onFile={() => undefined} />);
  await userEvent.click(screen.getByRole('button', { name: 'Screenshot' }));
  await screen.findByText(/stays in this browser/);
}

it.each([
  ['a closed picker', 'NotAllowedError', 'Permission denied by user', /Nothing was captured/],
  ['the system', 'NotAllowedError', 'Permission denied by system', /Your system does not let/],
  ['a broken screen', 'NotReadableError', '', /could not be captured/],
])('says what to do about %s', async (_name, name, message, words) => {
  share(refuse(name, message));
  await openTool();
  await userEvent.click(screen.getByRole('button', { name: 'Capture the screen' }));
  expect((await screen.findByRole('alert')).textContent).toMatch(words);
});

it('a browser without screen capture says so and takes a file', async () => {
  share(undefined);
  await openTool();
  expect(screen.queryByRole('button', { name: 'Capture the screen' })).toBeNull();
  expect(screen.getByText(/cannot capture the screen/)).toBeTruthy();
  expect(screen.getByLabelText('Choose a picture')).toBeTruthy();
});

it('a file that is no picture is refused in words', async () => {
  vi.stubGlobal('createImageBitmap', () => Promise.reject(new Error('no')));
  await openTool();
  await userEvent.upload(screen.getByLabelText('Choose a picture'), new File(['x'], 'x.png', { type: 'image/png' }));
  expect((await screen.findByRole('alert')).textContent).toMatch(/not a picture that your browser can open/);
});

it('what is pasted into it does not reach the form around it', async () => {
  const outer = vi.fn<() => void>();
  document.addEventListener('paste', outer);
  await openTool();
  fireEvent.paste(screen.getByRole('dialog'), { clipboardData: { files: [], types: ['text/plain'] } });
  expect((await screen.findByRole('alert')).textContent).toMatch(/no picture in what you pasted/);
  expect(outer).not.toHaveBeenCalled();
  document.removeEventListener('paste', outer);
});

it('closing it leaves the dialog that it stands in open', async () => {
  const onClose = vi.fn<() => void>();
  show(
    <Modal isOpen onClose={onClose} title="Finding">
      <CaptureScreenshot onFile={() => undefined} />
    </Modal>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Screenshot' }));
  const tool = await screen.findByRole('dialog', { name: 'Screenshot' });
  fireEvent(tool, new Event('cancel', { cancelable: true }));
  expect(screen.queryByRole('dialog', { name: 'Screenshot' })).toBeNull();
  expect(onClose).not.toHaveBeenCalled();
});
