// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';

import { FactStrip } from '@/components/fact-strip';
import { Page } from '@/components/page';
import { Panel } from '@/components/panel';
import { QueryView } from '@/components/query-view';
import { api, http } from '@/lib/api';
import { instant, money } from '@/lib/format';
import { Facts } from '@/shared/facts';

import { ActButton, type Reasoned } from '../frame/act';
import { sent } from '../frame/sent';
import { PersonLink } from '../people/user-words';
import { chargebackMarks, type Chargeback } from './chargeback-words';

/** One chargeback: the deadline, what is at stake, and the dossier that goes to the bank. */
export function ChargebackPage() {
  const { chargebackId = '' } = useParams();
  const query = api.useQuery('get', '/admin/chargebacks/{chargeback_id}', { params: { path: { chargeback_id: chargebackId } } });
  return <QueryView query={query}>{(chargeback) => <Dossier chargeback={chargeback} />}</QueryView>;
}

function Dossier({ chargeback }: { chargeback: Chargeback }) {
  const { t } = useTranslation('admin-money');
  const { state, amount_minor, currency, evidence_due_at, evidence } = chargeback;
  return (
    <Page title={chargeback.job_title} lead={t('chargeback.one')} width="board" action={state === 'needs_response' && <Submit chargeback={chargeback} />}>
      <div className="flex flex-col gap-10">
        <FactStrip
          turn={{ state: chargebackMarks[state], text: t(`chargeback.${state}`) }}
          until={state === 'needs_response' ? evidence_due_at : null}
          money={{ minor: amount_minor, currency, meaning: t('chargeback.meaning') }}
        />
        <Panel title={t('chargeback.facts')}>
          <Facts
            facts={[
              { label: t('builder'), value: <PersonLink id={chargeback.builder_id} name={chargeback.builder_name} /> },
              { label: t('chargeback.money'), value: t(chargeback.builder_is_frozen ? 'chargeback.isFrozen' : 'chargeback.notFrozen') },
              { label: t('chargeback.reason'), value: chargeback.reason.replaceAll('_', ' ') },
              { label: t('chargeback.lostNow'), value: money(chargeback.lost_minor, currency) },
              { label: t('chargeback.covered'), value: chargeback.covered_minor > 0 && money(chargeback.covered_minor, currency) },
              { label: t('chargeback.providerFee'), value: chargeback.provider_fee_minor > 0 && money(chargeback.provider_fee_minor, chargeback.provider_fee_currency) },
              { label: t('chargeback.provider'), value: <code className="font-mono break-all select-all">{chargeback.provider_id}</code> },
              { label: t('chargeback.opened'), value: instant(chargeback.opened_at) },
              { label: t('chargeback.staged'), value: chargeback.evidence_sent_at && instant(chargeback.evidence_sent_at) },
              { label: t('chargeback.submitted'), value: chargeback.submitted_at && instant(chargeback.submitted_at) },
              { label: t('chargeback.closed'), value: chargeback.closed_at && instant(chargeback.closed_at) },
            ]}
          />
        </Panel>
        <Panel title={t('chargeback.dossier')}>
          <Evidence evidence={evidence} />
        </Panel>
      </div>
    </Page>
  );
}

/** The texts as the bank will read them. */
function Evidence({ evidence }: { evidence: Readonly<Record<string, unknown>> }) {
  const { t } = useTranslation('admin-money');
  const parts = Object.entries(evidence).filter((part): part is [string, string] => typeof part[1] === 'string' && part[1] !== '');
  if (parts.length === 0) return <p className="text-soft">{t('chargeback.noEvidence')}</p>;
  return (
    <dl className="flex max-w-reading flex-col gap-6">
      {parts.map(([name, text]) => (
        <div key={name}>
          <dt className="text-small text-soft first-letter:uppercase">{name.replaceAll('_', ' ')}</dt>
          <dd dir="auto" className="break-words whitespace-pre-wrap">
            {text}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Submit({ chargeback: { id } }: { chargeback: Chargeback }) {
  const { t } = useTranslation('admin-money');
  const params = { path: { chargeback_id: id } };
  return (
    <ActButton<Reasoned>
      label={t('submit.label')}
      kind="primary"
      needs={['finance']}
      title={t('submit.title')}
      what={t('submit.what')}
      submit={t('submit.submit')}
      done={t('submit.done')}
      values={{ reason: '' }}
      run={(body) => sent(http.POST('/admin/chargebacks/{chargeback_id}/submit', { params, body }))}
    />
  );
}
