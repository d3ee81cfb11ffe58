// SPDX-License-Identifier: Apache-2.0
// The picture that is drawn on: opened from a file, held in this browser alone, and written out when it is done.
import { meanOf, type Rgb } from './mosaic';
import type { Area, Size } from './shapes';

export type Picture = Size & {
  image: HTMLCanvasElement;
  /** A small copy, from which means are taken quickly. */
  sample: HTMLCanvasElement;
};

/** Beyond this a phone's browser refuses a canvas (16 megapixels on iOS). */
const MOST_PIXELS = 16_000_000;
const SAMPLE_SIDE = 400;
/** A PNG above this goes out as WebP, which shows no difference to the eye. */
const LARGE_BYTES = 3_000_000;

function canvasOf(source: CanvasImageSource, { width, height }: Size): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = Math.max(1, Math.round(height));
  const pen = penOf(canvas);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(source, 0, 0, canvas.width, canvas.height);
  return canvas;
}

export function penOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const pen = canvas.getContext('2d', { willReadFrequently: false });
  if (!pen) throw new Error('This browser has no room for a canvas.');
  return pen;
}

const shrunk = ({ width, height }: Size, factor: number): Size => ({ width: width * Math.min(1, factor), height: height * Math.min(1, factor) });

export function pictureFrom(source: CanvasImageSource, size: Size): Picture {
  const image = canvasOf(source, shrunk(size, Math.sqrt(MOST_PIXELS / (size.width * size.height))));
  const sample = canvasOf(image, shrunk(image, SAMPLE_SIDE / Math.max(image.width, image.height)));
  return { image, sample, width: image.width, height: image.height };
}

/** Opens a file; throws when it is not a picture that this browser can read. */
export async function openPicture(file: Blob): Promise<Picture> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const picture = pictureFrom(bitmap, bitmap);
  bitmap.close();
  return picture;
}

export function meanColour({ sample, width, height }: Picture, area: Area): Rgb {
  const [across, down] = [sample.width / width, sample.height / height];
  const x = Math.min(sample.width - 1, Math.floor(area.x * across));
  const y = Math.min(sample.height - 1, Math.floor(area.y * down));
  return meanOf(penOf(sample).getImageData(x, y, Math.max(1, Math.round(area.width * across)), Math.max(1, Math.round(area.height * down))).data);
}

const written = (canvas: HTMLCanvasElement, type: string): Promise<Blob> =>
  new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be written.'))), type, 0.92);
  });

/** PNG, or WebP (JPEG where there is none) when that would be large. */
export async function writePicture(canvas: HTMLCanvasElement): Promise<Blob> {
  const png = await written(canvas, 'image/png');
  if (png.size <= LARGE_BYTES) return png;
  const webp = await written(canvas, 'image/webp');
  const other = webp.type === 'image/webp' ? webp : await written(canvas, 'image/jpeg');
  return other.size < png.size ? other : png;
}

const endings: Record<string, string> = { 'image/png': 'png', 'image/webp': 'webp', 'image/jpeg': 'jpg' };
export const endingOf = (blob: Blob): string => endings[blob.type] ?? 'png';
