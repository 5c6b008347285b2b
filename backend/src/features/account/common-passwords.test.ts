import { isCommonPassword } from './common-passwords.js';

describe('the list of common passwords', () => {
  it.each([
    '123456789012',
    'qwertyuiop123',
    'Password2026!',
    'P4ssw0rd!!!!',
    'unbelievable',
    '1qaz2wsx3edc',
    'leavemealone',
    'Websolutions1',
    '!!!Salasana!!!',
    'lumihiutale12',
  ])('knows %s', (password) => {
    expect(isCommonPassword(password)).toBe(true);
  });

  it.each(['neljä sinistä hevosta', 'kahvikuppi ja pilvi', 'vq8-Tn2-pL0-ws'])(
    'does not know %s',
    (password) => {
      expect(isCommonPassword(password)).toBe(false);
    },
  );
});
