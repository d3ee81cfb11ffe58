// SPDX-License-Identifier: Apache-2.0
// While it records, its person is elsewhere: in the tested app with the small window, or about to go to another page.
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http } from 'msw';
import { Link, useLocation } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { drop } from '@/lib/token';
import { at } from '@/test/api';
import { FakeRecorder, FakeStream, FakeTrack, giveDevices, takeDevices } from '@/test/recorder';
import { show } from '@/test/render';
import { builder, list, signIn } from '@/test/session';
import { tusServer } from '@/test/tus';

import { RecordScreen } from '../record-screen';

const getDisplayMedia = vi.fn<() => Promise<FakeStream>>();
let tus = tusServer();

beforeEach(() => {
  localStorage.clear();
  tus = tusServer();
  getDisplayMedia.mockReset().mockResolvedValue(new FakeStream([new FakeTrack('video')]));
  giveDevices(getDisplayMedia, () => Promise.reject(new Error('none')));
});
afterEach(() => {
  cleanup();
  drop();
  takeDevices();
  document.querySelectorAll('iframe').forEach((frame) => frame.remove());
});

const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));
const place = () => [...tus.places.values()][0];

function Form() {
  return (
    <dialog open>
      <Link to="/elsewhere">Away</Link>
      <Link to="#part">Further down</Link>
      <RecordScreen onRecorded={() => undefined} />
    </dialog>
  );
}

/** A page with a recorder in a dialog, and another page. */
function Site() {
  return useLocation().pathname === '/elsewhere' ? <h1>Elsewhere</h1> : <Form />;
}

async function open() {
  signIn(builder, http.get(at('/uploads'), () => list([])), ...tus.handlers);
  show(<Site />);
  await press('Record the screen');
}

async function record() {
  await open();
  await press(/Start/);
  await screen.findByRole('timer');
  const [recorder] = FakeRecorder.made;
  if (!recorder) throw new Error('nothing records');
  act(() => void recorder.say('part one, '));
  await waitFor(() => expect(place()?.text).toBe('part one, '));
  return recorder;
}

const away = () => userEvent.click(screen.getByText('Away'));

it('asks before another page is opened, and goes on when its person stays', async () => {
  const recorder = await record();
  await away();
  expect((await screen.findByRole('alert')).textContent).toMatch(/Leave this page/);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Stay here' }));
  await press('Stay here');
  expect(screen.queryByRole('alert')).toBeNull();
  expect(recorder.state).toBe('recording');
  expect(screen.queryByText('Elsewhere')).toBeNull();
});

it('left, nothing of it is lost: the last part is sent and waits to be finished', async () => {
  await record();
  await press('Mark this moment');
  await away();
  await press('Stop and leave');
  expect(await screen.findByText('Elsewhere')).toBeTruthy();
  await waitFor(() => expect(place()?.text).toBe('part one, end.'));
  expect(place()?.length).toBeNull();
  expect(localStorage.getItem(`peertest.marks.${[...tus.places.keys()][0]}`)).toContain('at_ms');
});

it('asks as well while it is watched; another place of the same page needs no question', async () => {
  await record();
  await userEvent.click(screen.getByText('Further down'));
  expect(screen.queryByRole('alert')).toBeNull();
  await press('Stop');
  await screen.findByRole('dialog', { name: 'Your recording' });
  await away();
  expect((await screen.findByRole('alert')).textContent).toMatch(/without using the recording/);
  await press('Stay here');
  expect(await screen.findByRole('button', { name: 'Use this recording' })).toBeTruthy();
});

it('a key marks, also inside a dialog, and not while words are typed', async () => {
  await record();
  await userEvent.keyboard('m');
  const note = await screen.findByLabelText(/What was odd/);
  await userEvent.type(note, 'mmm');
  expect(screen.getByDisplayValue('mmm')).toBeTruthy();
  await press('Stop');
  expect(await screen.findAllByRole('listitem')).toHaveLength(1);
});

it('says what a minute takes, by the size of the picture', async () => {
  const recorder = await record();
  expect(screen.getByText('about 10 MB a minute')).toBeTruthy();
  expect(recorder.options.videoBitsPerSecond).toBe(1_200_000);
});

/** A browser that has small windows; this one is a frame. */
function giveSmallWindow() {
  const frame = document.body.appendChild(document.createElement('iframe'));
  const small = frame.contentWindow;
  if (!small) throw new Error('no frame');
  const close = vi.spyOn(small, 'close').mockImplementation(() => void small.dispatchEvent(new Event('pagehide')));
  const requestWindow = vi.fn<() => Promise<Window>>().mockResolvedValue(small);
  vi.stubGlobal('documentPictureInPicture', { requestWindow });
  return { close, requestWindow, inside: () => within(small.document.body), document: small.document };
}

it('a small window marks, pauses and stops, and goes when it is of no use any more', async () => {
  document.documentElement.dataset['theme'] = 'dark';
  const small = giveSmallWindow();
  const recorder = await record();
  expect(small.requestWindow).toHaveBeenCalledOnce();
  expect(small.document.documentElement.dataset['theme']).toBe('dark');
  fireEvent.keyDown(small.document.body, { key: 'm' });
  const note = await small.inside().findByLabelText(/What was odd/);
  fireEvent.keyDown(note, { key: 'm' });
  fireEvent.click(small.inside().getByRole('button', { name: 'Mark this moment' }));
  fireEvent.click(small.inside().getByRole('button', { name: 'Pause' }));
  expect(recorder.state).toBe('paused');
  fireEvent.click(small.inside().getByRole('button', { name: 'Stop' }));
  expect(await screen.findByRole('dialog', { name: 'Your recording' })).toBeTruthy();
  await waitFor(() => expect(small.close).toHaveBeenCalled());
  expect(screen.getAllByRole('listitem')).toHaveLength(2);
  delete document.documentElement.dataset['theme'];
});

it('the small window is not there before anything is shared in vain, nor against the will of its person', async () => {
  const small = giveSmallWindow();
  getDisplayMedia.mockRejectedValueOnce(Object.assign(new Error('denied'), { name: 'NotAllowedError' }));
  await open();
  await press(/Start/);
  await screen.findByRole('alert');
  await waitFor(() => expect(small.close).toHaveBeenCalled());
  await userEvent.click(screen.getByRole('checkbox', { name: /small window/ }));
  await press(/Start/);
  await screen.findByRole('timer');
  expect(small.requestWindow).toHaveBeenCalledOnce();
  await press(/small window on top/);
  expect(await small.inside().findByRole('timer')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /small window on top/ })).toBeNull();
});
