// SPDX-License-Identifier: Apache-2.0
import { useId, type ReactNode } from 'react';
import { useForm, type DefaultValues, type FieldValues, type UseFormReturn, type UseFormSetError } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { Button, type ButtonKind } from '@/components/button';
import { FormProblem } from '@/components/form/form-problem';
import { Modal } from '@/components/modal';

type DecisionDialogProps<Values extends FieldValues> = {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  submit: { label: string; pending: boolean; kind?: ButtonKind };
  onSubmit: (values: Values, setError: UseFormSetError<Values>) => void;
  /** What the form begins with. */
  values?: DefaultValues<Values>;
  /** The fields, with what the decision does. */
  children: (form: UseFormReturn<Values>) => ReactNode;
};

/** A decision about a submission: a form in a dialog, with the button that makes it so. */
export function DecisionDialog<Values extends FieldValues>({ isOpen, onClose, title, submit, onSubmit, values, children }: DecisionDialogProps<Values>) {
  const { t } = useTranslation('reviews');
  const formId = useId();
  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button onClick={onClose}>{t('desk.back')}</Button>
          <Button type="submit" form={formId} kind={submit.kind ?? 'primary'} pending={submit.pending}>
            {submit.label}
          </Button>
        </>
      }
    >
      <DecisionForm<Values> id={formId} onSubmit={onSubmit} {...(values && { values })}>
        {children}
      </DecisionForm>
    </Modal>
  );
}

type DecisionFormProps<Values extends FieldValues> = Pick<DecisionDialogProps<Values>, 'onSubmit' | 'values' | 'children'> & { id: string };

/** Inside of the dialog, so that it begins anew each time that it opens. */
function DecisionForm<Values extends FieldValues>({ id, onSubmit, values, children }: DecisionFormProps<Values>) {
  const form = useForm<Values>({ mode: 'onTouched', ...(values && { defaultValues: values }) });
  return (
    <form id={id} noValidate onSubmit={form.handleSubmit((filled) => onSubmit(filled, form.setError))} className="flex flex-col gap-5">
      <FormProblem control={form.control} />
      {children(form)}
    </form>
  );
}
