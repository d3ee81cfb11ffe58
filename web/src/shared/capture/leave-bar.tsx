// SPDX-License-Identifier: Apache-2.0
import { Button } from '@/components/button';

type LeaveBarProps = { question: string; stay: string; go: string; onStay: () => void; onGo: () => void; isGoing?: boolean };

/** Asks in the place of the buttons before work is thrown away. */
export function LeaveBar({ question, stay, go, onStay, onGo, isGoing = false }: LeaveBarProps) {
  return (
    <>
      <p role="alert" className="me-auto font-strong max-md:w-full">
        {question}
      </p>
      <Button kind="danger" pending={isGoing} onClick={onGo}>
        {go}
      </Button>
      <Button ref={(button) => button?.focus()} onClick={onStay}>
        {stay}
      </Button>
    </>
  );
}
