import { templatePlaceholders } from '@rinnalla/shared/messaging/message-template';
import { en } from '../../../i18n/conversation-list.en.js';
import { fi } from '../../../i18n/conversation-list.fi.js';
import { sv } from '../../../i18n/conversation-list.sv.js';
import { withNamedPlaces, withWordedPlaces } from './worded-places.js';

const whole = templatePlaceholders.map((place) => `{${place}}`).join(' ja ');

describe('the places of a template', () => {
  it.each([
    ['Finnish', fi],
    ['Swedish', sv],
    ['English', en],
  ])('go into %s and come back as they were', (_, { keep }) => {
    const worded = withWordedPlaces(whole, keep.placeholder);

    expect(worded).not.toMatch(/caseNumber|ownName/);
    expect(withNamedPlaces(worded, keep.placeholder)).toBe(whole);
  });

  it('are known however they are typed', () => {
    expect(withNamedPlaces('Asia { asianumero }', fi.keep.placeholder)).toBe('Asia {caseNumber}');
  });

  it('leave what is none of them', () => {
    expect(withNamedPlaces('Hei {etunimi}, {', fi.keep.placeholder)).toBe('Hei {etunimi}, {');
  });
});
