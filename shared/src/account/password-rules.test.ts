import { contextWords, isGuessable, listedForms, refusalOfPassword } from './password-rules.js';

const words = contextWords('Sanna Koskinen', 'sanna.koskinen@kouvola.example', 'Kouvolan kaupunki');

describe('a password', () => {
  it.each(['neljä sinistä hevosta', 'kahvikuppi ja pilvi', 'QxT7-mm2p-ab9z', '🦊🦊🐻🦔🐢🐟🦉🐝🦋🐌🐞🐙'])(
    'may be %s: no sign is demanded, none forbidden',
    (password) => {
      expect(refusalOfPassword(password, words)).toBeUndefined();
    },
  );

  it('is at least twelve characters long, counted as people count', () => {
    expect(refusalOfPassword('lyhyt salas', [])).toBe('tooShort');
    expect(refusalOfPassword('🦊'.repeat(6), [])).toBe('tooShort');
    expect(refusalOfPassword('x y'.repeat(100), [])).toBe('tooLong');
  });

  it.each(['aaaaaaaaaaaaaaa', 'abcabcabcabcabc', '121212121212'])('is not %s over and over', (password) => {
    expect(refusalOfPassword(password, [])).toBe('commonPassword');
  });

  it.each(['Rinnalla2026!', 'SannaKoskinen1', 'kouvola-12345', 'K0skinen-Sanna', 'salasana123456'])(
    'is not made of words that anybody would try: %s',
    (password) => {
      expect(isGuessable(password, words)).toBe(true);
      expect(refusalOfPassword(password, words)).toBe('guessablePassword');
    },
  );

  it('may hold one of those words among others', () => {
    expect(refusalOfPassword('rinnalla kulkee vanha kettu', words)).toBeUndefined();
  });

  it('is looked for in the list without capitals, tricks and what stands around it', () => {
    expect(listedForms('!P4ssw0rd2026')).toEqual(expect.arrayContaining(['password']));
    expect(listedForms('kahvikuppi ja pilvi')).toEqual(['kahvikuppi ja pilvi']);
  });
});
