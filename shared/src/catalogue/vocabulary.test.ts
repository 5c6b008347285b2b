import { categories, serviceClassesOf } from './categories.js';
import {
  dataRegimes,
  fundingTypes,
  priceUnits,
  provisionTypes,
  reportingDuties,
  usualDataRegimeOf,
} from './funding.js';
import * as practicalities from './practicalities.js';
import { decisionRequiredBy, findBasisInForce, statutoryBases } from './statutory-bases.js';
import { ptvTargetGroupsOf, targetGroups } from './target-groups.js';
import { labelOf, type Term } from './vocabulary.js';

const lists: [string, readonly Term[]][] = [
  ['categories', categories],
  ['target groups', targetGroups],
  ['statutory bases', statutoryBases],
  ['funding types', fundingTypes],
  ['price units', priceUnits],
  ['data regimes', dataRegimes],
  ['reporting duties', reportingDuties],
  ['provision types', provisionTypes],
  ...Object.entries(practicalities).flatMap(([name, list]): [string, readonly Term[]][] =>
    Array.isArray(list) ? [[name, list as readonly Term[]]] : [],
  ),
];

describe.each(lists)('the list of %s', (_name, terms) => {
  it('names every code once, in three languages', () => {
    expect(new Set(terms.map(({ code }) => code)).size).toBe(terms.length);
    expect(terms.filter(({ label }) => !label.fi || !label.sv || !label.en)).toEqual([]);
  });
});

describe('the lists of the catalogue', () => {
  it('have the 21 categories', () => {
    expect(categories).toHaveLength(21);
    expect(serviceClassesOf('companion')).toEqual(['P4.13', 'P10.8']);
  });

  it('show the code of a term that a list no longer has', () => {
    expect(labelOf(targetGroups, 'youth', 'sv')).toBe('Unga');
    expect(labelOf(targetGroups, 'forgotten', 'fi')).toBe('forgotten');
  });

  it('publish under the whole population only when no narrower group fits', () => {
    expect(ptvTargetGroupsOf(['long_term_unemployed', 'youth', 'neet'])).toEqual(['KR1.3']);
    expect(ptvTargetGroupsOf(['debt', 'men'])).toEqual(['KR1']);
  });

  it('know a statutory basis by the days it is in force', () => {
    expect(findBasisInForce('kokeilu', '2024-12-31')?.act).toBe('1269/2020');
    expect(findBasisInForce('kokeilu', '2025-01-01')).toBeUndefined();
    expect(findBasisInForce('jarj_valmennus', '2024-12-31')).toBeUndefined();
    expect(findBasisInForce('none', '2026-11-24')?.code).toBe('none');
  });

  it('tell when an office holder must decide first', () => {
    expect(decisionRequiredBy(['nuorisolaki', 'kuty'])).toBe(true);
    expect(decisionRequiredBy(['nuorisolaki'])).toBe(false);
  });

  it.each([
    [['purchase_framework'], 'assignment'],
    [['wellbeing_county'], 'assignment'],
    [['stea'], 'own'],
    [['esf'], 'own'],
    [['mixed'], 'joint'],
    [['purchase_direct', 'stea'], 'joint'],
    [[], null],
  ] as const)('give %j the register %s', (funding, regime) => {
    expect(usualDataRegimeOf(funding)).toBe(regime);
  });
});
