// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';

import { cvssScore } from './cvss';

describe('the base score of CVSS 3.1', () => {
  // Vectors and scores from FIRST's examples (https://www.first.org/cvss/v3-1/examples).
  it.each([
    ['AV:N/AC:L/PR:L/UI:N/S:U/C:L/I:L/A:N', 5.4],
    ['AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N', 6.1],
    ['AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N', 3.1],
    ['AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N', 6.4],
    ['AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N', 7.5],
    ['AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', 9.8],
    ['AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H', 10],
    ['AV:P/AC:H/PR:H/UI:R/S:U/C:N/I:N/A:N', 0],
  ])('is for %s %d', (metrics, score) => {
    expect(cvssScore(`CVSS:3.1/${metrics}`)).toBe(score);
  });

  it.each(['', 'CVSS:3.1', 'CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H', 'CVSS:3.1/AV:N/AV:N/PR:N/UI:N/S:U/C:H/I:H/A:H', 'CVSS:3.1/AV:X/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:P'])('is not there for %s', (vector) => {
    expect(cvssScore(vector)).toBeNull();
  });
});
