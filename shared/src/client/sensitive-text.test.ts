import { sensitiveHintsIn } from './sensitive-text.js';

describe('what free text should rarely carry', () => {
  it.each([
    ['Tunnus on 131052-308T, muista kirjata.', ['identityCode']],
    ['tunnus 010190a999x', ['identityCode']],
    ['Soita 040 123 4567 iltapäivällä', ['phone']],
    ['Numero on +358 40 1234567.', ['phone']],
    ['ring 0401234567', ['phone']],
    ['Asuu osoitteessa Torikatu 12', ['streetAddress']],
    ['Tavataan Kauppiaankadulla 3 B', ['streetAddress']],
    ['Opintie 4 on osoite', ['streetAddress']],
    ['Hon bor på Storgatan 5', ['streetAddress']],
    ['Taustalla masennusta', ['health']],
    ['Hänellä on diagnoosi', ['health']],
    ['Patienten är deprimerad', ['health']],
    ['Is on medication', ['health']],
    ['Lääkitys aloitettu, soita 050-1234567', ['phone', 'health']],
  ])('is noticed in “%s”', (text, hints) => {
    expect(sensitiveHintsIn(text)).toEqual(hints);
  });

  it.each([
    'Haluaisin päästä ulos kotoa ja jutella jonkun kanssa.',
    'Aloitus 14.12.2026 klo 9.00, ryhmässä 8 paikkaa.',
    'Viitenumero 1234567890 löytyy sopimuksesta KVL-2026-0142.',
    'Jakso kestää 12 viikkoa ja tuntihinta on 46,00 €.',
    'Työpaja on Kouvolassa, matkaa tulee 30 km.',
    'Tuetaan arjen rytmiä ja rohkaistaan kokeilemaan.',
    'Matkalla on hyvä tie 5 km.',
    'Vi kan ta emot kunden på måndag.',
    'The client would like to start next week.',
    '',
  ])('is not seen in “%s”', (text) => {
    expect(sensitiveHintsIn(text)).toEqual([]);
  });

  it('is found in a long text without much work, however the text is shaped', () => {
    const long = [
      ' '.repeat(50_000),
      '0 '.repeat(50_000),
      'a'.repeat(50_000),
      '358-'.repeat(20_000),
      'katu '.repeat(20_000),
    ].join('katu');

    expect(sensitiveHintsIn(long)).toEqual([]);
  });
});
