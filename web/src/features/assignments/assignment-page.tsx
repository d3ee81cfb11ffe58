// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams, useSearchParams } from 'react-router';

import { NotFound } from '@/components/not-found';
import { QueryView } from '@/components/query-view';
import type { Schema } from '@/lib/api';
import { useSession } from '@/lib/session';
import type { Assignment } from '@/shared/assignments-query';
import { assignmentQuery } from '@/shared/reviews-query';
import { serviceTypesQuery } from '@/shared/service-form/types-query';
import { nextWork } from '@/shared/tester-turns';
import { isOpenWork } from '@/shared/turns';

import { draftQuery } from './draft-query';
import { HandedIn } from './handed-in';
import { Workspace } from './workspace';

/** A tester's seat, one piece of work at a time: at work on it, or looking back. The job's owner belongs on the job's page. */
export function AssignmentPage() {
  const { assignmentId = '' } = useParams();
  const [search] = useSearchParams();
  const { user } = useSession();
  const query = useQuery(assignmentQuery(assignmentId));
  return (
    <QueryView query={query}>
      {(assignment) => {
        if (assignment.tester_id !== user?.id) return <Navigate to={`/jobs/${assignment.job_id}`} replace />;
        const work = chosenWork(assignment, search.get('item'));
        const isAtWork = work && isOpenWork(work) && (assignment.state === 'active' || assignment.state === 'delivered');
        return isAtWork ? <AtWork key={work.id} assignment={assignment} submissionId={work.id} /> : <HandedIn key={work?.id} assignment={assignment} submission={work} />;
      }}
    </QueryView>
  );
}

/** The piece that the address names, or the one to go on with. */
const chosenWork = ({ submissions }: Assignment, wanted: string | null): Schema<'Submission'> | undefined =>
  submissions.find(({ id }) => id === wanted) ?? nextWork(submissions) ?? submissions[0];

type AtWorkProps = { assignment: Assignment; submissionId: string };

function AtWork({ assignment, submissionId }: AtWorkProps) {
  const draft = useQuery(draftQuery(submissionId));
  const types = useQuery(serviceTypesQuery());
  return (
    <QueryView query={types}>
      {({ items }) => (
        <QueryView query={draft}>
          {(stored) => {
            const type = items.find(({ key }) => key === stored.submission.service_type);
            return type ? <Workspace assignment={assignment} stored={stored} type={type} /> : <NotFound />;
          }}
        </QueryView>
      )}
    </QueryView>
  );
}
