// SPDX-License-Identifier: Apache-2.0
import { useState, type Dispatch } from 'react';

import type { Drawing, Step } from './drawing';
import { KeyHelp } from './key-help';
import { placedAt, written } from './paint';
import { penOf, type Picture } from './picture';
import { ShapeBar } from './shape-bar';
import { ShapeList } from './shape-list';
import { inMiddle, unitOf, type Shape } from './shapes';
import { Surface } from './surface';
import { Toolbar } from './toolbar';
import { useDrawingKeys } from './use-drawing-keys';

type AnnotatorProps = { picture: Picture; drawing: Drawing; take: Dispatch<Step> };

/** A picture to draw on: what went wrong is pointed at, what is private is made unreadable. */
export function Annotator({ picture, drawing, take }: AnnotatorProps) {
  const [zoom, setZoom] = useState(1);
  const unit = unitOf(picture);

  const addInMiddle = () => {
    const { tool, colour } = drawing;
    if (tool === 'select') return;
    const shape =
      tool === 'text' || tool === 'number' ? placedAt(penOf(picture.sample), tool, colour, { x: picture.width / 2, y: picture.height / 2 }, unit) : inMiddle(tool, colour, picture);
    take({ type: 'add', shape, unit });
  };
  const write = (shape: Shape, words: string) => take({ type: 'change', shape: written(penOf(picture.sample), shape, words, unit), how: 'write' });
  useDrawingKeys(drawing, picture, take, addInMiddle);

  return (
    <>
      <Toolbar drawing={drawing} take={take} />
      <Surface picture={picture} drawing={drawing} zoom={zoom} take={take} />
      <ShapeBar drawing={drawing} take={take} zoom={zoom} onZoom={setZoom} onAddInMiddle={addInMiddle} onWrite={write} />
      <ShapeList drawing={drawing} take={take} />
      <KeyHelp />
    </>
  );
}
