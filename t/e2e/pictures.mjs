// SPDX-License-Identifier: Apache-2.0
// Pictures with something private on them, the hand that draws on them, and a look at what is left in a stored file.

/** A white page with lines of black letters, 1200 × 800, as a file to choose. */
export async function secretPicture(page, name = 'page.png') {
  const base64 = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1200, height: 800 });
    const pen = canvas.getContext('2d');
    pen.fillStyle = 'white';
    pen.fillRect(0, 0, 1200, 800);
    pen.fillStyle = 'black';
    pen.font = '40px sans-serif';
    for (let line = 0; line < 12; line += 1) pen.fillText(`Card 4242 4242 4242 42${line + 10}, Ada Lovelace`, 60, 80 + line * 60);
    return canvas.toDataURL().split(',')[1];
  });
  return { name, mimeType: 'image/png', buffer: Buffer.from(base64, 'base64') };
}

/** Draws with the chosen tool from one place of the picture to another, in its own pixels. */
export async function drag(page, from, to) {
  const surface = page.getByRole('img', { name: /^Your picture/ });
  const box = await surface.boundingBox();
  const at = ([x, y]) => [box.x + (x * box.width) / 1200, box.y + (y * box.height) / 800];
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]));
  await page.mouse.move(...at(to));
  await page.mouse.up();
}

/** How many colours there are in a part of a stored picture, how dark the darkest is, and how many are strong. */
export function coloursIn(page, url, x, y, width, height) {
  return page.evaluate(
    async ([address, ...area]) => {
      const bitmap = await createImageBitmap(await (await fetch(address)).blob());
      const canvas = Object.assign(document.createElement('canvas'), { width: bitmap.width, height: bitmap.height });
      const pen = canvas.getContext('2d');
      pen.drawImage(bitmap, 0, 0);
      const { data } = pen.getImageData(...area);
      const seen = new Set();
      let darkest = 255;
      let strong = 0;
      for (let at = 0; at < data.length; at += 4) {
        const [red, green, blue] = data.slice(at, at + 3);
        seen.add(`${red} ${green} ${blue}`);
        darkest = Math.min(darkest, red);
        if (Math.max(red, green, blue) - Math.min(red, green, blue) > 100) strong += 1;
      }
      return { count: seen.size, darkest, strong, width: bitmap.width, height: bitmap.height };
    },
    [url, x, y, width, height],
  );
}
