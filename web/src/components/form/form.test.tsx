// SPDX-License-Identifier: Apache-2.0
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useForm } from 'react-hook-form';
import { describe, expect, it, vi } from 'vitest';

import { showProblem } from '@/lib/problem';
import { show } from '@/test/render';

import { Form } from './form';
import { MoneyField } from './money-field';
import { NumberField } from './number-field';
import { PasswordField } from './password-field';
import { SubmitButton } from './submit-button';
import { TextAreaField } from './text-area-field';
import { TextField } from './text-field';

type Offer = { title: string; amount_minor: number; seats: number; message: string };

type OfferFormProps = { onSubmit: (offer: Offer) => void; refusal?: unknown };

function OfferForm({ onSubmit, refusal }: OfferFormProps) {
  const { control, handleSubmit, setError } = useForm<Offer>({ defaultValues: { seats: 2 } });
  const submit = handleSubmit((offer) => (refusal ? showProblem(refusal, setError) : onSubmit(offer)));
  return (
    <Form control={control} onSubmit={submit}>
      <TextField control={control} name="title" rules={{ required: true, minLength: 4 }} label="Title" />
      <MoneyField control={control} name="amount_minor" rules={{ required: true, min: 100 }} label="Price" currency="usd" />
      <NumberField control={control} name="seats" rules={{ required: true, min: 1, max: 3 }} label="Seats" />
      <TextAreaField control={control} name="message" rules={{ maxLength: 10 }} label="Message" />
      <SubmitButton pending={false}>Send</SubmitButton>
    </Form>
  );
}

const send = () => userEvent.click(screen.getByRole('button', { name: 'Send' }));
const field = (name: RegExp | string) => screen.getByRole('textbox', { name });

describe('a form', () => {
  it('hands over what was entered, money in minor units', async () => {
    const onSubmit = vi.fn<(offer: Offer) => void>();
    show(<OfferForm onSubmit={onSubmit} />);
    await userEvent.type(field('Title'), 'Good test');
    await userEvent.type(field('Price'), '12.5');
    await userEvent.click(screen.getByRole('button', { name: 'More' }));
    await send();
    expect(onSubmit).toHaveBeenCalledWith({ title: 'Good test', amount_minor: 1250, seats: 3 });
  });

  it('says at each field how to mend it, and links to the fields from the top', async () => {
    const onSubmit = vi.fn<(offer: Offer) => void>();
    show(<OfferForm onSubmit={onSubmit} />);
    await userEvent.type(field('Title'), 'abc');
    await userEvent.type(field('Price'), '0.5');
    await send();
    expect(screen.getByRole('textbox', { name: 'Title', description: 'At least 4 characters, please.' })).toBeTruthy();
    expect(screen.getByRole('textbox', { name: 'Price', description: 'At least $1.00, please.' })).toBeTruthy();
    const summary = within(screen.getByRole('alert'));
    expect(summary.getByText('2 fields need another look:')).toBeTruthy();
    await userEvent.click(summary.getByRole('link', { name: 'Price' }));
    expect(document.activeElement).toBe(field('Price'));
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it("shows the server's refusal of a field at that field", async () => {
    const refusal = { type: '/problems/invalid-input', title: '', status: 422, request_id: 'r1', errors: [{ pointer: '/title', code: 'not-allowed' }] };
    show(<OfferForm onSubmit={vi.fn()} refusal={refusal} />);
    await userEvent.type(field('Title'), 'Good test');
    await userEvent.type(field('Price'), '5');
    await send();
    expect(screen.getByRole('textbox', { name: 'Title', description: 'Choose one of the possible values.' })).toBeTruthy();
  });

  it("shows the server's refusal of the whole at the top, with the request id", async () => {
    const refusal = { type: '/problems/no-seat-left', title: '', status: 409, request_id: 'r1' };
    show(<OfferForm onSubmit={vi.fn()} refusal={refusal} />);
    await userEvent.type(field('Title'), 'Good test');
    await userEvent.type(field('Price'), '5');
    await send();
    expect(screen.getByRole('alert').textContent).toContain('The last seat was just taken.');
    expect(screen.getByRole('alert').textContent).toContain('r1');
  });

  it('does not swallow a refusal of a field that it does not show, nor one without known words', async () => {
    const refusal = { type: '/problems/invalid-input', title: '', status: 422, request_id: 'r1', errors: [{ pointer: '/hidden', code: 'brand-new-code' }] };
    show(<OfferForm onSubmit={vi.fn()} refusal={refusal} />);
    await userEvent.type(field('Title'), 'Good test');
    await userEvent.type(field('Price'), '5');
    await send();
    expect(screen.getByRole('alert').textContent).toContain('Some fields need another look.');
  });

  it('counts what is left, and says by how much it is too long', async () => {
    show(<OfferForm onSubmit={vi.fn()} />);
    await userEvent.type(field(/^Message/), 'twelve chars');
    expect(screen.getByText('2 characters too many')).toBeTruthy();
    await userEvent.type(field(/^Message/), '{Backspace}{Backspace}{Backspace}');
    expect(screen.getByText('9 of 10')).toBeTruthy();
  });

  it('keeps what is being typed as an amount, and writes it out when left', async () => {
    show(<OfferForm onSubmit={vi.fn()} />);
    await userEvent.type(field('Price'), '7,');
    expect(field('Price')).toHaveProperty('value', '7,');
    await userEvent.tab();
    expect(field('Price')).toHaveProperty('value', '7.00');
  });
});

function SignIn() {
  const { control } = useForm<{ password: string }>();
  return <PasswordField control={control} name="password" label="Password" purpose="new" rules={{ required: true }} />;
}

it('a password can be looked at, and says how strong it is', async () => {
  show(<SignIn />);
  const input = screen.getByLabelText('Password');
  expect(input).toHaveProperty('type', 'password');
  await userEvent.type(input, 'correct horse battery');
  expect(screen.getByText('Strong')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Show password' }));
  expect(input).toHaveProperty('type', 'text');
});
