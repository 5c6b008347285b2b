import { MunicipalityRegister } from './municipality-register.js';
import { understandQuery } from './query-understanding.js';

const register = new MunicipalityRegister();
const understand = (query: string) => understandQuery(query, register);

describe('the municipality of a query', () => {
  it.each([
    ['puupaja kouvola', '286'],
    ['puupaja Kouvolassa', '286'],
    ['rinnalla kulkijaa asiakkaalle kouvolaan', '286'],
    ['työpaja Tampereella', '837'],
    ['kuntoutusta Tampereelta', '837'],
    ['turun pajat', '853'],
    ['arbetsträning på svenska Raseborg', '710'],
    ['verkstad i Åbo', '853'],
    ['jobs for foreigners Vantaa', '092'],
    ['Mänttä-Vilppulan pajat', '508'],
  ])('is understood in “%s”', (query, code) => {
    const { municipality, words, understood } = understand(query);

    expect(municipality).toBe(code);
    expect(understood[0]).toMatchObject({ kind: 'municipality', code });
    expect(words.map((word) => register.findByForm(word))).toEqual(words.map(() => undefined));
  });

  it('is the first of two, and the second stays a word', () => {
    expect(understand('kouvolasta kotkaan')).toMatchObject({ municipality: '286', words: ['kotkaan'] });
  });

  it('is none in ordinary words', () => {
    expect(understand('joku joka lähtee asioille mukaan').municipality).toBeUndefined();
  });
});

describe('the rest of a query', () => {
  it('names a region by all of its municipalities', () => {
    const { regionCodes, words } = understand('green care pohjois-pohjanmaalla');

    expect(regionCodes).toEqual(expect.arrayContaining(['564', '139']));
    expect(regionCodes).toHaveLength(30);
    expect(words).toEqual(['green', 'care']);
  });

  it('shows the codes that it was understood as, with the words that can be taken away', () => {
    const { understood } = understand('rauhallinen paja Kouvolassa, bussilla ja lastenhoito');

    expect(understood.map(({ kind, code, words }) => [kind, code, words])).toEqual([
      ['municipality', '286', 'kouvolassa'],
      ['category', 'workshop', 'paja'],
      ['support', 'bus', 'bussilla'],
      ['support', 'childcare', 'lastenhoito'],
    ]);
  });

  it('keeps ten telling words and leaves out those that tell nothing', () => {
    expect(understand('haluan että asiakas pääsee töihin').words).toEqual(['pääsee']);
    expect(understand('töihin').words).toEqual(['töihin']);
    expect(understand('a1 b2 c3 d4 e5 f6 g7 h8 i9 j10 k11').words).toHaveLength(10);
  });

  it('takes a word with a hyphen both whole and in parts', () => {
    expect(understand('puu-paja').words).toEqual(['puupaja', 'puu', 'paja']);
  });

  it('makes nothing of signs', () => {
    expect(understand(`'); drop table service; -- & | ! <-> :*`).words).toEqual(['drop', 'table', 'service']);
  });
});

describe('the register of municipalities in memory', () => {
  it('knows how far one is from another', () => {
    expect(register.distanceKm('286', ['285'])).toBeGreaterThan(40);
    expect(register.distanceKm('286', ['285'])).toBeLessThan(60);
    expect(register.distanceKm('286', ['285', '286'])).toBe(0);
    expect(register.distanceKm('286', [])).toBeUndefined();
    expect(register.distanceKm('999', ['286'])).toBeUndefined();
  });

  it('knows where Swedish is spoken', () => {
    expect(register.speaksSwedish(['286'])).toBe(false);
    expect(register.speaksSwedish(['286', '710'])).toBe(true);
  });
});
