// SPDX-License-Identifier: Apache-2.0
// Small line drawings for places where nothing is yet. One stroke width, no fill.
import type { ReactNode } from 'react';

export type DrawingName = 'tray' | 'glass' | 'letter' | 'ledger' | 'signpost' | 'plug';

const drawings: Record<DrawingName, ReactNode> = {
  // An empty in-tray.
  tray: <path d="M12 44 24 20h48l12 24v28H12zM12 44h24l5 9h14l5-9h24M36 32h24M39 26h18" />,
  // A magnifying glass over lines of text.
  glass: (
    <>
      <path d="M14 24h34M14 36h20M14 48h18M14 60h24M68 62l16 16" />
      <circle cx="56" cy="48" r="18" />
      <path d="M48 44a9 9 0 0 1 8-6" />
    </>
  ),
  // An envelope, half open, with a sheet that looks out.
  letter: <path d="M14 38 48 16l34 22v40H14zM14 38l34 24 34-24M26 46V30h44v16M36 38h24M40 46h16" />,
  // An open account book.
  ledger: <path d="M48 26c-8-6-20-8-34-8v52c14 0 26 2 34 8 8-6 20-8 34-8V18c-14 0-26 2-34 8zm0 0v52M22 32c6 0 12 1 17 3M22 44c6 0 12 1 17 3M57 35c5-2 11-3 17-3M57 47c5-2 11-3 17-3" />,
  // A signpost whose boards point both ways.
  signpost: <path d="M46 84V14h4v70M50 20h26l8 8-8 8H50M46 42H22l-8 8 8 8h24M34 84h28" />,
  // A plug out of its socket.
  plug: <path d="M12 48h18M30 36v24h14a12 12 0 0 0 0-24zM56 42h10M56 54h10M66 34v28h4a14 14 0 0 0 0-28zM84 48h4" />,
};

export function Drawing({ name }: { name: DrawingName }) {
  return (
    <svg aria-hidden viewBox="0 0 96 96" className="size-24 fill-none stroke-edge stroke-[1.5]" strokeLinejoin="round" strokeLinecap="round">
      {drawings[name]}
    </svg>
  );
}
