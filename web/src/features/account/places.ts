// SPDX-License-Identifier: Apache-2.0
import type { Option } from '@/components/form/select-field';
import { nameOf } from '@/lib/format';

/** ISO 3166-1 alpha-2. Browsers can name regions but do not list them. */
const COUNTRIES =
  'AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'.split(
    ' ',
  );

/** Ways of writing dates, figures and money that are offered; the words follow where they are translated. */
const LOCALES = ['en', 'en-US', 'en-GB', 'ar', 'de', 'es', 'fr', 'hi', 'id', 'it', 'ja', 'ko', 'nl', 'pl', 'pt-BR', 'pt-PT', 'sv', 'tr', 'uk', 'zh-Hans'];

const byLabel = (one: Option, other: Option): number => one.label.localeCompare(other.label);

export const countryOptions = (): Option[] =>
  COUNTRIES.map((code) => ({ value: code, label: nameOf('region', code) })).toSorted(byLabel);

/** The person's own value is always among them, whatever they registered with. */
const including = (values: readonly string[], own: string): readonly string[] => (values.includes(own) ? values : [own, ...values]);

export const localeOptions = (own: string): Option[] =>
  including(LOCALES, own).map((tag) => ({ value: tag, label: nameOf('language', tag) })).toSorted(byLabel);

export const timeZoneOptions = (own: string): Option[] =>
  including(Intl.supportedValuesOf('timeZone'), own).map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
