// SPDX-License-Identifier: Apache-2.0
import { useMutation } from '@tanstack/react-query';
import { useId, useState, type ReactNode } from 'react';
import { useForm, type Control, type DefaultValues, type FieldPath } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import { Button, type ButtonKind } from '@/components/button';
import { Form } from '@/components/form/form';
import { TextAreaField } from '@/components/form/text-area-field';
import { Modal } from '@/components/modal';
import { useToast } from '@/components/toasts';
import { showProblem } from '@/lib/problem';
import { rules } from '@/lib/rules.gen';
import { useRefresh } from '@/shared/use-refresh';

import { useMay, type Scope } from './scopes';

export type Reasoned = { reason: string };

type ActProps<Values extends Reasoned> = {
  title: string;
  /** What will happen, with the figures. */
  what: ReactNode;
  /** The verb on the button. */
  submit: string;
  /** Said when it has happened. */
  done: string;
  isDanger?: boolean;
  values: DefaultValues<Values>;
  /** Sends it; a refusal is thrown. */
  run: (values: Values) => Promise<void>;
  /** What it needs to know besides the reason. */
  children?: (control: Control<Values>) => ReactNode;
};

/** Every intervention: what will happen, why it is done, and then where it was written down. */
export function ActDialog<Values extends Reasoned>({ title, what, submit, done, isDanger = false, values, run, children, onClose }: ActProps<Values> & { onClose: () => void }) {
  const { t } = useTranslation('admin');
  const toast = useToast();
  const refresh = useRefresh();
  const navigate = useNavigate();
  const { control, handleSubmit, setError } = useForm<Values>({ mode: 'onTouched', defaultValues: values });
  const act = useMutation({
    mutationFn: run,
    onSuccess: async () => {
      await refresh();
      onClose();
      toast('done', done, { label: t('act.trail'), run: () => void navigate('/admin/audit') });
    },
    onError: (problem) => showProblem(problem, setError),
  });
  return (
    <Modal isOpen onClose={onClose} title={title}>
      <div className="mb-6">{what}</div>
      <Form control={control} onSubmit={handleSubmit((entered) => act.mutate(entered))}>
        {children?.(control)}
        {/* Values always have a reason; the library cannot see that in a type that is not known yet. */}
        <TextAreaField control={control} name={'reason' as FieldPath<Values>} rules={rules.suspendUser.reason} label={t('act.reason')} help={t('act.reasonHelp')} rows={2} />
        <div className="flex flex-wrap justify-end gap-3">
          <Button onClick={onClose}>{t('act.cancel')}</Button>
          <Button type="submit" kind={isDanger ? 'danger' : 'primary'} pending={act.isPending}>
            {submit}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}

type ActButtonProps<Values extends Reasoned> = ActProps<Values> & {
  /** The words that open the dialog. */
  label: string;
  needs: readonly Scope[];
  kind?: ButtonKind;
  /** Why it makes no sense now, in words; null when it does. */
  unless?: string | null;
  className?: string;
};

/** Opens an intervention. What is not allowed stays in sight, with the reason. */
export function ActButton<Values extends Reasoned>({ label, needs, kind = 'secondary', unless = null, className, ...act }: ActButtonProps<Values>) {
  const { t } = useTranslation('admin');
  const may = useMay(needs);
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const obstacle = may ? unless : t('act.needs', { scope: t(`scope.${needs[0] ?? 'super'}`) });
  return (
    <span className={className}>
      <Button kind={kind} disabled={obstacle !== null} title={obstacle ?? undefined} aria-describedby={obstacle ? id : undefined} aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        {label}
      </Button>
      {obstacle && (
        <span id={id} className="sr-only">
          {obstacle}
        </span>
      )}
      {isOpen && <ActDialog {...act} onClose={() => setIsOpen(false)} />}
    </span>
  );
}

/** On top of a page whose actions this administrator may not take. */
export function ScopeNote({ needs }: { needs: readonly Scope[] }) {
  const { t } = useTranslation('admin');
  const may = useMay(needs);
  if (may) return null;
  return <p className="mb-6 border-s-2 border-line ps-4 text-small text-soft">{t('act.readOnly', { scope: t(`scope.${needs[0] ?? 'super'}`) })}</p>;
}
