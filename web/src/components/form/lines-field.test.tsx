// SPDX-License-Identifier: Apache-2.0
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useForm } from 'react-hook-form';
import { describe, expect, it, vi } from 'vitest';

import { show } from '@/test/render';

import { Form } from './form';
import { LinesField } from './lines-field';
import { SubmitButton } from './submit-button';

type Recipe = { steps: string[] };

function Fixture({ steps, onSubmit }: { steps: string[]; onSubmit: (recipe: Recipe) => void }) {
  const { control, handleSubmit } = useForm<Recipe>({ defaultValues: { steps } });
  return (
    <Form control={control} onSubmit={handleSubmit((recipe) => onSubmit(recipe))}>
      <LinesField control={control} name="steps" label="Steps" rules={{ required: true, minItems: 1, maxItems: 3 }} words={{ line: (number) => `Step ${number}`, remove: (number) => `Remove ${number}`, add: 'Add' }} />
      <SubmitButton pending={false}>Send</SubmitButton>
    </Form>
  );
}

const begin = (...steps: string[]) => {
  const onSubmit = vi.fn<(recipe: Recipe) => void>();
  show(<Fixture steps={steps} onSubmit={onSubmit} />);
  return onSubmit;
};
const line = (number: number) => screen.getByRole('textbox', { name: `Step ${number}` });
const send = () => userEvent.click(screen.getByRole('button', { name: 'Send' }));

describe('a list of lines', () => {
  it('is typed from top to bottom with Enter, and leaves out empty lines', async () => {
    const onSubmit = begin();
    await userEvent.type(line(1), 'Open{Enter}Click{Enter}');
    expect(document.activeElement).toBe(line(3));
    await send();
    expect(onSubmit).toHaveBeenCalledWith({ steps: ['Open', 'Click'] });
  });

  it('takes an empty line away with Backspace, and any line with its button', async () => {
    const onSubmit = begin('Open', 'Wait', 'Click');
    await userEvent.click(screen.getByRole('button', { name: 'Remove 2' }));
    await userEvent.type(line(2), '{Enter}{Backspace}');
    expect(screen.queryByRole('textbox', { name: 'Step 3' })).toBeNull();
    await send();
    expect(onSubmit).toHaveBeenCalledWith({ steps: ['Open', 'Click'] });
  });

  it('moves a line with Alt and an arrow, and the focus with it', async () => {
    const onSubmit = begin('Click', 'Open');
    await userEvent.type(line(2), '{Alt>}{ArrowUp}{/Alt}');
    expect(document.activeElement).toBe(line(1));
    await send();
    expect(onSubmit).toHaveBeenCalledWith({ steps: ['Open', 'Click'] });
  });

  it('takes no more lines than are allowed', async () => {
    begin('One', 'Two', 'Three');
    await userEvent.type(line(3), '{Enter}');
    expect(screen.getAllByRole('textbox')).toHaveLength(3);
    expect(screen.getByRole('button', { name: 'Add' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('asks for at least one line', async () => {
    const onSubmit = begin();
    await send();
    expect(await screen.findByText('At least 1 entries, please.')).toBeTruthy();
    expect(onSubmit).not.toHaveBeenCalled();
  });
});
