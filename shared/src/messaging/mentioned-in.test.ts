import { calledIn, matchingPeople, nameBeingWritten, piecesByName } from './mentioned-in.js';

const [salmenpaa, kouvola] = ['salmenpaa', 'kouvola'];
const team = [
  { name: 'Pekka Ahola', organizationId: salmenpaa },
  { name: 'Outi Berg', organizationId: salmenpaa },
  { name: 'Pekka Aholainen', organizationId: kouvola },
];
const sides = [{ id: salmenpaa, name: { fi: 'Salmenpään Rinnallakulkijat ry', sv: 'Salmenpää stöd rf' } }];
const names = (people: readonly { name: string }[]): string[] => people.map(({ name }) => name);

describe('calling by name', () => {
  it('looks for people while a name is being written, at the beginning of any part of it', () => {
    expect(
      ['Hei @', 'Hei @pe', 'Hei @Pekka Ah', 'osoite a@b', 'Hei @Pekka Ahola, '].map(nameBeingWritten),
    ).toEqual(['', 'pe', 'Pekka Ah', undefined, undefined]);
    expect(names(matchingPeople('be', team))).toEqual(['Outi Berg']);
    expect(names(matchingPeople('pekka ahola', team))).toEqual(['Pekka Ahola', 'Pekka Aholainen']);
    expect(names(matchingPeople('', team))).toHaveLength(3);
  });

  it('is by the whole name', () => {
    expect(names(calledIn('Sopiiko, @Outi Berg?', team, sides))).toEqual(['Outi Berg']);
    expect(calledIn('Sopiiko, @Outi?', team, sides)).toEqual([]);
  });

  it.each(['@Salmenpään Rinnallakulkijat ry', '@Salmenpää stöd rf'])(
    'is by the name of a whole side as well, in any language: %s',
    (side) => {
      expect(names(calledIn(`${side}, sopiiko?`, team, sides))).toEqual(['Pekka Ahola', 'Outi Berg']);
      expect(calledIn(side.replace('@', ''), team, sides)).toEqual([]);
    },
  );

  it('sets the name apart from the words around it, the longer one first', () => {
    expect(piecesByName('Hei @Pekka Aholainen!', team)).toEqual([
      { text: 'Hei ' },
      { text: '@Pekka Aholainen', person: team[2] },
      { text: '!' },
    ]);
    expect(piecesByName('ei @ketään', team)).toEqual([{ text: 'ei @ketään' }]);
  });
});
