// SPDX-License-Identifier: Apache-2.0
import { generate } from 'lean-qr';

/** Light around the code, as ISO/IEC 18004 asks for, in modules. */
const QUIET = 4;

type QrCodeProps = { text: string; label: string };

/** A QR code drawn here, so that no secret leaves the page. Always dark on light: cameras want it so. */
export function QrCode({ text, label }: QrCodeProps) {
  const code = generate(text);
  const side = code.size + 2 * QUIET;
  const places = Array.from({ length: code.size * code.size }, (_, at) => [at % code.size, Math.floor(at / code.size)] as const);
  const path = places.filter(([x, y]) => code.get(x, y)).map(([x, y]) => `M${x + QUIET} ${y + QUIET}h1v1h-1z`).join('');
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${side} ${side}`} shapeRendering="crispEdges" className="size-52 flex-none rounded-small border border-line bg-sheet fill-ink scheme-light">
      <path d={path} />
    </svg>
  );
}
