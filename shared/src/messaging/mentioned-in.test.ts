import { matchingPeople, mentionedIn, nameBeingWritten, piecesByName } from './mentioned-in.js';

const team = [{ name: 'Pekka Ahola' }, { name: 'Outi Berg' }, { name: 'Pekka Aholainen' }];
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
    expect(names(mentionedIn('Sopiiko, @Outi Berg?', team))).toEqual(['Outi Berg']);
    expect(mentionedIn('Sopiiko, @Outi?', team)).toEqual([]);
  });

  it('sets the name apart from the words around it, the longer one first', () => {
    expect(piecesByName('Hei @Pekka Aholainen!', team)).toEqual([
      { text: 'Hei ' },
      { text: '@Pekka Aholainen', person: team[2] },
      { text: '!' },
    ]);
    expect(piecesByName('ei @ketään', team)).toEqual([{ text: 'ei @ketään' }]);
  });
});
