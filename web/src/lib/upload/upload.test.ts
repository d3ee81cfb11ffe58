// SPDX-License-Identifier: Apache-2.0
import { HttpResponse } from 'msw';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { drop } from '@/lib/token';
import { problem } from '@/test/api';
import { builder, signIn } from '@/test/session';
import { tusServer } from '@/test/tus';

import { begunAs } from './begun';
import { uploadFile, uploadStream } from './queue';
import { finishUpload } from './tus';

const fileOf = (text: string, name = 'steps.txt') => new File([text], name, { type: 'text/plain', lastModified: 7 });

let tus = tusServer();

beforeEach(() => {
  localStorage.clear();
  tus = tusServer();
  signIn(builder, ...tus.handlers);
});
afterEach(drop);

describe('a file on its way', () => {
  it('comes whole, with its name, and is forgotten when it is there', async () => {
    const file = fileOf('twelve bytes', 'Übung.txt');
    const upload = uploadFile(file);
    const fileId = await upload.done;
    expect(tus.places.get(fileId)).toEqual({ length: 12, text: 'twelve bytes', name: 'Übung.txt' });
    expect(upload.view()).toMatchObject({ state: { kind: 'done' }, sentBytes: 12 });
    expect(begunAs(file)).toBeNull();
  });

  it('has an id as soon as there is a place, before it is there', async () => {
    tus.faults.push(({ method }) => (method === 'PATCH' ? problem(422, 'invalid-input') : null));
    const upload = uploadFile(fileOf('abc'));
    const fileId = await upload.fileId;
    expect(tus.places.get(fileId)?.text).toBe('');
    await vi.waitFor(() => expect(upload.view().state.kind).toBe('failed'));
    await upload.cancel();
    expect(tus.places.size).toBe(0);
  });

  it('goes on by itself after a lost link, from where the server stands', async () => {
    tus.faults.push(({ method }) => {
      if (method !== 'PATCH') return null;
      const [place] = tus.places.values();
      if (place) place.text = 'twel'; // these came before the link broke
      return HttpResponse.error();
    });
    const upload = uploadFile(fileOf('twelve bytes'));
    await vi.waitFor(() => expect(upload.view().state.kind).toBe('unreached'));
    window.dispatchEvent(new Event('online'));
    await upload.done;
    expect(tus.seen).toEqual(['POST', 'PATCH 0', 'HEAD', 'PATCH 4']);
    expect([...tus.places.values()][0]?.text).toBe('twelve bytes');
  });

  it('says what the server does not take, and tries again only when asked', async () => {
    tus.faults.push(() => problem(413, 'quota-exceeded'));
    const upload = uploadFile(fileOf('abc'));
    await vi.waitFor(() => expect(upload.view().state).toMatchObject({ kind: 'failed', problem: { type: '/problems/quota-exceeded' } }));
    upload.resume();
    await upload.done;
    expect(tus.places.size).toBe(1);
  });

  it('goes on in a later visit when the same file is chosen again', async () => {
    tus.faults.push(({ method }) => (method === 'PATCH' ? problem(422, 'invalid-input') : null));
    const first = uploadFile(fileOf('twelve bytes'));
    const fileId = await first.fileId;
    await vi.waitFor(() => expect(first.view().state.kind).toBe('failed'));
    const place = tus.places.get(fileId);
    if (place) place.text = 'twelve';
    drop(); // the page is gone
    signIn(builder, ...tus.handlers);

    const again = fileOf('twelve bytes');
    expect(begunAs(fileOf('twelve bytes', 'other.txt'))).toBeNull();
    expect(await uploadFile(again).done).toBe(fileId);
    expect(place?.text).toBe('twelve bytes');
    expect(tus.places.size).toBe(1);
  });

  it('begins anew when what was begun has expired', async () => {
    tus.faults.push(({ method }) => (method === 'PATCH' ? problem(422, 'invalid-input') : null));
    const first = uploadFile(fileOf('abc'));
    const old = await first.fileId;
    await vi.waitFor(() => expect(first.view().state.kind).toBe('failed'));
    drop();
    signIn(builder, ...tus.handlers);
    tus.places.set('kept', { length: 0, text: '', name: '' });
    tus.places.delete(old);
    const fileId = await uploadFile(fileOf('abc')).done;
    expect(fileId).not.toBe(old);
    expect(tus.places.get(fileId)?.text).toBe('abc');
  });

  it('stops at a pause and goes on from there', async () => {
    const upload = uploadFile(fileOf('abc'));
    upload.pause();
    expect(upload.view().state.kind).toBe('paused');
    upload.resume();
    await upload.done;
    expect([...tus.places.values()][0]?.text).toBe('abc');
  });
});

describe('a recording', () => {
  it('is sent while it is made, and ends with its length', async () => {
    const stream = uploadStream('take.webm');
    stream.write(new Blob(['one ']));
    const fileId = await stream.fileId;
    await vi.waitFor(() => expect(tus.places.get(fileId)?.text).toBe('one '));
    expect(tus.places.get(fileId)?.length).toBeNull();
    stream.write(new Blob(['two']));
    await stream.end();
    expect(tus.places.get(fileId)).toMatchObject({ text: 'one two', length: 7 });
  });

  it('ends also when nothing comes after what was sent', async () => {
    const stream = uploadStream('take.webm');
    stream.write(new Blob(['one']));
    const fileId = await stream.fileId;
    await vi.waitFor(() => expect(tus.places.get(fileId)?.text).toBe('one'));
    await stream.end();
    expect(tus.places.get(fileId)?.length).toBe(3);
  });

  it('keeps what a lost link swallowed', async () => {
    tus.faults.push(({ method }) => (method === 'PATCH' ? HttpResponse.error() : null));
    const stream = uploadStream('take.webm');
    stream.write(new Blob(['one ']));
    await vi.waitFor(() => expect(stream.view().state.kind).toBe('unreached'));
    stream.write(new Blob(['two']));
    window.dispatchEvent(new Event('online'));
    const fileId = await stream.end();
    expect(tus.places.get(fileId)?.text).toBe('one two');
  });

  it('that was cut off is finished with what was sent', async () => {
    tus.places.set('0190', { length: null, text: 'half', name: 'take.webm' });
    await finishUpload('0190');
    expect(tus.places.get('0190')?.length).toBe(4);
  });
});
