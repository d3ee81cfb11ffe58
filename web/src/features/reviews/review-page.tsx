// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';

import { NotFound } from '@/components/not-found';
import { QueryView } from '@/components/query-view';
import { useSession } from '@/lib/session';
import { assignmentQuery, submissionQuery } from '@/shared/reviews-query';

import { ReviewDesk } from './review-desk';

/** One submission on the desk, with the terms that it was made under. */
export function ReviewPage() {
  const { submissionId = '' } = useParams();
  const { user } = useSession();
  const submission = useQuery(submissionQuery(submissionId));
  const assignmentId = submission.data?.assignment_id;
  const assignment = useQuery({ ...assignmentQuery(assignmentId ?? ''), enabled: assignmentId !== undefined });
  return (
    <QueryView query={submission}>
      {(work) => (
        <QueryView query={assignment}>
          {(contract) => (contract.tester_id === user?.id ? <NotFound /> : <ReviewDesk key={work.id} submission={work} assignment={contract} />)}
        </QueryView>
      )}
    </QueryView>
  );
}
