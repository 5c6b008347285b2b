import type { Localized } from '../kernel/localized.js';

/** An organization of the conversation, by the names that it has. */
export interface CalledSide {
  id: string;
  name: Localized;
}

/**
 * Who is called in a text: by `@` and the whole name, as the list of the case team wrote it in, or with everyone of a side
 * by the side's name in any language.
 */
export const calledIn = <Person extends { name: string; organizationId: string }>(
  text: string,
  team: readonly Person[],
  sides: readonly CalledSide[],
): Person[] => {
  const called = sides.filter(({ name }) => Object.values(name).some((one) => text.includes(`@${one}`)));
  return team.filter(
    ({ name, organizationId }) => text.includes(`@${name}`) || called.some(({ id }) => id === organizationId),
  );
};

/** What is being looked for behind an `@` that ends at the caret; undefined when no name is being written. */
export const nameBeingWritten = (beforeCaret: string): string | undefined =>
  /(?:^|[\s(])@([^\s@]{0,30}(?: [^\s@]{1,30})?)$/u.exec(beforeCaret)?.[1];

/** People whose name has a part that begins so, or that begins so as a whole. */
export const matchingPeople = <Person extends { name: string }>(
  written: string,
  team: readonly Person[],
): Person[] => {
  const wanted = written.toLocaleLowerCase('fi');
  return team.filter(({ name }) =>
    [name, ...name.split(' ')].some((part) => part.toLocaleLowerCase('fi').startsWith(wanted)),
  );
};

/** A text in pieces, those that call somebody by name apart. */
export const piecesByName = <Person extends { name: string }>(
  text: string,
  called: readonly Person[],
): { text: string; person?: Person }[] => {
  const byLength = called.toSorted((a, b) => b.name.length - a.name.length);
  const pieces: { text: string; person?: Person }[] = [];
  let plain = '';
  for (let at = 0; at < text.length; ) {
    const person = text[at] === '@' ? byLength.find(({ name }) => text.startsWith(name, at + 1)) : undefined;
    if (!person) {
      plain += text[at];
      at += 1;
      continue;
    }
    if (plain) pieces.push({ text: plain });
    plain = '';
    pieces.push({ text: `@${person.name}`, person });
    at += person.name.length + 1;
  }
  if (plain) pieces.push({ text: plain });
  return pieces;
};
