// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

import { Button } from '@/components/button';
import { Page } from '@/components/page';
import { useSession } from '@/lib/session';

import { Choice, Filters, SearchBox } from '../frame/filters';
import { useChoice, useWord } from '../frame/use-choice';
import { things, useActionWords } from './action-words';
import { AuditList } from './audit-list';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What administrators have done. Nobody can change a line. */
export function AuditPage() {
  const { t } = useTranslation('admin');
  const words = useActionWords();
  const { user } = useSession();
  const [entity, setEntity] = useChoice('entity', things);
  const [id, setId] = useWord('id');
  const [admin, setAdmin] = useWord('admin');
  const only = { ...(entity && { entity }), ...(id && { entity_id: id }), ...(UUID.test(admin) && { admin_id: admin }) };
  return (
    <Page title={t('place.audit')} lead={t('audit.lead')} width="board">
      <Filters>
        <SearchBox label={t('audit.searchId')} value={id} onChange={setId} />
        <Choice label={t('audit.entity')} options={things.map((value) => ({ value, label: words.thing(value) }))} value={entity} onChange={setEntity} />
        <Button aria-pressed={admin !== ''} onClick={() => setAdmin(admin === '' ? (user?.id ?? null) : null)} className="aria-pressed:border-ink aria-pressed:bg-well">
          {t('audit.mine')}
        </Button>
      </Filters>
      <AuditList only={only} />
    </Page>
  );
}
