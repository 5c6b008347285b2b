import { categories } from '@rinnalla/shared/catalogue/categories';
import { deliveryModes, serviceLanguages, supportFeatures } from '@rinnalla/shared/catalogue/practicalities';
import { targetGroups } from '@rinnalla/shared/catalogue/target-groups';
import type { Term } from '@rinnalla/shared/catalogue/vocabulary';
import type { MunicipalityRegister } from './municipality-register.js';
import { queryTerms, type Understood } from './query-terms.js';

/** A query taken apart: where, and with which words. */
export interface UnderstoodQuery {
  /** Words to be found, in small letters; place names are not among them. */
  words: string[];
  understood: Understood[];
  /** The municipality that the words name. */
  municipality: string | undefined;
  /** Municipalities of the region that the words name. */
  regionCodes: string[];
}

const lists: Record<Exclude<Understood['kind'], 'municipality' | 'region'>, readonly Term[]> = {
  category: categories,
  language: serviceLanguages,
  deliveryMode: deliveryModes,
  support: supportFeatures,
  targetGroup: targetGroups,
};

/** More words than this say nothing more, and each costs a look into the index. */
const mostWords = 10;
/** Words that stand in every request and in no answer. */
const emptyWords = new Set(
  'ja tai on ei se että kun jos mutta hän haluaa haluan tarvitsee tarvitsen apua paikka paikkaa asiakas asiakkaalle töihin työhön työtä joku joka alle yli och eller att för på i en ett som med till the a an and or for to of in is with'.split(
    ' ',
  ),
);

/** Understands the place and the closed lists' codes in a query; pure, by the register in memory. */
export const understandQuery = (query: string, register: MunicipalityRegister): UnderstoodQuery => {
  const tokens = query.toLowerCase().match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [];
  const understood: Understood[] = [];
  let municipality: string | undefined;
  let regionCodes: string[] = [];
  const rest = tokens.filter((token) => {
    const place = register.findByForm(token);
    if (place && !municipality) {
      municipality = place.code;
      understood.push({ kind: 'municipality', code: place.code, label: place.name, words: token });
      return false;
    }
    const region = place ? undefined : register.findRegionByForm(token);
    if (region) {
      regionCodes = register.codesOfRegion(region.code);
      understood.push({
        kind: 'region',
        code: region.code,
        label: { fi: region.fi, sv: region.sv, en: region.fi },
        words: token,
      });
    }
    return !region;
  });
  for (const token of rest) understood.push(...codesUnderstood(token, understood));
  const words = rest.flatMap((token) =>
    token.includes('-') ? [token.replaceAll('-', ''), ...token.split('-')] : [token],
  );
  const telling = words.filter((word) => word.length > 1 && !emptyWords.has(word));
  // Who asks with empty words alone is answered by them.
  const asked = telling.length > 0 ? telling : words;
  return { words: [...new Set(asked)].slice(0, mostWords), understood, municipality, regionCodes };
};

const codesUnderstood = (token: string, known: readonly Understood[]): Understood[] =>
  queryTerms
    .filter(({ beginnings }) => beginnings.some((beginning) => token.startsWith(beginning)))
    .filter(({ kind, code }) => !known.some((one) => one.kind === kind && one.code === code))
    .slice(0, 1)
    .flatMap(({ kind, code }) => {
      const term =
        kind === 'municipality' || kind === 'region'
          ? undefined
          : lists[kind].find((one) => one.code === code);
      return term ? [{ kind, code, label: { ...term.label }, words: token }] : [];
    });
