// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { NumberField } from '@/components/form/number-field';
import { Page } from '@/components/page';
import { http, type Body } from '@/lib/api';
import { useNow } from '@/lib/clock';
import { saveFile } from '@/lib/save-file';

import { ActButton, ScopeNote } from '../frame/act';

const needs = ['finance'] as const;
/** The year before this site's first payment could have been made. */
const FIRST_YEAR = 2025;

async function fetchFile(body: Body<'taxReport'>): Promise<void> {
  const { data, error } = await http.POST('/admin/tax-report', { body, parseAs: 'text' });
  if (data === undefined) throw error;
  saveFile(`peertest-tax-${body.year}.csv`, data, 'text/csv');
}

/** What each tester earned in a year, for the tax office: a file for the operator's books. */
export function TaxPage() {
  const { t } = useTranslation('admin-money');
  const year = new Date(useNow()).getUTCFullYear();
  return (
    <Page title={t('tax.title')} lead={t('tax.lead')} width="board">
      <ScopeNote needs={needs} />
      <ActButton<Body<'taxReport'>> label={t('tax.label')} kind="primary" needs={needs} title={t('tax.title')} what={t('tax.what')} submit={t('tax.submit')} done={t('tax.done')} values={{ reason: '', year: year - 1 }} run={fetchFile}>
        {(control) => <NumberField control={control} name="year" rules={{ required: true, min: FIRST_YEAR, max: year }} label={t('tax.year')} />}
      </ActButton>
    </Page>
  );
}
