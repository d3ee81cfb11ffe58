// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from 'react-router';

import { QueryView } from '@/components/query-view';
import { useSession } from '@/lib/session';
import type { Assignment } from '@/shared/assignments-query';
import { assignmentQuery } from '@/shared/reviews-query';

import { draftQuery } from './draft-query';
import { HandedIn } from './handed-in';
import { Workspace } from './workspace';

/** A tester's seat: at work on it, or looking back on it. The job's owner belongs on the job's page. */
export function AssignmentPage() {
  const { assignmentId = '' } = useParams();
  const { user } = useSession();
  const query = useQuery(assignmentQuery(assignmentId));
  return (
    <QueryView query={query}>
      {(assignment) => {
        if (assignment.tester_id !== user?.id) return <Navigate to={`/jobs/${assignment.job_id}`} replace />;
        const [work] = assignment.submissions;
        return assignment.state === 'active' && work ? <AtWork assignment={assignment} submissionId={work.id} /> : <HandedIn assignment={assignment} />;
      }}
    </QueryView>
  );
}

type AtWorkProps = { assignment: Assignment; submissionId: string };

function AtWork({ assignment, submissionId }: AtWorkProps) {
  const draft = useQuery(draftQuery(submissionId));
  return <QueryView query={draft}>{(stored) => <Workspace key={submissionId} assignment={assignment} stored={stored} />}</QueryView>;
}
