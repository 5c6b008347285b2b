import { matchedWordsOf } from './matched-words.js';
import { readAs } from './read-as.js';
import type { ServiceCardRow } from './service-card.presenter.js';

const aRow = (given: Partial<ServiceCardRow>): ServiceCardRow =>
  ({ title: {}, summary: {}, keywords: {}, competences: [], support: [], ...given }) as ServiceCardRow;

describe('a mistyped word', () => {
  const rows = [
    aRow({ title: { fi: 'Kuntouttava työtoiminta: keittiö' }, keywords: { fi: ['ukrainalaiset'] } }),
  ];

  it.each([
    ['kuntouttva', 'kuntouttava'],
    ['kuntuottava', 'kuntouttava'],
    ['keitiö', 'keittiö'],
  ])('“%s” is read as “%s”', (typed, read) => {
    expect(readAs([typed], rows)).toBe(read);
  });

  it.each(['kuntouttavan', 'keittiö', 'työtoiminnassa', 'hevonen', 'paja'])(
    '“%s” is read as it stands',
    (typed) => {
      expect(readAs([typed], rows)).toBeNull();
    },
  );

  it('is corrected among the others', () => {
    expect(readAs(['kuntouttva', 'paikka'], rows)).toBe('kuntouttava paikka');
  });
});

describe('the words that match', () => {
  const row = aRow({
    title: { fi: 'Puupaja Kaarna', sv: 'Träverkstaden Kaarna' },
    keywords: { fi: ['puutyöt', 'verstas', 'burnout'] },
    support: ['bus', 'lunch'],
    summary: { fi: 'Opit työelämän rytmin.' },
  });

  it('are shown as they stand in the service', () => {
    expect(matchedWordsOf(['puupajalla', 'lounasta', 'kaarna'], 'fi')(row)).toEqual([
      'Puupaja',
      'lounas',
      'Kaarna',
    ]);
  });

  it('are also the words of the same meaning', () => {
    expect(matchedWordsOf(['uupunut'], 'fi')(row)).toEqual(['burnout']);
  });

  it('are in the reader’s language where there is one', () => {
    expect(matchedWordsOf(['träverkstad'], 'sv')(row)).toEqual(['Träverkstaden']);
  });

  it('are none when nothing matches', () => {
    expect(matchedWordsOf(['hevonen'], 'fi')(row)).toEqual([]);
  });
});
