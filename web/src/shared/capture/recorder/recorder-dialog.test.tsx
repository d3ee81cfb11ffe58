// SPDX-License-Identifier: Apache-2.0
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { drop } from '@/lib/token';
import { at, problem } from '@/test/api';
import { FakeRecorder, FakeStream, FakeTrack, giveDevices, takeDevices } from '@/test/recorder';
import { show } from '@/test/render';
import { builder, list, recorded, signIn } from '@/test/session';
import { tusServer } from '@/test/tus';

import { RecordScreen } from '../record-screen';

const track = new FakeTrack('video');
const getDisplayMedia = vi.fn<() => Promise<FakeStream>>();
const getUserMedia = vi.fn<() => Promise<FakeStream>>();
const onRecorded = vi.fn<(fileId: string) => void>();
let tus = tusServer();

const uploads = (items: readonly unknown[]) => http.get(at('/uploads'), () => list(items));

beforeEach(() => {
  localStorage.clear();
  tus = tusServer();
  getDisplayMedia.mockReset().mockResolvedValue(new FakeStream([track]));
  giveDevices(getDisplayMedia, getUserMedia);
});
afterEach(() => {
  cleanup();
  drop();
  takeDevices();
  onRecorded.mockReset();
});

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const press = async (name: string | RegExp) => userEvent.click(await button(name));

async function open(...handlers: Parameters<typeof signIn>[1][]) {
  signIn(builder, ...handlers, ...tus.handlers);
  show(<RecordScreen onRecorded={onRecorded} />);
  await press('Record the screen');
}

async function record(...handlers: Parameters<typeof signIn>[1][]) {
  await open(...handlers, uploads([]));
  await press(/Start/);
  await screen.findByRole('timer');
  const [recorder] = FakeRecorder.made;
  if (!recorder) throw new Error('nothing records');
  act(() => void recorder.say('part one, '));
  return recorder;
}

const place = () => [...tus.places.values()][0];

it('sends while it records, and hands over all of it with its marks', async () => {
  const marks = recorded<{ marks: { note: string }[] }>(() => HttpResponse.json({}));
  const recorder = await record(http.patch(at('/files/:id'), marks.take));
  await waitFor(() => expect(place()?.text).toBe('part one, '));
  await press('Mark this moment');
  await userEvent.type(screen.getByLabelText(/What was odd/), 'It flickers');
  act(() => void recorder.say('part two, '));
  await press('Stop');
  await press('Use this recording');
  await waitFor(() => expect(onRecorded).toHaveBeenCalledOnce());
  expect(place()).toMatchObject({ text: 'part one, part two, end.', length: 24 });
  expect(marks.sent[0]?.marks.map(({ note }) => note)).toEqual(['It flickers']);
  expect(onRecorded.mock.calls[0]?.[0]).toBe([...tus.places.keys()][0]);
  expect(Object.keys(localStorage).filter((key) => key.startsWith('peertest.marks'))).toEqual([]);
});

it('is not handed over as long as it can still be thrown away: discarded, it is gone from the server', async () => {
  await record();
  await press('Stop');
  await waitFor(() => expect(place()?.text).toBe('part one, end.'));
  expect(place()?.length).toBeNull();
  await press('Discard');
  expect(await screen.findByText(/Discard this recording\?/)).toBeTruthy();
  await press('Discard');
  await waitFor(() => expect(tus.places.size).toBe(0));
  expect(onRecorded).not.toHaveBeenCalled();
});

it("stops when sharing is ended at the browser's own button", async () => {
  await record();
  act(() => void track.dispatchEvent(new Event('ended')));
  expect(await screen.findByRole('dialog', { name: 'Your recording' })).toBeTruthy();
});

it('pauses and goes on', async () => {
  const recorder = await record();
  await press('Pause');
  expect(recorder.state).toBe('paused');
  await press('Go on');
  expect(recorder.state).toBe('recording');
});

it('what the server does not take is said, and stays here', async () => {
  tus.faults.push(({ method }) => (method === 'PATCH' ? problem(413, 'quota-exceeded') : null));
  await record();
  expect((await screen.findByRole('alert')).textContent).toMatch(/still here/);
  expect(await button('Save it on this device')).toBeTruthy();
  await press('Send it again');
  await waitFor(() => expect(place()?.text).toBe('part one, '));
});

it('whose form goes away, what was recorded is sent and waits to be finished', async () => {
  await record();
  cleanup();
  await waitFor(() => expect(place()?.text).toBe('part one, end.'));
  expect(place()?.length).toBeNull();
  expect(track.stop).toHaveBeenCalled();
  const leaving = new Event('beforeunload', { cancelable: true });
  await waitFor(() => {
    window.dispatchEvent(leaving);
    expect(leaving.defaultPrevented).toBe(false);
  });
});

it('asks before the page is left', async () => {
  await record();
  const leaving = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(leaving);
  expect(leaving.defaultPrevented).toBe(true);
});

it('nothing is shared before Start, and a closed picker is no dead end', async () => {
  getDisplayMedia.mockRejectedValueOnce(Object.assign(new Error('denied by user'), { name: 'NotAllowedError' }));
  await open(uploads([]));
  expect(getDisplayMedia).not.toHaveBeenCalled();
  await press(/Start/);
  expect((await screen.findByRole('alert')).textContent).toMatch(/Press Start to choose again/);
  expect(tus.places.size).toBe(0);
  await press(/Start/);
  expect(await screen.findByRole('timer')).toBeTruthy();
});

it('a microphone that is not allowed leaves the way on without it', async () => {
  getUserMedia.mockRejectedValue(Object.assign(new Error(), { name: 'NotAllowedError' }));
  await open(uploads([]));
  await userEvent.selectOptions(await screen.findByLabelText('Your voice'), "This device's microphone");
  expect(await screen.findByText(/does not let this site use the microphone/)).toBeTruthy();
  await press(/Start/);
  expect(await screen.findByRole('timer')).toBeTruthy();
});

const cutOff = { id: '0190a000-0000-7000-8000-000000000900', name: 'Recording.webm', offset_bytes: 8, length_bytes: null, expires_at: '2126-01-01T00:00:00.000Z', created_at: '2026-03-01T12:00:00.000Z' };

it('a recording that was cut off is finished with what was sent, and its marks', async () => {
  tus.places.set(cutOff.id, { length: null, text: '8 bytes.', name: cutOff.name });
  localStorage.setItem(`peertest.marks.${cutOff.id}`, JSON.stringify([{ at_ms: 5, note: 'odd' }]));
  const marks = recorded<{ marks: unknown[] }>(() => HttpResponse.json({}));
  await open(uploads([cutOff, { ...cutOff, id: '0190a000-0000-7000-8000-000000000901', length_bytes: 12 }]), http.patch(at('/files/:id'), marks.take));
  expect(await screen.findAllByRole('button', { name: 'Finish it' })).toHaveLength(1);
  await press('Finish it');
  await waitFor(() => expect(onRecorded).toHaveBeenCalledWith(cutOff.id));
  expect(place()?.length).toBe(8);
  expect(marks.sent).toEqual([{ marks: [{ at_ms: 5, note: 'odd' }] }]);
});

it('a recording that was cut off can be discarded, after a question', async () => {
  tus.places.set(cutOff.id, { length: null, text: '8 bytes.', name: cutOff.name });
  await open(uploads([cutOff]));
  await press('Discard');
  expect(tus.places.size).toBe(1);
  await press('Discard');
  await waitFor(() => expect(tus.places.size).toBe(0));
});

it('a browser that cannot share its screen says what else there is', async () => {
  Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: undefined });
  await open(uploads([]));
  expect(await screen.findByText(/phones have a recorder of their own/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Start/ })).toBeNull();
});
