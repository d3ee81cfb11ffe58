// SPDX-License-Identifier: Apache-2.0

/** A small turning mark inside a control that is working. Pages never show one: they have skeletons. */
export function Busy() {
  return (
    <svg aria-hidden viewBox="0 0 16 16" className="size-4 animate-turn fill-none stroke-current stroke-2">
      <circle cx="8" cy="8" r="6" className="opacity-30" />
      <path d="M14 8a6 6 0 0 0-6-6" />
    </svg>
  );
}
