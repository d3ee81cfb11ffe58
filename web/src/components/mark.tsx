// SPDX-License-Identifier: Apache-2.0

/** Two halves of one circle, builder and tester: whose turn it is. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 32 32" className={className}>
      <circle cx="16" cy="16" r="12.5" className="fill-none stroke-current" strokeWidth="3" />
      <path d="M16 3.5a12.5 12.5 0 0 0 0 25z" className="fill-current" />
    </svg>
  );
}
