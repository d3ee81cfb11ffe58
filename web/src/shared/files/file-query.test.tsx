// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { afterEach, expect, it } from 'vitest';

import { drop } from '@/lib/token';
import { uploadFile } from '@/lib/upload/queue';
import { at } from '@/test/api';
import { show } from '@/test/render';
import { builder, signIn } from '@/test/session';
import { tusServer } from '@/test/tus';

import { useReadyCount } from './file-query';

/** The first that the server of these tests makes a place for. */
const FILE = '0190a000-0000-7000-8000-000000000900';

function Ready() {
  return <p>{useReadyCount([FILE])} ready</p>;
}

afterEach(drop);

it('asks again when the last byte came while the first answer was still on its way', async () => {
  let asked = 0;
  let answerFirst: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    answerFirst = resolve;
  });
  const info = http.get(at('/files/:id/info'), async () => {
    asked += 1;
    if (asked > 1) return HttpResponse.json({ id: FILE, state: 'ready' });
    await held;
    return HttpResponse.json({ id: FILE, state: 'uploading' });
  });
  signIn(builder, info, ...tusServer().handlers);
  show(<Ready />);
  await waitFor(() => expect(asked).toBe(1));
  await uploadFile(new File(['abc'], 'steps.txt', { type: 'text/plain', lastModified: 7 })).done;
  answerFirst();
  await screen.findByText('1 ready');
});
