import {
  changePlaceholders,
  type TemplatePlaceholder,
  templatePlaceholders,
} from '@rinnalla/shared/messaging/message-template';

/** How the writer's language calls each place of a template. */
export type PlaceWords = Record<TemplatePlaceholder, string>;

const inBraces = (name: string | undefined): string | undefined => name && `{${name}}`;

/** `{caseNumber}` as its writer calls it, `{Asianumero}`: a text that is edited speaks one language. */
export const withWordedPlaces = (text: string, words: PlaceWords): string =>
  changePlaceholders(text, (name) => inBraces(words[name as TemplatePlaceholder]));

/** The way back, however it was typed: `{asianumero}` is `{caseNumber}`. What is no place stays, to be refused as such. */
export const withNamedPlaces = (text: string, words: PlaceWords): string =>
  changePlaceholders(text, (typed) =>
    inBraces(templatePlaceholders.find((place) => words[place].toLowerCase() === typed.trim().toLowerCase())),
  );
