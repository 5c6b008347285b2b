import { fillTemplate, type TemplatePlaceholder } from '@rinnalla/shared/messaging/message-template';

/** How the writer's language calls each place of a template. */
export type PlaceWords = Record<TemplatePlaceholder, string>;

const entries = (words: PlaceWords) => Object.entries(words) as [TemplatePlaceholder, string][];

/** `{caseNumber}` as its writer calls it, `{Asianumero}`: a text that is edited speaks one language. */
export const withWordedPlaces = (text: string, words: PlaceWords): string =>
  fillTemplate(text, Object.fromEntries(entries(words).map(([place, word]) => [place, `{${word}}`])));

/** The way back, however it was typed: `{asianumero}` is `{caseNumber}`. What is no place stays, to be refused as such. */
export const withNamedPlaces = (text: string, words: PlaceWords): string =>
  text.replace(/\{([^{}\n]*)\}/g, (whole, typed: string) => {
    const place = entries(words).find(([, word]) => word.toLowerCase() === typed.trim().toLowerCase())?.[0];
    return place ? `{${place}}` : whole;
  });
