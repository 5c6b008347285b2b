import { type Language, languages } from '@rinnalla/shared/kernel/localized';

/** Texts that come with the screen that needs them, in the reader's language alone. */
export interface LazyTexts<Texts> {
  /** The same promise each time, until it fails. */
  load: (language: Language) => Promise<Texts>;
}

const known: LazyTexts<unknown>[] = [];

/**
 * A screen's code names its texts; asking for them as soon as that code runs makes them come together, before the
 * screen is drawn. What the document says of its language is what the reader will want.
 */
export const lazyTexts = <Texts>(sources: Record<Language, () => Promise<Texts>>): LazyTexts<Texts> => {
  const asked: Partial<Record<Language, Promise<Texts>>> = {};
  const texts: LazyTexts<Texts> = {
    load: (language) => {
      const kept = asked[language];
      if (kept) return kept;
      const coming = (asked[language] = sources[language]());
      coming.then(
        // By this React knows that there is nothing to wait for.
        (value) => Object.assign(coming, { status: 'fulfilled', value }),
        () => delete asked[language], // The next try asks again.
      );
      return coming;
    },
  };
  known.push(texts);
  const wanted = languages.find((language) => language === document.documentElement.lang);
  if (wanted) void texts.load(wanted).catch(() => undefined); // The screen that needs them tells.
  return texts;
};

/** All texts of the screens opened so far: a change of language redraws them at once, with no gap. */
export const loadKnownTexts = async (language: Language): Promise<void> => {
  await Promise.all(known.map((texts) => texts.load(language)));
};
