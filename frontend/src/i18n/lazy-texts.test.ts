import { lazyTexts, loadKnownTexts } from './lazy-texts.js';

const aText = (failures = 0) => {
  const asked: string[] = [];
  const source = (language: string) => () => {
    asked.push(language);
    return asked.length <= failures
      ? Promise.reject(new Error('offline'))
      : Promise.resolve({ hello: language });
  };
  return { asked, sources: { fi: source('fi'), sv: source('sv'), en: source('en') } };
};

describe('texts that come with their screen', () => {
  it('are asked for as soon as the screen’s code runs, in the language of the document alone', async () => {
    document.documentElement.lang = 'sv';
    const { asked, sources } = aText();

    const texts = lazyTexts(sources);

    expect(asked).toEqual(['sv']);
    await expect(texts.load('sv')).resolves.toEqual({ hello: 'sv' });
    expect(asked).toEqual(['sv']);
  });

  it('have all come in the new language before it is changed', async () => {
    document.documentElement.lang = 'fi';
    const [one, other] = [aText(), aText()];
    lazyTexts(one.sources);
    lazyTexts(other.sources);

    await loadKnownTexts('en');

    expect([one.asked, other.asked]).toEqual([
      ['fi', 'en'],
      ['fi', 'en'],
    ]);
  });

  it('are asked for again after they did not come', async () => {
    document.documentElement.lang = '';
    const { asked, sources } = aText(1);
    const texts = lazyTexts(sources);

    await expect(texts.load('fi')).rejects.toThrow('offline');

    await expect(texts.load('fi')).resolves.toEqual({ hello: 'fi' });
    expect(asked).toEqual(['fi', 'fi']);
  });
});
