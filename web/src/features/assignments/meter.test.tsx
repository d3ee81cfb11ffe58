// SPDX-License-Identifier: Apache-2.0
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { useForm } from 'react-hook-form';
import { describe, expect, it } from 'vitest';

import { TextAreaField } from '@/components/form/text-area-field';
import type { Schema } from '@/lib/api';
import { at } from '@/test/api';
import { show } from '@/test/render';
import { server } from '@/test/server';
import { scriptedType, submission } from '@/test/work';

import { formOf, type WorkForm } from './draft';
import { Meter } from './meter';

const work = { ...submission(1), state: 'draft' as const };

function Fixture() {
  const { control } = useForm<WorkForm>({ defaultValues: formOf(work, { type: scriptedType, details: work.details }) });
  return (
    <>
      <TextAreaField control={control} name="summary" label="Summary" />
      <Meter control={control} submission={work} type={scriptedType} />
    </>
  );
}

const lacking = (...missing: Schema<'Lack'>[]) => {
  server.use(http.get(at(`/submissions/${work.id}/missing`), () => HttpResponse.json({ missing })));
  show(<Fixture />);
};

describe('the completeness meter', () => {
  it('names what is missing and counts what is done', async () => {
    lacking({ pointer: '/report/steps/0/verdict', code: 'required' }, { pointer: '/findings', code: 'too-few' });
    expect(await screen.findByText('Steps 1: How it went')).toBeTruthy();
    expect(screen.getByText('A finding for what failed')).toBeTruthy();
    expect(screen.getByText('3 of 5 done')).toBeTruthy();
  });

  it('leads to the place', async () => {
    lacking({ pointer: '/summary', code: 'too-short' });
    await userEvent.click(await screen.findByText('A summary of at least 20 characters'));
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /Summary/ }));
  });

  it('does not swallow what it has no words for', async () => {
    lacking({ pointer: '/report/something_new', code: 'required' });
    expect(await screen.findByText('Something new')).toBeTruthy();
  });

  it('says when everything is there', async () => {
    lacking();
    expect(await screen.findByText('Everything is there')).toBeTruthy();
  });
});
